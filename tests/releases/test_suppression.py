"""Releases made by Cairn withstand a reader who knows nothing but what was told: an attack written apart from it."""

from collections import Counter
from datetime import date

import pytest
from workshop.bench import _releasing

from cairn.releases import suppression
from cairn.releases.audit import Published, revealed
from cairn.releases.suppression import suppressed

GROUPS = {"sex": ["w", "m", "o"], "age": ["a", "b", "c"]}
JUNE, JULY = date(2025, 6, 30), date(2025, 7, 31)
BY_BOTH = {"wa": 6, "wb": 20, "wc": 2, "ma": 8, "mb": 2, "mc": 12, "oa": 12, "ob": 12, "oc": 30}


def _told(counts, *earlier, until=JULY):
    return suppressed(counts, Published("New", until, {}), earlier, GROUPS)


def hidden(table):
    return {key for key, count in table.counts.items() if count is None}


def with_sums(by_both):
    """By two letters, as `wa`: the table with its sums."""
    counts = Counter()
    for (sex, age), number in by_both.items():
        keys = (f"sex:{sex}|age:{age}", f"sex:{sex}", f"age:{age}", "total")
        counts.update(dict.fromkeys(keys, number))
    return dict(counts)


class TestChoosing:
    def test_the_smallest_other_of_the_row_goes_along(self):
        assert hidden(_told({"total": 31, "sex:w": 20, "sex:m": 8, "sex:o": 3})) == {"sex:m", "sex:o"}

    def test_nobody_is_told_as_nobody(self):
        assert _told({"total": 20, "sex:w": 20, "sex:m": 0}).counts == {"total": 20, "sex:w": 20}

    def test_nothing_small_hides_nothing(self):
        assert not hidden(_told({"total": 30, "sex:w": 20, "sex:m": 10}))

    def test_in_a_table_of_two_each_row_and_column_is_looked_at(self):
        counts = {
            "total": 60, "sex:w": 40, "sex:m": 20, "age:a": 31, "age:b": 29,
            "sex:w|age:a": 29, "sex:w|age:b": 11, "sex:m|age:a": 2, "sex:m|age:b": 18,
        }  # fmt: skip
        assert hidden(_told(counts)) == {f"sex:{sex}|age:{age}" for sex in "wm" for age in "ab"}

    def test_what_few_would_be_added_to_an_earlier_table_is_hidden_with_another(self):
        before = Published("Before", JUNE, {"total": 40, "sex:w": 20, "sex:m": 10, "sex:o": 10})
        told = _told({"total": 50, "sex:w": 23, "sex:m": 17, "sex:o": 10}, before)

        assert "sex:w" in hidden(told)
        assert revealed([told, before], GROUPS) is None

    def test_where_the_total_itself_tells_too_much_hiding_cannot_help(self):
        before = Published("Before", JUNE, {"total": 40, "sex:w": 40})
        told = _told({"total": 42, "sex:w": 42}, before)

        assert told.counts["total"] == 42
        assert revealed([told, before], GROUPS).beside == ("Before",)

    def test_nor_where_all_are_hidden_and_still_too_few(self):
        told = _told({"total": 6, "sex:w": 2, "sex:m": 4})

        assert hidden(told) == {"sex:w", "sex:m"}
        assert revealed([told], GROUPS)

    @pytest.mark.parametrize(("most", "told_again"), [(3, True), (-1, False)])
    def test_what_need_not_have_been_hidden_is_told_again_beside_few_tables(
        self, monkeypatch, most, told_again
    ):
        monkeypatch.setattr(suppression, "MOST_BESIDE", most)
        told = _told(with_sums(BY_BOTH))

        assert ("sex:w|age:a" not in hidden(told)) is told_again
        assert revealed([told], GROUPS) is None

    def test_two_earlier_tables_can_tell_it_together(self):
        before = [
            Published("Sexes", JUNE, {"total": 30, "sex:w": 20, "sex:m": 10}),
            Published("Ages", JUNE, {"total": 30, "age:a": 22, "age:b": 8}),
        ]
        crossed = {"sex:w|age:a": 15, "sex:w|age:b": None, "sex:m|age:a": None, "sex:m|age:b": None}
        new = Published("Both", JUNE, crossed)

        assert [revealed([new, one], GROUPS) for one in before] == [None, None]
        assert revealed([new, *before], GROUPS).beside == ("Sexes", "Ages")


@pytest.mark.parametrize("seed", range(60))
def test_no_small_count_of_a_random_practice_is_worked_out(seed):
    practice = _releasing.practice(seed)
    _releasing.release_carefully(practice)

    assert _releasing.fallen(practice) == []


def test_the_same_reader_works_out_what_is_released_without_care():
    practices = [_releasing.practice(seed) for seed in range(10)]
    for practice in practices:
        _releasing.release_carelessly(practice)

    assert sum(len(_releasing.fallen(practice)) for practice in practices) > 50

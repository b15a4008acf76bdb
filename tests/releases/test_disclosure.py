"""From what is told no hidden count can be worked out."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cairn.participants.counting import FEW
from cairn.releases.disclosure import TOTAL, down, protected, too_near
from cairn.releases.kinds.reach import ENOUGH

patient = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # a busy machine is no fault
PARTS = [f"sex:{letter}" for letter in "abcdefg"]
COUNTS = st.dictionaries(st.sampled_from(PARTS), st.integers(0, 12), min_size=1)


def bounds(told):
    """What a reader knows of each hidden part: it is somebody, and all add up."""
    hidden = [key for key, count in told.items() if count is None and key != TOTAL]
    if told[TOTAL] is None:
        return {key: (1, float("inf")) for key in hidden}
    rest = told[TOTAL] - sum(count or 0 for key, count in told.items() if key != TOTAL)
    return {key: (1, rest - (len(hidden) - 1)) for key in hidden}


class TestOneTable:
    @patient
    @given(COUNTS)
    def test_no_small_count_is_told(self, counts):
        assert not [
            count for key, count in protected(counts).items() if key != TOTAL and count and count < FEW
        ]

    @patient
    @given(COUNTS)
    def test_no_hidden_count_can_be_narrowed_down(self, counts):
        assert not [key for key, (low, high) in bounds(protected(counts)).items() if high - low < FEW]

    @patient
    @given(COUNTS)
    def test_what_is_told_is_true(self, counts):
        true = {**counts, TOTAL: sum(counts.values())}
        assert all(count in {None, true[key]} for key, count in protected(counts).items())

    @patient
    @given(COUNTS)
    def test_enough_people_keep_their_total(self, counts):
        whole = sum(counts.values())
        assert whole < ENOUGH or protected(counts)[TOTAL] == whole

    def test_a_single_small_count_takes_the_next_smallest_along(self):
        told = protected({"sex:a": 3, "sex:b": 20, "sex:c": 8})
        assert told == {"sex:a": None, "sex:b": 20, "sex:c": None, TOTAL: 31}

    def test_nobody_is_not_hidden(self):
        assert protected({"sex:a": 0, "sex:b": 20}) == {"sex:a": 0, "sex:b": 20, TOTAL: 20}


@patient
@given(st.integers(0, 500))
def test_rounding_tells_a_range_of_five(count):
    told = down(count)
    assert told is None if count < FEW else told % FEW == 0 and told <= count < told + FEW


@st.composite
def two_tables(draw):
    """One that holds everyone of the other, as tables until a day do."""
    before = draw(COUNTS)
    more = draw(st.dictionaries(st.sampled_from(PARTS), st.integers(0, 12)))
    return before, {key: before.get(key, 0) + more.get(key, 0) for key in {**before, **more}}


class TestTwoTables:
    @patient
    @given(two_tables())
    def test_what_passes_tells_of_no_few_who_came_between(self, tables):
        before, now = (protected(counts) for counts in tables)
        if too_near(now, before):
            return
        both = [
            key for key in {*now, *before} if now.get(key, 0) is not None and before.get(key, 0) is not None
        ]
        assert not [key for key in both if 0 < abs(now.get(key, 0) - before.get(key, 0)) < FEW]
        if now[TOTAL] is None or before[TOTAL] is None:
            return
        seen = set(both) - {TOTAL}
        rests = [told[TOTAL] - sum(told.get(key, 0) for key in seen) for told in (now, before)]
        assert not 0 < abs(rests[0] - rests[1]) < FEW

    def test_the_same_table_again_passes(self):
        told = protected({"sex:a": 20, "sex:b": 8})
        assert too_near(told, told) == []

    def test_two_more_do_not(self):
        before, now = protected({"sex:a": 20, "sex:b": 8}), protected({"sex:a": 22, "sex:b": 8})
        assert too_near(now, before) == ["sex:a", TOTAL]

    def test_nor_where_the_hidden_ones_together_grew_by_two(self):
        before = protected({"sex:a": 20, "sex:b": 3, "sex:c": 8})
        now = protected({"sex:a": 30, "sex:b": 4, "sex:c": 9})
        assert too_near(now, before) == ["sex"]

    def test_totals_are_compared_across_divisions(self):
        assert too_near(protected({"sex:a": 20}), protected({"age:x": 8, "age:y": 14})) == [TOTAL]

    def test_without_totals_only_what_is_told_in_both_counts(self):
        assert too_near({"sex:a": 6, TOTAL: None}, {"sex:a": 5, TOTAL: 9}) == ["sex:a"]

    def test_tables_without_people_pass(self):
        assert too_near({}, {"indicator-1": 3}) == []

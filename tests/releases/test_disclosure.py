"""Single counts are rounded, and compared with what was told before."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cairn.participants.counting import FEW
from cairn.releases.disclosure import TOTAL, down, too_near

patient = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # a busy machine is no fault


@patient
@given(st.integers(0, 500))
def test_rounding_tells_a_range_of_five(count):
    told = down(count)
    assert told is None if count < FEW else told % FEW == 0 and told <= count < told + FEW


def told(counts):
    """With their sum; 3 and 4 are hidden with the next smallest."""
    few = sorted(counts, key=lambda key: counts[key])[:2] if min(counts.values()) < FEW else []
    return {key: None if key in few else count for key, count in counts.items()} | {
        TOTAL: sum(counts.values())
    }


class TestTwoTables:
    def test_the_same_table_again_passes(self):
        same = told({"sex:a": 20, "sex:b": 8})
        assert too_near(same, same) == []

    def test_two_more_do_not(self):
        before, now = told({"sex:a": 20, "sex:b": 8}), told({"sex:a": 22, "sex:b": 8})
        assert too_near(now, before) == ["sex:a", TOTAL]

    def test_nor_where_the_hidden_ones_together_grew_by_two(self):
        before = told({"sex:a": 20, "sex:b": 3, "sex:c": 8})
        now = told({"sex:a": 30, "sex:b": 4, "sex:c": 9})
        assert too_near(now, before) == ["sex"]

    def test_totals_are_compared_across_divisions(self):
        assert too_near(told({"sex:a": 20}), told({"age:x": 8, "age:y": 14})) == [TOTAL]

    def test_without_totals_only_what_is_told_in_both_counts(self):
        assert too_near({"sex:a": 6, TOTAL: None}, {"sex:a": 5, TOTAL: 9}) == ["sex:a"]

    def test_tables_without_people_pass(self):
        assert too_near({}, {"indicator-1": 3}) == []

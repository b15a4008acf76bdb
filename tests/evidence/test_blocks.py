"""Each building block with nothing, too few, partly and enough."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cairn.evidence import blocks
from cairn.evidence.enums import Verdict
from cairn.evidence.shape import Trace
from cairn.participants.counting import Share

TODAY = date(2026, 6, 30)
YES, PARTLY, NO, FEW, NOTHING = Verdict.YES, Verdict.PARTLY, Verdict.NO, Verdict.TOO_FEW, Verdict.NO_DATA
ORDER = [NOTHING, NO, FEW, PARTLY, YES]


def ago(*days):
    return [Trace(TODAY - timedelta(days=each), TODAY - timedelta(days=each)) for each in days]


def months(*numbers):
    return [Trace(date(2026, number, 15), date(2026, number, 15)) for number in numbers]


CASES = {
    "nothing exists": (blocks.exists([]), NOTHING),
    "one exists": (blocks.exists(ago(1)), YES),
    "none counted": (blocks.count([], 3), NOTHING),
    "some counted": (blocks.count(ago(1), 3), PARTLY),
    "some are not enough": (blocks.count(ago(1), 3, 2), NO),
    "enough counted": (blocks.count(ago(1, 2, 3), 3), YES),
    "a share of nobody": (blocks.share(Share(0, 0), 0.8), NOTHING),
    "a share of too few": (blocks.share(Share(9, 9), 0.8, enough=10), FEW),
    "a share that is partly there": (blocks.share(Share(7, 10), 0.8, 0.6), PARTLY),
    "a share too small": (blocks.share(Share(5, 10), 0.8, 0.6), NO),
    "a share just there": (blocks.share(Share(8, 10), 0.8), YES),
    "nothing needed": (blocks.coverage(set(), {"ar"}), NOTHING),
    "one of two covered": (blocks.coverage({"ar", "ti"}, {"ar", "fr"}, partly=0.5), PARTLY),
    "all covered": (blocks.coverage({"ar"}, {"ar", "fr"}), YES),
    "never": (blocks.cadence([], date(2026, 1, 1), TODAY, every=3), NOTHING),
    "in one quarter of two": (blocks.cadence(months(2), date(2026, 1, 1), date(2026, 7, 1), every=3), PARTLY),
    "in both quarters": (blocks.cadence(months(2, 5), date(2026, 1, 1), date(2026, 7, 1), every=3), YES),
    "in both, far apart": (
        blocks.cadence(months(1, 6), date(2026, 1, 1), date(2026, 7, 1), every=3, gap=4),
        PARTLY,
    ),
    "once in a time shorter than asked": (blocks.cadence(months(6), date(2026, 6, 1), TODAY, every=6), YES),
    "no waits": (blocks.lag([], 14), NOTHING),
    "the median in time": (blocks.lag([1, 2, 90], 14), YES),
    "most still wait": (blocks.lag([1, None, None], 14), NO),
    "nine of ten in time": (blocks.lag([1] * 9 + [None], 14, 0.9), YES),
    "eight of ten in time": (blocks.lag([1] * 8 + [20, None], 14, 0.9), NO),
    "pairs of too few": (blocks.paired_change([(1, 5)] * 9, 0.6, high=4), FEW),
    "pairs that rose or stayed high": (blocks.paired_change([(1, 2)] * 5 + [(4, 4)] * 5, 0.6, high=4), YES),
    "pairs that fell": (blocks.paired_change([(5, 3)] * 10, 0.6, high=4), NO),
    "no groups": (blocks.gap({}, 0.15), NOTHING),
    "one group of ten": (blocks.gap({"a": Share(5, 10), "b": Share(1, 9)}, 0.15), FEW),
    "groups alike": (blocks.gap({"a": Share(80, 100), "b": Share(65, 100)}, 0.15), YES),
    "groups apart": (blocks.gap({"a": Share(80, 100), "b": Share(64, 100)}, 0.15), NO),
    "never written": (blocks.reviewed([], TODAY, 12), NOTHING),
    "written long ago": (blocks.reviewed(ago(400), TODAY, 12), PARTLY),
    "written lately": (blocks.reviewed(ago(400, 300), TODAY, 12), YES),
    "not planned": (blocks.dated_before([], TODAY), NOTHING),
    "planned too late": (blocks.dated_before(ago(1), TODAY - timedelta(days=1)), PARTLY),
    "planned before nobody knows when": (blocks.dated_before(ago(1), None), PARTLY),
    "planned in time": (blocks.dated_before(ago(1), TODAY), YES),
    "nothing given": (blocks.uptake([], []), NOTHING),
    "given": (blocks.uptake(ago(9), []), PARTLY),
    "given and in use": (blocks.uptake(ago(9), ago(1)), YES),
    "nobody was asked": (blocks.loop(0, 0, 0, 0.8), NOTHING),
    "decided, not told": (blocks.loop(10, 9, 5, 0.8, 0.5), PARTLY),
    "decided and told": (blocks.loop(10, 9, 8, 0.8), YES),
    "no group to compare": (blocks.behind(Share(0, 0), Share(9, 10), 0.1), NOTHING),
    "a group too small to compare": (blocks.behind(Share(1, 9), Share(9, 10), 0.1), FEW),
    "others too few": (blocks.behind(Share(1, 10), Share(9, 9), 0.1), FEW),
    "a little behind": (blocks.behind(Share(8, 10), Share(9, 10), 0.1), YES),
    "far behind": (blocks.behind(Share(6, 10), Share(9, 10), 0.1), NO),
    "ahead": (blocks.behind(Share(10, 10), Share(2, 10), 0.1), YES),
    "nothing against it": (blocks.absent([]), NO),
    "something against it": (blocks.absent(ago(1)), YES),
    "the weaker of two": (blocks.both(blocks.exists(ago(1)), blocks.count(ago(2), 3)), PARTLY),
}


@pytest.mark.parametrize("case", CASES)
def test_a_block_says_what_it_found(case):
    found, verdict = CASES[case]
    assert found.verdict is verdict


PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""On a busy machine drawing the examples takes long; what they show is the same."""
DAYS = st.lists(st.integers(min_value=0, max_value=700), max_size=12)
SINCE = TODAY - timedelta(days=365)
GROWING = {
    "exists": blocks.exists,
    "count": lambda traces: blocks.count(traces, 4, 2),
    "reviewed": lambda traces: blocks.reviewed(traces, TODAY, 12),
    "dated before": lambda traces: blocks.dated_before(traces, SINCE, 3),
    "uptake": lambda traces: blocks.uptake(traces[::2], traces[1::2][:0]),
    "cadence": lambda traces: blocks.cadence(traces, SINCE, TODAY, every=3, gap=4),
    "coverage": lambda traces: blocks.coverage(range(0, 700, 100), {trace.on.toordinal() % 700 // 100 * 100 for trace in traces}, 0.9, 0.3),
}  # fmt: skip


@pytest.mark.parametrize("block", GROWING)
@PATIENT
@given(days=DAYS, more=st.integers(min_value=0, max_value=700))
def test_one_more_record_never_lowers_a_finding(block, days, more):
    fewer, grown = (GROWING[block](ago(*some)).verdict for some in (days, [*days, more]))
    assert ORDER.index(grown) >= ORDER.index(fewer)


@PATIENT
@given(st.integers(0, 40), st.integers(0, 40))
def test_one_more_that_supports_never_lowers_a_share(part, rest):
    """Too few said nothing: with one more it becomes known what the others say, be it no."""
    assume(part + rest != 9)
    fewer, grown = (
        blocks.share(Share(part + more, part + rest + more), 0.8, 0.6, enough=10).verdict for more in (0, 1)
    )
    assert ORDER.index(grown) >= ORDER.index(fewer)

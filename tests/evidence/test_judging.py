"""Outcome, strength and freshness from parts."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cairn.evidence.enums import Outcome, Side, Strength, Verdict, Weight
from cairn.evidence.judging import judged
from cairn.evidence.shape import Finding, Part, Task, Trace

TODAY = date(2026, 6, 30)
YES, PARTLY, NO, FEW, NOTHING = Verdict.YES, Verdict.PARTLY, Verdict.NO, Verdict.TOO_FEW, Verdict.NO_DATA
MUST, SHOULD, VETO, STATEMENT = Weight.MUST, Weight.SHOULD, Weight.VETO, Weight.STATEMENT


def trace(days=1, late=0, side=Side.TEAM):
    on = TODAY - timedelta(days=days)
    return Trace(on, on + timedelta(days=late), side)


def part(weight, verdict, *traces, missing=()):
    return Part(f"{weight}-{verdict}", weight, "", Finding(verdict, traces=traces), missing)


def outcome(*parts, **more):
    return judged(parts, fresh_for=90, today=TODAY, **more)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], Outcome.HUMAN_ONLY),
        ([(STATEMENT, YES)], Outcome.SUPPORTED),
        ([(STATEMENT, NOTHING)], Outcome.HUMAN_ONLY),
        ([(MUST, NOTHING), (MUST, NOTHING)], Outcome.NO_DATA),
        ([(MUST, NOTHING), (STATEMENT, YES)], Outcome.NO_DATA),
        ([(MUST, YES), (MUST, NOTHING)], Outcome.PARTLY),
        ([(MUST, YES), (STATEMENT, NOTHING)], Outcome.PARTLY),
        ([(MUST, NO), (MUST, NOTHING)], Outcome.NOT_SUPPORTED),
        ([(MUST, YES), (MUST, PARTLY)], Outcome.PARTLY),
        ([(MUST, YES), (MUST, FEW)], Outcome.PARTLY),
        ([(MUST, NOTHING), (MUST, FEW)], Outcome.TOO_FEW),
        ([(MUST, NO), (MUST, FEW)], Outcome.NOT_SUPPORTED),
        ([(MUST, YES), (SHOULD, NO)], Outcome.SUPPORTED),
        ([(MUST, YES), (VETO, NO)], Outcome.SUPPORTED),
        ([(MUST, YES), (VETO, YES)], Outcome.CONTRADICTED),
        ([(MUST, NOTHING), (VETO, YES)], Outcome.CONTRADICTED),
    ],
)
def test_outcome(parts, expected):
    assert outcome(*(part(*each) for each in parts)).outcome is expected


def test_strength_grows_from_told_to_counted_to_confirmed():
    inside, outside = trace(), trace(side=Side.PARTICIPANTS)

    assert outcome(part(MUST, NO, inside)).strength is Strength.NOTHING
    assert outcome(part(MUST, PARTLY, inside)).strength is Strength.TOLD
    assert outcome(part(STATEMENT, YES, inside)).strength is Strength.TOLD
    assert outcome(part(MUST, YES, inside)).strength is Strength.COUNTED
    assert outcome(part(MUST, YES, inside), part(SHOULD, NO, outside)).strength is Strength.COUNTED
    assert outcome(part(MUST, YES, inside, outside)).strength is Strength.CONFIRMED


def test_what_is_old_is_one_level_weaker_and_says_so():
    old = outcome(part(MUST, YES, trace(91), trace(400)))

    assert (old.stale, old.strength) == (True, Strength.TOLD)
    assert (old.newest, old.median) == (TODAY - timedelta(days=91), TODAY - timedelta(days=400))
    assert not outcome(part(MUST, YES, trace(90), trace(400))).stale


def test_what_was_entered_late_or_on_the_eve_of_an_assessment_is_no_more_than_told():
    late = outcome(part(MUST, YES, trace(80, late=31), trace(70, late=31), trace()))
    eve = outcome(part(MUST, YES, trace(40, late=30)), assessed_on=TODAY)
    fresh = outcome(part(MUST, YES, trace(3)), assessed_on=TODAY)

    assert (late.backdated, late.strength) == (True, Strength.TOLD)
    assert (eve.backdated, eve.strength) == (True, Strength.TOLD)
    assert (fresh.backdated, fresh.strength) == (False, Strength.COUNTED)


def test_what_is_missing_comes_in_order_and_what_says_something_is_counted():
    ask, tell = Task("Ask"), Task("Tell")
    found = outcome(
        part(SHOULD, NOTHING, missing=(tell,)), part(MUST, NO, missing=(ask, tell)), part(STATEMENT, YES)
    )

    assert found.missing == (ask, tell)
    assert found.covered == (1, 2)


RANK = [Outcome.CONTRADICTED, Outcome.NO_DATA, Outcome.HUMAN_ONLY, Outcome.NOT_SUPPORTED, Outcome.TOO_FEW, Outcome.PARTLY, Outcome.SUPPORTED]  # fmt: skip
LADDER = [NOTHING, NO, FEW, PARTLY, YES]
BETTER = {NOTHING: [FEW, PARTLY, YES], NO: [FEW, PARTLY, YES], FEW: [PARTLY, YES], PARTLY: [YES], YES: [YES]}


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.sampled_from([MUST, SHOULD, STATEMENT]), st.sampled_from(LADDER)), min_size=1),
    st.data(),
)
def test_a_part_that_gets_better_never_makes_the_whole_worse(said, data):
    place = data.draw(st.integers(0, len(said) - 1))
    weight, verdict = said[place]
    better = data.draw(st.sampled_from(BETTER[verdict]))
    before = outcome(*(part(*each, trace()) for each in said))
    said[place] = (weight, better)
    after = outcome(*(part(*each, trace()) for each in said))

    assert RANK.index(after.outcome) >= RANK.index(before.outcome)
    assert after.strength >= before.strength

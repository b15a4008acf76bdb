"""What records would say, given instead of lived through: the rules themselves have their own stories."""

from datetime import date, timedelta

from cairn.evidence.enums import Outcome, Strength, Verdict, Weight
from cairn.evidence.shape import Finding, Judged, Part, Task

TASK = Task("Record a contribution to policy", "record_new", ("policy_recommendation",))


def a_part(verdict=Verdict.YES, weight=Weight.MUST, missing=()):
    return Part("seen", weight, "At least two in twelve months", Finding(verdict, 3, 4), missing)


def found(outcome=Outcome.SUPPORTED, strength=Strength.COUNTED, *, parts=None, **more):
    return Judged(outcome, strength, parts=(a_part(),) if parts is None else parts, **more)


SUPPORTED = found()
PARTLY = found(Outcome.PARTLY, Strength.TOLD, parts=(a_part(Verdict.NO, missing=(TASK,)),))
AGAINST = found(Outcome.CONTRADICTED, Strength.NOTHING)
SILENT = found(Outcome.NO_DATA, Strength.NOTHING, parts=())
OLD = found(stale=True, newest=date(2024, 1, 1), stale_on=date(2024, 1, 1) + timedelta(days=181))

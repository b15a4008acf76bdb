from datetime import timedelta

from cairn.evidence.enums import Outcome, Strength
from cairn.participants import actions
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import a_session, an_activity, entered, people


def asked(world, one, ago=60, late=0, decision="none", decided=None, provided=None, **said):
    """Asked so many days ago; decided and provided so many days after that."""
    on = world.ago(ago)
    days = {"decided_on": decided, "provided_on": provided}
    told = {
        name: on + timedelta(days=days_after) for name, days_after in days.items() if days_after is not None
    }
    line = actions.add(participant=one, what="adjustment", by=world.by, asked_on=on, decision=decision, **told, **said)  # fmt: skip
    entered(line, on, late)


def none_needed(world, number=2, **more):
    for one in people(world, number):
        asked(world, one, **more)


def wanted(world, number=2, **more):
    found = people(world, number)
    for one in found:
        asked(world, one, kind="A ramp", **({"decision": "agreed", "decided": 5, "provided": 20} | more))
    return found


def compared(world, *, regular):
    """Ten with an adjustment and ten without, who all come; or those with an adjustment do not."""
    with_it, others = wanted(world, 10), people(world, 10, childcare="yes")
    for one in others:
        asked(world, one)
    there = {"present": others + (with_it if regular else []), "absent": [] if regular else with_it}
    a_session(world, an_activity(world.practice, world.by), **there, support=["childcare"])


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("people, and nobody was asked", lambda world: people(world, 3), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("one of three was asked", lambda world: (people(world, 2), none_needed(world, 1)), Outcome.PARTLY, Strength.TOLD),
    Case("all asked, nobody needs anything", none_needed, Outcome.SUPPORTED, Strength.COUNTED),
    Case("decided and provided", wanted, Outcome.SUPPORTED, Strength.COUNTED),
    Case("decided too late", lambda world: wanted(world, decided=15, provided=20), Outcome.PARTLY, Strength.TOLD),
    Case("still waiting after two weeks", lambda world: wanted(world, decision="", decided=None, provided=None), Outcome.PARTLY, Strength.TOLD),
    Case("asked last week, still to be decided", lambda world: wanted(world, ago=7, decision="", decided=None, provided=None), Outcome.SUPPORTED, Strength.COUNTED),
    Case("agreed and not provided", lambda world: wanted(world, provided=None), Outcome.PARTLY, Strength.TOLD),
    Case("those with an adjustment come as often", lambda world: compared(world, regular=True), Outcome.SUPPORTED, Strength.COUNTED),
    Case("they stay away", lambda world: compared(world, regular=False), Outcome.SUPPORTED, Strength.COUNTED),
    Case("asked long ago", lambda world: none_needed(world, ago=150), Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("entered months later", lambda world: none_needed(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "I1.4")

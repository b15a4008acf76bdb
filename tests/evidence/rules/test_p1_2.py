from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.more import signed

WIDE = {"professionals": 4, "public_authority": 2, "citizens": 5, "migrants": 4}


def met(world, days=60, late=0, joint=True, **there):
    said = {"decisions": "Opening hours change.", "type": "multi"}
    return world.record("meeting", world.ago(days), day="held_on", late=late, joint=joint, **(said | WIDE | there))  # fmt: skip


def carried_out(world, *ratings):
    meeting = met(world)
    world.record("meeting_action", world.ago(30), done=True, source=[meeting.pk], due_on=world.ago(20))
    for rating in ratings:
        world.record("statement", world.ago(25), day="given_on", about="ownership", rating=rating)
    signed(world, "P1.2")


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("an ordinary meeting", lambda world: met(world, type="partner"), Outcome.NO_DATA, Strength.NOTHING),
    Case("two sides only, nothing decided", lambda world: met(world, joint=False, professionals=0, citizens=0, migrants=0, public_authority=2), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("hardly any migrants", lambda world: met(world, migrants=2), Outcome.PARTLY, Strength.TOLD),
    Case("not decided jointly", lambda world: met(world, joint=False), Outcome.PARTLY, Strength.TOLD),
    Case("two migrants of six", lambda world: met(world, professionals=2, public_authority=1, citizens=1, migrants=2), Outcome.SUPPORTED, Strength.COUNTED),
    Case("many sides decided jointly", met, Outcome.SUPPORTED, Strength.COUNTED),
    Case("and partners own it, which somebody signs", lambda world: carried_out(world, "5", "4"), Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("and most partners do not", lambda world: carried_out(world, "5", "2"), Outcome.SUPPORTED, Strength.COUNTED),
    Case("entered months later", lambda world: met(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
    Case("more than a year ago", lambda world: met(world, days=400), Outcome.NO_DATA, Strength.NOTHING),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "P1.2")

from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import signed


def analysed(world, ago=100, late=0, sources=("participants", "partners")):
    return world.record("gap_analysis", world.ago(ago), day="made_on", late=late, sources=list(sources))


def gaps(world, analysis, *answers, ago=100, late=0):
    for said in answers:
        world.record("gap", world.ago(ago), late=late, analysis=[analysis.pk], domain="housing", **said)


FILLED = {"answer": "activity", "activity": "Evening course"}
NOT_OURS = {"answer": "not-ours", "reason": "The town does it."}


def filled(world, ago=100, late=0):
    gaps(world, analysed(world, ago, late), FILLED, NOT_OURS, ago=ago, late=late)


def confirmed(world):
    filled(world)
    world.record("statement", world.ago(50), day="given_on", about="gaps", side="policymakers", rating="4")


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("an analysis from one source", lambda world: analysed(world, sources=["records"]), Outcome.NO_DATA, Strength.NOTHING),
    Case("an analysis", analysed, Outcome.PARTLY, Strength.TOLD),
    Case("a gap without an answer", lambda world: gaps(world, analysed(world), FILLED, {}), Outcome.PARTLY, Strength.TOLD),
    Case("an answer that names no activity", lambda world: gaps(world, analysed(world), {"answer": "activity"}), Outcome.PARTLY, Strength.TOLD),
    Case("every gap has an answer", filled, Outcome.SUPPORTED, Strength.COUNTED),
    Case("and somebody outside says so, no statement of one’s own", confirmed, Outcome.SUPPORTED, Strength.COUNTED),
    Case("from three years ago", lambda world: filled(world, 900), Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("an analysis entered months later", lambda world: analysed(world, late=40), Outcome.PARTLY, Strength.TOLD, backdated=True),
    Case("confirmed outside, and a statement signed", lambda world: (confirmed(world), signed(world, "R1.2")), Outcome.SUPPORTED, Strength.CONFIRMED),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "R1.2")

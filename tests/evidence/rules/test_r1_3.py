from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import a_session, an_activity, people, signed
from tests.needs.factories import a_talk


def reaching(world):
    for one in people(world, 3):
        a_talk(one, world.by, world.ago(150), housing="high")
    world.record("area_estimate", world.ago(100), day="as_of", least=4, most=6)
    a_session(world, an_activity(world.practice, world.by, domains=["housing"]))
    world.record("receiving_change", world.ago(50), day="since", type="office")


CASES = [
    Case("nothing", nothing, Outcome.HUMAN_ONLY, Strength.NOTHING),
    Case("figures that speak for it, and nobody says so", reaching, Outcome.HUMAN_ONLY, Strength.NOTHING),
    Case("somebody signed", lambda world: signed(world, "R1.3"), Outcome.SUPPORTED, Strength.TOLD),
    Case("somebody signed, and figures speak for it", lambda world: (reaching(world), signed(world, "R1.3")), Outcome.SUPPORTED, Strength.TOLD),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "R1.3")

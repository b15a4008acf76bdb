from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.factories import a_person

ANSWERS = dict.fromkeys(("free", "unconditional", "consent", "complaints", "nobody_left_out"), True)


def checked(world, days=60, late=0, reader=None, **said):
    told = ANSWERS | {"signed_by": world.by.pk, "second_reader": reader} | said
    world.record("rights_checklist", world.ago(days), day="signed_on", late=late, **told)


def twice(world, **said):
    """Signed by one and read by another of the team."""
    checked(world, reader=colleague(world).pk, **said)


def colleague(world):
    return a_person("Rita", world.practice.organisation)


def incident(world, **said):
    world.record("incident", world.ago(60), day="happened_on", settle_by=world.ago(30), **said)


def with_papers(world):
    twice(world)
    world.record("document", world.ago(40), day="adopted_on", type="data", unconditional=True)
    world.record("staff_member", world.ago(40), day="since", declaration_on=world.ago(30))


CASES = [
    Case("nothing", nothing, Outcome.HUMAN_ONLY, Strength.NOTHING),
    Case("a check that nobody else read", checked, Outcome.HUMAN_ONLY, Strength.NOTHING),
    Case("a check that finds something missing", lambda world: twice(world, complaints=False), Outcome.HUMAN_ONLY, Strength.NOTHING),
    Case("a check of two years ago", lambda world: twice(world, days=700), Outcome.HUMAN_ONLY, Strength.NOTHING),
    Case("a check that two stand for", twice, Outcome.SUPPORTED, Strength.TOLD),
    Case("with policy, code of conduct and impact assessment", with_papers, Outcome.SUPPORTED, Strength.TOLD),
    Case("a serious incident is past its day", lambda world: (twice(world), incident(world, seriousness="serious")), Outcome.CONTRADICTED, Strength.NOTHING),
    Case("a serious incident was settled", lambda world: (twice(world), incident(world, seriousness="serious", done=True)), Outcome.SUPPORTED, Strength.TOLD),
    Case("a minor incident is past its day", lambda world: (twice(world), incident(world, seriousness="minor")), Outcome.SUPPORTED, Strength.TOLD),
    Case("help depends on working with the police", lambda world: twice(world, unconditional=False), Outcome.CONTRADICTED, Strength.NOTHING),
    Case("entered months later", lambda world: twice(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "R3.1")

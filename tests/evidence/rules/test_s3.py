from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing


def document(world, type_, days=100, late=0, **said):
    world.record("document", world.ago(days), day="adopted_on", type=type_, late=late, **said)


def staffed(world, people=2, needed=2, late=0, **said):
    role = world.record("staff_role", world.ago(100), day="set_on", people_needed=needed, late=late)
    return [world.record("staff_member", world.ago(90), day="since", roles=[role.pk], late=late, **said) for _each in range(people)]  # fmt: skip


def written(world, days=100, late=0, **said):
    for type_ in ("manual", "handover"):
        document(world, type_, days, late, **said)


def with_stand_in(world):
    written(world)
    other = staffed(world, 1, needed=1)[0]
    staffed(world, 1, handover_by=[other.pk])


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("one person alone", lambda world: staffed(world, 1), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("a manual only", lambda world: document(world, "manual"), Outcome.PARTLY, Strength.TOLD),
    Case("all of it, the manual not read again for three years", lambda world: (written(world, 1100), staffed(world)), Outcome.PARTLY, Strength.TOLD),
    Case("all of it, read again lately", lambda world: (written(world, 1100, reviewed_on=world.ago(30)), staffed(world)), Outcome.SUPPORTED, Strength.COUNTED),
    Case("manual, handover, two people for each role", lambda world: (written(world), staffed(world, needed=None)), Outcome.SUPPORTED, Strength.COUNTED),
    Case("one person who can be stood in for", with_stand_in, Outcome.SUPPORTED, Strength.COUNTED),
    Case("written down more than a year ago", lambda world: (written(world, 400), staffed(world, late=-300)), Outcome.SUPPORTED, Strength.COUNTED),
    Case("entered months later", lambda world: (written(world, late=60), staffed(world, late=60)), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "S3", "cairn-sustainability")

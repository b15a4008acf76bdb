from cairn.activities.actions import planning
from cairn.activities.actions.planning import Staffing
from cairn.evidence.enums import Outcome, Strength
from cairn.registers import actions as registers
from tests.activities.factories import a_session, an_activity
from tests.evidence.cases import Case, compare, nothing
from tests.participants.factories import a_participant, a_worker


def planned(world, days=60, late=0):
    world.record("staff_plan", world.ago(days), day="made_on", late=late)


def staffed(world, *had, needed=("trauma", "groups"), late=0, days=60, **said):
    """One colleague whose role needs some competences, and who has some."""
    role = world.record("staff_role", world.ago(days), day="set_on", competences=list(needed), late=late)
    return world.record("staff_member", world.ago(days), day="since", roles=[role.pk], competences=list(had), late=late, **said)  # fmt: skip


def held(world, present=True, needed="yes"):
    activity = an_activity(world.practice, world.by)
    staff = [Staffing(world.by, "", "mediator")]
    session = a_session(activity, world.by, planned_on=world.ago(30), staff=staff, mediator_needed=needed)
    planning.hold(session=session, by=world.by)
    session.staff.update(present=present)


def whole(world, *had, **said):
    planned(world, late=said.get("late", 0))
    one = staffed(world, *(had or ("trauma", "groups")), **said)
    held(world)
    return one


def learning(world):
    one = whole(world, "groups")
    world.record("training_need", world.ago(30), day="noted_on", competence="trauma", members=[one.pk])


def kept_up(world, supervised=13, people=2):
    worker = a_worker(world.practice)
    whole(world, account=worker.pk, caseload_limit=2)
    for _each in range(people):
        a_participant(world.practice, world.by, worker=worker)
    for month in range(supervised):
        world.record("supervision", world.ago(5 + 30 * month), day="held_on")
    need = world.record("training_need", world.ago(90), day="noted_on", competence="trauma")
    registers.close(record=need, on=world.ago(10), by=world.by)
    world.record("training_need", world.ago(500), day="noted_on", done=True, competence="health")


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("a staff plan only", planned, Outcome.PARTLY, Strength.TOLD),
    Case("a colleague lacks what the role needs", lambda world: whole(world, "groups"), Outcome.PARTLY, Strength.TOLD),
    Case("a session without the mediator it needed", lambda world: (planned(world), staffed(world, "trauma", "groups"), held(world, present=False)), Outcome.PARTLY, Strength.TOLD),
    Case("no session recorded", lambda world: (planned(world), staffed(world, "trauma", "groups")), Outcome.PARTLY, Strength.TOLD),
    Case("sessions that need no mediator", lambda world: (planned(world), staffed(world, "trauma", "groups"), held(world, needed="no")), Outcome.SUPPORTED, Strength.COUNTED),
    Case("plan, competences and mediators", whole, Outcome.SUPPORTED, Strength.COUNTED),
    Case("what is missing is to be learned", learning, Outcome.SUPPORTED, Strength.COUNTED),
    Case("with supervision, training and a fair load; all by the team", kept_up, Outcome.SUPPORTED, Strength.COUNTED),
    Case("one colleague works with too many", lambda world: kept_up(world, people=3), Outcome.SUPPORTED, Strength.COUNTED),
    Case("a plan of two years ago", lambda world: (planned(world, 700), staffed(world, "trauma", "groups", days=700), held(world)), Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("entered months later", lambda world: whole(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "E1.4")

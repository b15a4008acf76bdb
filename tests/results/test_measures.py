"""One story a measure: what is recorded, and what is counted of it in the first half of 2025."""

from datetime import date
from decimal import Decimal
from importlib import import_module

import pytest

from cairn.activities.models import SessionStaff
from cairn.money import actions as money
from cairn.needs.actions import settling
from cairn.needs.enums import Status
from cairn.plans import actions as plans
from cairn.results.measures import all_measures
from tests.activities.factories import a_session, an_activity, people_in, record
from tests.money.factories import a_grant, a_line
from tests.needs.factories import a_talk
from tests.participants.factories import a_participant
from tests.plans.conftest import a_goal
from tests.registers.factories import a_record
from tests.results.factories import HALF

pytestmark = pytest.mark.django_db
IN, BEFORE = date(2025, 3, 10), date(2025, 1, 2)


def counted(key, practice):
    return all_measures()[key].of(practice, *HALF)


@pytest.mark.parametrize("key", sorted(all_measures()))
class TestEveryMeasure:
    def test_knows_nothing_where_nothing_is_recorded(self, key, practice):
        found = counted(key, practice)

        assert (found.value, found.records) == (None, 0)

    def test_is_called_by_its_file_and_says_what_it_counts(self, key):
        measure = all_measures()[key]

        assert measure.key == key == measure.of.__module__.rpartition(".")[2]
        assert str(measure.definition).endswith(".")
        assert bool(measure.dimensions) is measure.counts_people

    def test_says_in_its_file_from_which_records_it_is_counted(self, key):
        told = import_module(f"cairn.results.measures.{key}").__doc__.strip().splitlines()

        assert told[0].endswith(".")
        assert told[-1].startswith("Source: ")
        assert str(all_measures()[key].unit)


@pytest.fixture
def people(practice, coordinator, worker):
    """One who stays, one who left well after four months, one who came after the period."""
    stays = a_participant(
        practice, coordinator, worker=worker, sex="woman", age_band="18-24", enrolled_on=BEFORE
    )
    left = a_participant(practice, coordinator, worker=worker, sex="woman", enrolled_on=IN)
    a_participant(practice, coordinator, enrolled_on=date(2025, 9, 1))
    plan = plans.begin(participant=stays, begun_on=BEFORE, by=worker)
    a_goal(plan, worker, kind="papers", due_on=date(2025, 6, 1))
    other = a_goal(plan, worker, chosen_by="worker", due_on=date(2025, 6, 1))
    plans.close_goal(goal=other, state="reached", on=IN, by=worker)
    exit_ = plans.leave(participant=left, on=date(2025, 6, 2), reason="completed", result="job", by=worker)
    due = exit_.follow_ups.get(months=6)
    plans.follow_up(due=due, on=date(2025, 12, 3), contact="reached", holds="yes", by=worker)
    return stays, left


@pytest.mark.parametrize(
    ("key", "value", "records"),
    [
        ("people_reached", 2, 2),
        ("people_new", 2, 2),
        ("people_active", 1, 2),
        ("people_left", 1, 2),
        ("people_with_plan", 1, 1),
        ("people_left_well", 1, 2),
        ("goals_reached", 1, 2),
        ("goals_reached_share", 50, 2),
        ("goals_chosen_share", 50, 2),
        ("preconditions_share", 0, 1),
        ("left_well_share", 100, 1),
    ],
)
def test_people_and_plans(practice, people, key, value, records):
    found = counted(key, practice)

    assert (found.value, found.records) == (value, records)


def test_follow_ups_count_when_they_were_due(practice, people):
    later = date(2025, 11, 1), date(2026, 1, 31)

    for key in ("follow_ups_share", "result_holds_share"):
        assert all_measures()[key].of(practice, *later).value == 100


def test_people_are_told_apart(practice, people):
    assert counted("people_reached", practice).cells == {"sex": {"woman": 2}, "age": {"18-24": 1, "": 1}}


def test_needs(practice, people, worker):
    need = a_talk(people[0], worker, on=BEFORE, housing="high").findings.get().need
    a_talk(people[1], worker, on=IN, money="low")
    settling.settle(need=need, revision=need.revision, status=Status.MET, on=IN, by=worker)

    assert counted("needs_met", practice).value == 1
    assert counted("needs_met_share", practice).value == 50
    assert counted("needs_said_share", practice).records == 2


@pytest.mark.parametrize(
    ("key", "kind", "day", "value"),
    [
        ("community_actions", "community_action", "held_on", 1),
        ("meetings_held", "meeting", "held_on", 1),
        ("policy_recommendations", "policy_recommendation", "sent_on", 1),
        ("training_hours", "training", "given_on", Decimal("12.50")),
        ("volunteer_hours", "volunteer_time", "until_on", Decimal("12.50")),
    ],
)
def test_registers(practice, coordinator, key, kind, day, value):
    a_record(practice, coordinator, kind, **{day: IN})
    a_record(practice, coordinator, kind, **{day: date(2025, 8, 1)})

    assert counted(key, practice).value == value


def test_staff_trained_count_once(practice, coordinator):
    member = a_record(practice, coordinator, "staff_member")
    for _ in range(2):
        a_record(practice, coordinator, "training", given_on=IN, members=[member.pk])

    assert counted("staff_trained", practice).value == 1


def test_hours_of_staff(practice, coordinator):
    line = a_line(a_grant(practice, coordinator), coordinator)
    money.record_time(line=line, staff="ab", month=IN, hours=Decimal("80.5"), by=coordinator)

    assert counted("staff_hours", practice).value == Decimal("80.5")


def test_sessions_and_who_came(practice, coordinator):
    activity = an_activity(practice, coordinator)
    people = people_in(activity, coordinator, 3)
    for present in (("present", "absent"), ("present", "present")):
        record(a_session(activity, coordinator, mediator_needed="yes"), coordinator, *present, people=people)
    a_session(activity, coordinator)
    later = a_session(activity, coordinator, planned_on=date(2025, 9, 1))
    record(later, coordinator, "present", people=people)
    mediator = SessionStaff.objects.create(
        session=activity.sessions.first(), code="M1", role="mediator", present=True
    )

    assert mediator.present
    assert counted("sessions_held", practice).value == 2
    assert counted("session_hours", practice).value == 4
    assert counted("people_present", practice).value == 2
    assert counted("people_present", practice).records == 3
    assert counted("mediator_share", practice).value == 50

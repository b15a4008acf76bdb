"""The practice of the demo: as much as was asked for, as it could have been, without what is lacking on purpose."""

from collections import Counter
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from cairn.activities.enums import Presence, State
from cairn.activities.models import Activity, Attendance, Session
from cairn.assessments import facts as assessments
from cairn.demo import building
from cairn.demo.size import Size
from cairn.demo.stories.marks import LACKING
from cairn.demo.stories.sessions import AHEAD
from cairn.money.models import Expense, StaffTime
from cairn.needs.models import Need, NeedsAssessment
from cairn.participants.models import Adjustment, Consent, Participant, Referral
from cairn.people.models import Organisation, Person
from cairn.plans.enums import GoalState
from cairn.plans.models import Exit, FollowUp, Goal, PlanReview, WorkPlan
from cairn.practices.models import Practice
from cairn.progress import facts as reports
from cairn.registers.kinds import all_kinds
from cairn.registers.models import Record
from cairn.trail import facts as trail
from cairn.trail.models import Entry
from tests.demo.conftest import SMALL, TODAY
from tests.factories import an_organisation

LATE = timedelta(days=30)
TINY = Size(people=2, months=2, seed=2)
ABSENT = {
    "community_action",
    "communication_plan",
    "communication_action",
    "risk",
    "risk_review",
    "risk_event",
    "evaluation",
}


def test_there_is_as_much_as_was_asked_for(practice):
    sessions = Session.objects.filter(activity__practice=practice)
    states = Counter(sessions.values_list("state", flat=True))

    assert practice.title == SMALL.title
    assert Participant.objects.filter(practice=practice).count() == SMALL.people
    assert sessions.count() == SMALL.sessions
    assert states[State.HELD] > 10
    assert states[State.PLANNED] > 0
    assert Attendance.objects.filter(state=Presence.PRESENT).count() > states[State.HELD]


def test_everyone_has_what_belongs_to_them(practice):
    everyone = set(Participant.objects.values_list("pk", flat=True))

    assert set(NeedsAssessment.objects.filter(finished_at=None).values_list("pk")) == set()
    assert set(NeedsAssessment.objects.values_list("participant", flat=True)) == everyone
    assert set(WorkPlan.objects.values_list("participant", flat=True)) == everyone
    assert Consent.objects.count() == 4 * len(everyone)
    assert Consent.objects.filter(withdrawn_on__isnull=False).count() == 1
    assert Adjustment.objects.filter(decision="").count() <= 1
    assert Referral.objects.count() == SMALL.people + SMALL.people // 4
    assert Goal.objects.filter(state=GoalState.REACHED).exists()
    assert PlanReview.objects.exists()
    assert Exit.objects.exists()


def test_what_is_lacking_on_purpose_is_not_there(practice):
    kinds = Counter(Record.objects.filter(practice=practice).values_list("kind", flat=True))
    meetings = Record.objects.filter(kind="meeting")

    assert ABSENT & set(kinds) == set()
    assert set(all_kinds()) - set(kinds) == ABSENT | {"volunteer", "volunteer_time"}
    assert {meeting.data["type"] for meeting in meetings} == {"design", "partner"}
    assert not any(meeting.data.get("data_pack") or meeting.data.get("joint") for meeting in meetings)
    assert FollowUp.objects.exists()
    assert not FollowUp.objects.exclude(done_on=None).exists()


def test_what_its_records_do_not_carry_yet_is_left_open(practice):
    (assessment,) = practice.assessments.all()
    levels = {entry.node_id: entry.level for entry in assessment.entries.all() if entry.level}

    assert {node for node, level in levels.items() if level == "not_met"} == LACKING
    assert 10 < Counter(levels.values())["met"] < 25
    assert assessments.numbered(assessment.pk).state == "draft"


def test_a_second_person_signed_a_report_and_another_is_begun(practice):
    signed, draft = reports.readable_by(
        Person.objects.get(email="mira@harbour-lane.example"), practice
    ).order_by("pk")
    paper = reports.paper_of(signed)

    assert (signed.which, signed.state, draft.which, draft.state) == ("six-monthly", "signed", "quarterly", "draft")  # fmt: skip
    assert signed.signed.by != signed.written_by
    assert signed.ends_on < practice.starts_on + timedelta(days=366)
    assert draft.ends_on == TODAY - timedelta(days=1)
    assert {table.key for part in paper.parts for table in part.tables if table.charts} >= {
        "course",
        "months",
    }
    assert {one.language for one in (signed, draft)} == {"en"}


def test_everything_looks_entered_on_its_day(practice):
    happened = [
        *Participant.objects.values_list("enrolled_on", "made_at"),
        *NeedsAssessment.objects.values_list("assessed_on", "made_at"),
        *Session.objects.exclude(state=State.PLANNED).values_list("planned_on", "settled_at"),
        *Expense.objects.values_list("paid_on", "made_at"),
        *Exit.objects.values_list("on", "made_at"),
    ]
    # Papers and information are looked at again later, so the day of a record may come after its entry.
    kept = Record.objects.filter(happened_on__gte=practice.starts_on).values_list("happened_on", "made_at")

    assert [day for day, entered in happened if not timedelta(0) <= entered.date() - day < LATE] == []
    assert [day for day, entered in kept if entered.date() - day >= LATE] == []
    assert max(entered.date() for _day, entered in [*happened, *kept]) < TODAY
    assert Session.objects.order_by("planned_on").last().planned_on <= TODAY + AHEAD


def test_the_trail_is_whole_and_in_order(practice):
    of_it = Entry.objects.filter(practice=practice.pk).order_by("number")
    times = list(of_it.values_list("at", flat=True))

    assert trail.fault() is None
    assert times == sorted(times)
    assert times[-1].date() < TODAY


def test_what_is_told_has_a_number_a_source_and_a_code(practice):
    assert not Need.objects.filter(source="").exists()
    codes = {record.data["code"] for record in Record.objects.filter(kind="staff_member")}
    assert set(StaffTime.objects.values_list("staff", flat=True)) == codes
    assert Expense.objects.filter(currency="GBP", amount__lt=0).count() == 1


def test_days_are_told_once_each(lived, practice):
    days = lived[1]

    assert days == sorted(set(days))


def whatever(practice):
    """Everything that chance decides, without ids and codes, which are new each time."""
    sessions = Session.objects.filter(activity__practice=practice).order_by("planned_on", "activity__title")
    people = Participant.objects.filter(practice=practice).order_by("made_at")
    return [
        *sessions.values_list("activity__title", "planned_on", "state", "hours"),
        *people.values_list("age_band", "children", "heard_via", "enrolled_on", "ended_on"),
        *Need.objects.filter(participant__in=people)
        .order_by("made_at")
        .values_list("domain", "priority", "source", "status"),
        *Attendance.objects.filter(session__in=sessions)
        .order_by("session__planned_on", "pk")
        .values_list("state"),
        *Record.objects.filter(practice=practice)
        .order_by("made_at")
        .values_list("kind", "happened_on", "due_on"),
        *Expense.objects.filter(line__category__grant__practice=practice)
        .order_by("made_at")
        .values_list("amount", "words", "paid_on"),
    ]


def test_one_seed_makes_one_demo(practice):
    def made(size):
        with transaction.atomic():
            found = whatever(building.build(size=size, today=TODAY, told=lambda day: None))
            transaction.set_rollback(True)
        return found

    assert made(TINY) == made(TINY) != made(Size(people=2, months=2, seed=3))


def test_the_command_tells_the_way_and_does_nothing_twice(practice, capsys):
    size = {"people": 1, "months": 1, "today": TODAY}

    call_command("demo", **size)
    first = capsys.readouterr().out
    counts = (
        Participant.objects.count(),
        Session.objects.count(),
        Practice.objects.count(),
        Person.objects.count(),
    )
    call_command("demo", **size)
    again = capsys.readouterr().out

    assert "2026-05" in first
    assert "Made in" in first
    assert f"/desk/practices/{Practice.objects.latest('pk').pk}/" in first
    assert "sanne@harbour-lane.example" in first
    assert "The demo is there already: A Trade of One’s Own (1 people, 1 months, seed 1)." in again
    assert counts == (
        Participant.objects.count(),
        Session.objects.count(),
        Practice.objects.count(),
        Person.objects.count(),
    )
    assert Activity.objects.filter(practice__title__contains="(1 people").count() == 10


def test_nothing_invented_comes_among_records_of_others(db):
    an_organisation("A real house")
    before = Organisation.objects.count()

    with pytest.raises(CommandError, match="CAIRN_DATA_DIR=another-folder"):
        call_command("demo")

    assert Organisation.objects.count() == before


def test_a_demo_of_nobody_is_refused(db):
    with pytest.raises(CommandError, match="At least one person"):
        call_command("demo", people=0)


def test_half_a_demo_is_none(practice):
    def stop(day):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        building.build(size=TINY, today=TODAY, told=stop)

    assert not Practice.objects.filter(title=TINY.title).exists()

"""Practices with records drawn at random: empty ones, single people, unknown days, ties on the first and last day of a period.

Rows are made in bulk, since stories would take minutes; every state in them is one that people's own actions can lead to, or is refused
by no constraint.
"""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from django.utils import timezone

from cairn.activities.enums import Needed, Presence, StaffRole, State
from cairn.activities.models import Activity, Attendance, Session, SessionStaff
from cairn.money.actions import open_grant, plan_line
from cairn.money.models import StaffTime
from cairn.needs.enums import Answer, Domain, Priority, Source, Status
from cairn.needs.models import Finding, Need, NeedsAssessment
from cairn.participants.enums import AgeBand, Sex
from cairn.participants.models import Participant
from cairn.plans.enums import Chooser, Contacted, GoalKind, GoalState, Holds, Reason, Result, Unit
from cairn.plans.models import Exit, FollowUp, Goal, WorkPlan
from cairn.practices.models import Practice
from cairn.registers.models import Record, RecordLink

START, END = date(2025, 1, 1), date(2025, 6, 30)
EDGES = [START - timedelta(days=1), START, END, END + timedelta(days=1)]
DAYS = [START - timedelta(days=200), *2 * EDGES, date(2025, 3, 10), END + timedelta(days=200)]
"""Around both ends of the period, so that many fall on the same day."""

HOURS = [None, Decimal("0.25"), Decimal("1.5"), Decimal("3.33")]
PEOPLE = (0, 1, 70)
"""In each practice; the first has no records at all."""


def a_world(seed, organisation, by) -> list[Practice]:
    """Three practices, the same ones for the same number."""
    dice = Random(seed)  # noqa: S311  # invented records, no secret
    return [_a_practice(dice, organisation, by, number) for number in range(len(PEOPLE))]


def _day(dice) -> date:
    return dice.choice(DAYS)


def _perhaps(dice) -> date | None:
    return dice.choice([None, *DAYS])


def _a_practice(dice, organisation, by, number) -> Practice:
    practice = Practice.objects.create(organisation=organisation, title=f"P{number}", slug=f"p{number}")
    people = [_a_person(dice, practice, by, one) for one in range(PEOPLE[number])]
    if people:
        _sessions(dice, practice, people)
        _registers(dice, practice, by)
        _time(dice, practice, by)
    return practice


def _a_person(dice, practice, by, number) -> Participant:
    came, left = _day(dice), _perhaps(dice)
    person = Participant.objects.create(
        practice=practice,
        code=f"c{number}",
        sex=dice.choice(Sex.values),
        age_band=dice.choice(AgeBand.values),
        enrolled_on=came,
        ended_on=left if left and left >= came else None,
    )
    if dice.random() < 0.5:
        _plan(dice, person, by)
    if dice.random() < 0.5:
        _left(dice, person, by)
    if dice.random() < 0.5:
        _needs(dice, person, by)
    return person


def _plan(dice, person, by) -> None:
    plan = WorkPlan.objects.create(participant=person, by=by, begun_on=_day(dice), ended_on=_perhaps(dice))
    for _ in range(dice.randint(0, 4)):
        Goal.objects.create(
            participant=person,
            by=by,
            plan=plan,
            words="sealed words",
            kind=dice.choice(GoalKind.values),
            chosen_by=dice.choice(Chooser.values),
            quantity=1,
            unit=Unit.TIMES,
            due_on=_day(dice),
            state=dice.choice(GoalState.values),
            closed_on=_perhaps(dice),
        )


def _left(dice, person, by) -> None:
    on, back = _day(dice), _perhaps(dice)
    leaving = Exit.objects.create(
        participant=person,
        by=by,
        on=on,
        back_on=back if back and back >= on else None,
        reason=Reason.OTHER,
        result=dice.choice(Result.values),
        note="sealed words",
    )
    for months in dice.sample([3, 6, 12, 24, 36], dice.randint(2, 5)):
        FollowUp.objects.create(
            participant=person,
            by=by,
            exit=leaving,
            months=months,
            due_on=_day(dice),
            contact=dice.choice(["", *Contacted.values, *4 * [Contacted.REACHED]]),
            holds=dice.choice(["", *Holds.values, *2 * [Holds.YES]]),
        )


def _needs(dice, person, by) -> None:
    talk = NeedsAssessment.objects.create(
        participant=person,
        by=by,
        assessed_on=_day(dice),
        finished_at=dice.choice([None, timezone.now(), timezone.now()]),
    )
    for order in range(dice.randint(0, 3)):
        Finding.objects.create(
            participant=person,
            by=by,
            assessment=talk,
            domain=Domain.WORK,
            order=order,
            answer=dice.choice(Answer.values),
            source=dice.choice(Source.values),
        )
        status = dice.choice(Status.values)
        Need.objects.create(
            participant=person,
            by=by,
            domain=Domain.WORK,
            priority=Priority.LOW,
            source=Source.SAID,
            found_on=_day(dice),
            status=status,
            status_on=_day(dice),
            because="cost" if status == Status.UNMET else "",
        )


def _sessions(dice, practice, people) -> None:
    activity = Activity.objects.create(practice=practice, title="Words", kind="course", topic="work")
    for _ in range(40):
        state = dice.choice([State.HELD, State.HELD, State.PLANNED])
        session = Session.objects.create(
            activity=activity,
            planned_on=_day(dice),
            state=state,
            settled_at=None if state == State.PLANNED else timezone.now(),
            hours=dice.choice(HOURS),
            mediator_needed=dice.choice(Needed.values),
        )
        for code, role in enumerate(dice.choices(["mediator", *StaffRole.values], k=dice.randint(0, 2))):
            SessionStaff.objects.create(
                session=session, code=f"s{code}", role=role, present=dice.choice([None, True, True, False])
            )
        for person in people:
            if dice.random() < 0.5:
                Attendance.objects.create(
                    session=session, participant=person, state=dice.choice(Presence.values)
                )


def _registers(dice, practice, by) -> None:
    staff = [_record(practice, by, "staff_member", None, {}) for _ in range(60)]
    kinds = ["community_action", "meeting", "policy_recommendation", "training", "volunteer_time", "risk"]
    for kind in kinds * 15:
        told = dice.choice(HOURS)
        data = {"topic": "Words"} | ({} if told is None else {"hours": str(told)})
        record = _record(practice, by, kind, _perhaps(dice), data)
        for member in dice.sample(staff, dice.randint(0, 2)) if kind == "training" else ():
            RecordLink.objects.create(source=record, target=member, field="members")


def _record(practice, by, kind, happened_on, data) -> Record:
    return Record.objects.create(practice=practice, kind=kind, happened_on=happened_on, data=data, made_by=by)


def _time(dice, practice, by) -> None:
    grant = open_grant(
        practice=practice,
        by=by,
        funder="Fund",
        currency="EUR",
        starts_on=date(2024, 1, 1),
        ends_on=date(2026, 12, 31),
        scheme="eu",
    )
    line = plan_line(category=grant.categories.get(code="A"), words="Staff", amount=Decimal(1000), by=by)
    for month in (date(2024, 12, 1), START, date(2025, 6, 1), date(2025, 7, 1)):
        StaffTime.objects.create(line=line, staff="ab", month=month, hours=dice.choice(HOURS[1:]), made_by=by)

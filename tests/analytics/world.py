"""Practices with records drawn at random: empty ones, single people, unknown days, ties on the first and last day of a period.

Rows are made in bulk, since stories would take minutes; every state in them is one that people's own actions can lead to, or is refused
by no constraint.
"""

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone
from hypothesis import strategies as st

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
DAYS = [
    START - timedelta(days=200),
    START - timedelta(days=1),
    START,
    date(2025, 3, 10),
    END,
    END + timedelta(days=1),
    END + timedelta(days=200),
]
"""Around both ends of the period, so that many fall on the same day."""

day = st.sampled_from(DAYS)
perhaps = st.none() | day
hours = st.none() | st.sampled_from([Decimal("0.25"), Decimal("1.5"), Decimal("3.33")])


def a_world(draw, organisation, by) -> list[Practice]:
    """Two to five practices; some of them may have no records at all."""
    return [_a_practice(draw, organisation, by, number) for number in range(draw(st.integers(2, 5)))]


def _a_practice(draw, organisation, by, number) -> Practice:
    practice = Practice.objects.create(organisation=organisation, title=f"P{number}", slug=f"p{number}")
    people = [_a_person(draw, practice, by, one) for one in range(draw(st.integers(0, 4)))]
    if draw(st.booleans()):
        _sessions(draw, practice, people)
        _registers(draw, practice, by)
        _time(draw, practice, by)
    return practice


def _a_person(draw, practice, by, number) -> Participant:
    came, left = draw(day), draw(perhaps)
    person = Participant.objects.create(
        practice=practice,
        code=f"c{number}",
        sex=draw(st.sampled_from(Sex.values)),
        age_band=draw(st.sampled_from(AgeBand.values)),
        enrolled_on=came,
        ended_on=left if left and left >= came else None,
    )
    if draw(st.booleans()):
        _plan(draw, person, by)
    if draw(st.booleans()):
        _left(draw, person, by)
    if draw(st.booleans()):
        _needs(draw, person, by)
    return person


def _plan(draw, person, by) -> None:
    plan = WorkPlan.objects.create(participant=person, by=by, begun_on=draw(day), ended_on=draw(perhaps))
    for _ in range(draw(st.integers(0, 3))):
        Goal.objects.create(
            participant=person,
            by=by,
            plan=plan,
            words="sealed words",
            kind=draw(st.sampled_from(GoalKind.values)),
            chosen_by=draw(st.sampled_from(Chooser.values)),
            quantity=1,
            unit=Unit.TIMES,
            due_on=draw(day),
            state=draw(st.sampled_from(GoalState.values)),
            closed_on=draw(perhaps),
        )


def _left(draw, person, by) -> None:
    on, back = draw(day), draw(perhaps)
    leaving = Exit.objects.create(
        participant=person,
        by=by,
        on=on,
        back_on=back if back and back >= on else None,
        reason=Reason.OTHER,
        result=draw(st.sampled_from(Result.values)),
        note="sealed words",
    )
    for months in draw(st.sets(st.sampled_from([3, 6, 12]))):
        FollowUp.objects.create(
            participant=person,
            by=by,
            exit=leaving,
            months=months,
            due_on=draw(day),
            contact=draw(st.sampled_from(["", *Contacted.values])),
            holds=draw(st.sampled_from(["", *Holds.values])),
        )


def _needs(draw, person, by) -> None:
    talk = NeedsAssessment.objects.create(
        participant=person,
        by=by,
        assessed_on=draw(day),
        finished_at=draw(st.none() | st.just(timezone.now())),
    )
    for order in range(draw(st.integers(0, 2))):
        Finding.objects.create(
            participant=person,
            by=by,
            assessment=talk,
            domain=Domain.WORK,
            order=order,
            answer=draw(st.sampled_from(Answer.values)),
            source=draw(st.sampled_from(Source.values)),
        )
        status = draw(st.sampled_from(Status.values))
        Need.objects.create(
            participant=person,
            by=by,
            domain=Domain.WORK,
            priority=Priority.LOW,
            source=Source.SAID,
            found_on=draw(day),
            status=status,
            status_on=draw(day),
            because="cost" if status == Status.UNMET else "",
        )


def _sessions(draw, practice, people) -> None:
    activity = Activity.objects.create(practice=practice, title="Words", kind="course", topic="work")
    for _ in range(draw(st.integers(0, 3))):
        state = draw(st.sampled_from([State.HELD, State.HELD, State.PLANNED]))
        session = Session.objects.create(
            activity=activity,
            planned_on=draw(day),
            state=state,
            settled_at=None if state == State.PLANNED else timezone.now(),
            hours=draw(hours),
            mediator_needed=draw(st.sampled_from(Needed.values)),
        )
        for code, role in enumerate(draw(st.lists(st.sampled_from(StaffRole.values), max_size=2))):
            SessionStaff.objects.create(
                session=session, code=f"s{code}", role=role, present=draw(st.none() | st.booleans())
            )
        for person in people:
            if draw(st.booleans()):
                Attendance.objects.create(
                    session=session, participant=person, state=draw(st.sampled_from(Presence.values))
                )


def _registers(draw, practice, by) -> None:
    staff = [_record(practice, by, "staff_member", None, {}) for _ in range(2)]
    kinds = ["community_action", "meeting", "policy_recommendation", "training", "volunteer_time", "risk"]
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=6)):
        told = draw(hours)
        data = {"topic": "Words"} | ({} if told is None else {"hours": str(told)})
        record = _record(practice, by, kind, draw(perhaps), data)
        for member in draw(st.sets(st.sampled_from(staff))) if kind == "training" else ():
            RecordLink.objects.create(source=record, target=member, field="members")


def _record(practice, by, kind, happened_on, data) -> Record:
    return Record.objects.create(practice=practice, kind=kind, happened_on=happened_on, data=data, made_by=by)


def _time(draw, practice, by) -> None:
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
    for month in draw(
        st.sets(st.sampled_from([date(2024, 12, 1), START, date(2025, 6, 1), date(2025, 7, 1)]))
    ):
        StaffTime.objects.create(line=line, staff="ab", month=month, hours=Decimal("7.25"), made_by=by)

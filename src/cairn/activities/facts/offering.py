"""What a practice offers and when: activities and their sessions, and who may find them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cairn.activities.enums import State
from cairn.activities.models import Activity, Attendance, Enrolment, Session
from cairn.common.tables import Column
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person

WEEKS = 4
"""How far the calendar looks ahead."""


def visible_to(person: Person, permission: Permission = Permission.SEE_RECORDS) -> QuerySet[Activity]:
    """The activities of all practices on which this person may use this permission."""
    organisations = organisations_where(person, permission)
    return Activity.objects.filter(practice__organisation__in=organisations).select_related(
        "practice__organisation"
    )


def sessions_visible_to(person: Person, permission: Permission = Permission.SEE_RECORDS) -> QuerySet[Session]:
    organisations = organisations_where(person, permission)
    return Session.objects.filter(activity__practice__organisation__in=organisations).select_related(
        "activity__practice__organisation"
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One activity in a list."""

    activity: Activity
    next_on: date | None
    """The next planned session, today's included."""
    enrolled: int
    """Who takes part today."""
    held: int
    due: int
    """Sessions whose day has come, without those that were cancelled."""
    ahead: int
    cancelled: int


def lines(practice_id: int, today: date) -> list[Line]:
    """Every activity in three queries: first those that go on, by their next session, then the others by title."""
    activities = Activity.objects.filter(practice=practice_id)
    ahead = Q(state=State.PLANNED, planned_on__gte=today)
    counted = {
        row["activity"]: row
        for row in Session.objects.filter(activity__practice=practice_id)
        .order_by()
        .values("activity")
        .annotate(
            next_on=Min("planned_on", filter=ahead),
            held=Count("pk", filter=Q(state=State.HELD)),
            due=Count(
                "pk", filter=~Q(state=State.CANCELLED) & (Q(state=State.HELD) | Q(planned_on__lt=today))
            ),
            ahead=Count("pk", filter=ahead),
            cancelled=Count("pk", filter=Q(state=State.CANCELLED)),
        )
    }
    enrolled = dict(
        taking_part(today)
        .filter(activity__practice=practice_id)
        .order_by()
        .values_list("activity")
        .annotate(n=Count("pk"))
    )
    found = []
    for activity in activities:
        told = counted.get(activity.pk)
        found.append(
            Line(
                activity,
                next_on=told["next_on"] if told else None,
                enrolled=enrolled.get(activity.pk, 0),
                held=told["held"] if told else 0,
                due=told["due"] if told else 0,
                ahead=told["ahead"] if told else 0,
                cancelled=told["cancelled"] if told else 0,
            )
        )
    return sorted(found, key=lambda line: line.next_on or date.max)


def taking_part(on: date | F, until: date | None = None) -> QuerySet[Enrolment]:
    """Who had come to an activity by that day and had not left it; or on some day from then until another, both included."""
    return Enrolment.objects.filter(Q(until=None) | Q(until__gte=on), since__lte=until or on)


def offered_between(practice_id: int, since: date, until: date) -> QuerySet[Activity]:
    """Activities with a session, also a cancelled one, or somebody taking part between two days, both included; by title."""
    sessions = Session.objects.filter(activity=OuterRef("pk"), planned_on__range=(since, until))
    enrolled = taking_part(since, until).filter(activity=OuterRef("pk"))
    return Activity.objects.filter(Exists(sessions) | Exists(enrolled), practice=practice_id)


def hours_of_staff(practice_id: int, since: date, until: date) -> Decimal:
    """That sessions between two days, both included, take of whoever is to be there; one person where nobody is named.

    Without those that were cancelled, and those of which nobody knows how long they last.
    """
    sessions = Session.objects.filter(activity__practice=practice_id, planned_on__range=(since, until))
    going = sessions.exclude(state=State.CANCELLED).filter(hours__isnull=False).order_by()
    taken = going.annotate(team=Count("staff")).values_list("hours", "team")
    return sum((hours * max(team, 1) for hours, team in taken if hours), Decimal(0))


def calendar(practice_id: int, since: date, until: date) -> QuerySet[Session]:
    """Sessions of a practice between two days, both included, in the order of time."""
    return (
        Session.objects.filter(activity__practice=practice_id, planned_on__range=(since, until))
        .select_related("activity__practice")
        .prefetch_related("staff__person")
    )


@dataclass(frozen=True, slots=True)
class Week:
    monday: date
    sessions: list[Session]


def weeks(sessions: Iterable[Session], first: date) -> list[Week]:
    """WEEKS weeks from the one in which `first` lies, also the empty ones, each with its sessions."""
    monday = first - timedelta(days=first.weekday())
    mondays = [monday + timedelta(weeks=number) for number in range(WEEKS)]
    found: dict[date, list[Session]] = {each: [] for each in mondays}
    for session in sessions:
        found[session.planned_on - timedelta(days=session.planned_on.weekday())].append(session)
    return [Week(each, found[each]) for each in mondays]


def waiting_for_sheet(practice_id: int, today: date) -> QuerySet[Session]:
    """Sessions up to today of which nobody wrote down who came, longest ago first.

    One that was held while nobody took part in the activity has no sheet and waits for none.
    """
    expected = taking_part(OuterRef("planned_on")).filter(activity=OuterRef("activity"))
    recorded = Attendance.objects.filter(session=OuterRef("pk"))
    return (
        Session.objects.filter(activity__practice=practice_id, planned_on__lte=today)
        .filter(Q(state=State.PLANNED) | Q(Exists(expected), ~Exists(recorded), state=State.HELD))
        .select_related("activity__practice")
    )


LINE_COLUMNS = (
    Column(_("Activity"), lambda line: line.activity.title),
    Column(_("Kind"), lambda line: str(line.activity.get_kind_display())),
    Column(_("What it is about"), lambda line: str(line.activity.get_topic_display())),
    Column(_("Next session"), lambda line: line.next_on),
    Column(_("Take part"), lambda line: line.enrolled),
    Column(_("Held"), lambda line: line.held),
    Column(_("Due so far"), lambda line: line.due),
    Column(_("Ahead"), lambda line: line.ahead),
    Column(_("Cancelled"), lambda line: line.cancelled),
)

SESSION_COLUMNS = (
    Column(_("Activity"), lambda session: session.activity.title),
    Column(_("Day"), lambda session: session.planned_on),
    Column(_("From"), lambda session: session.starts_at and f"{session.starts_at:%H:%M}"),
    Column(_("To"), lambda session: session.ends_at and f"{session.ends_at:%H:%M}"),
    Column(_("State"), lambda session: str(session.get_state_display())),
    Column(_("Why it was cancelled"), lambda session: str(session.get_cancelled_because_display())),
    Column(_("Hours"), lambda session: None if session.hours is None else float(session.hours)),
    Column(_("Kind of place"), lambda session: str(session.get_place_display()) if session.place else ""),
    Column(_("Places"), lambda session: session.capacity),
)

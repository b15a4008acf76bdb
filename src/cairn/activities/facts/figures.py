"""What was offered and used between two days, counted. People are counts here, never shown one by one.

Nothing that nobody said counts as no: sessions of unknown length give no hours, and presence that nobody noted is told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone

from cairn.activities.enums import LeavingReason, Needed, Presence, StaffRole, State
from cairn.activities.models import Activity, Attendance, Enrolment, Session, SessionStaff
from cairn.participants.counting import Share

KNOWN = [Presence.PRESENT, Presence.ABSENT, Presence.EXCUSED]


@dataclass(slots=True)
class Figures:
    """Of one activity, or of all of them together."""

    sessions: int = 0
    """Planned for a day of the period, also those that were cancelled."""
    held: int = 0
    cancelled: int = 0
    ahead: int = 0
    """Still to come."""
    hours: Decimal = Decimal(0)
    """Of sessions held."""
    without_hours: int = 0
    """Held, and nobody said how long."""
    mediator_needed: int = 0
    """Sessions held that need one."""
    mediator_present: int = 0
    mediator_unknown: int = 0
    """Of those that need one: nobody noted whether one was there."""
    adapted: int = 0
    """Sessions held that were fitted to those who came."""
    adaptation_said: int = 0
    """Sessions held of which somebody said whether they were."""
    mixed: int = 0
    """Sessions held in which local people took part as well."""
    attendances: int = 0
    """Each time that somebody came."""
    known: int = 0
    """Each time that somebody is known to have come or not."""
    reach: int = 0
    """Different people who came at least once."""
    took_part: int = 0
    """Enrolments that lasted on some day of the period."""
    adaptations: Counter[str] = field(default_factory=Counter)
    cancelled_because: Counter[str] = field(default_factory=Counter)
    absent_because: Counter[str] = field(default_factory=Counter)
    """By reason; the empty one is that nobody knows."""
    left_because: Counter[str] = field(default_factory=Counter)
    """Enrolments that ended in the period, by reason."""

    @property
    def held_of_due(self) -> Share:
        return Share(self.held, self.sessions - self.ahead)

    @property
    def present_of_known(self) -> Share:
        return Share(self.attendances, self.known)

    @property
    def with_mediator(self) -> Share:
        """Of sessions held that need one and of which somebody noted it."""
        return Share(self.mediator_present, self.mediator_needed - self.mediator_unknown)

    @property
    def with_adaptation(self) -> Share:
        return Share(self.adapted, self.adaptation_said)

    @property
    def drop_outs(self) -> Share:
        """Who left before it was over and not for something that it was meant to lead to, of all who took part."""
        left = sum(number for reason, number in self.left_because.items() if LeavingReason(reason).drop_out)
        return Share(left, self.took_part)


def figures(practice_id: int, since: date, until: date) -> Figures:
    """Of all activities of a practice together, between two days, both included. Reach counts everyone once."""
    return _counted(practice_id, since, until, whole=True)[None]


def by_activity(practice_id: int, since: date, until: date) -> list[tuple[Activity, Figures]]:
    """Every activity of which something falls into the period, by title."""
    counted = _counted(practice_id, since, until, whole=False)
    activities = Activity.objects.filter(practice=practice_id, pk__in=list(counted))
    return [(activity, counted[activity.pk]) for activity in activities]


def by_month(practice_id: int, since: date, until: date) -> list[tuple[date, Share]]:
    """The first day of each month in which a session was held, and how often people came, of how often it was noted. One query."""
    held = Session.objects.filter(
        activity__practice=practice_id, planned_on__range=(since, until), state=State.HELD
    )
    noted = Count("attendance", filter=Q(attendance__state__in=KNOWN))
    came = Count("attendance", filter=Q(attendance__state=Presence.PRESENT))
    months = held.order_by().annotate(month=TruncMonth("planned_on")).values("month")
    rows = months.annotate(came=came, noted=noted).order_by("month")
    return [(row["month"], Share(row["came"], row["noted"])) for row in rows]


def _counted(practice_id: int, since: date, until: date, *, whole: bool) -> dict[int | None, Figures]:
    """By activity, or all under None where `whole`. A fixed number of queries."""
    found: dict[int | None, Figures] = {None: Figures()} if whole else {}

    def of(activity: int) -> Figures:
        return found.setdefault(None if whole else activity, Figures())

    sessions = Session.objects.filter(activity__practice=practice_id, planned_on__range=(since, until))
    for session in _with_mediators(sessions):
        _count_session(of(session["activity"]), session)
    _count_people(of, Attendance.objects.filter(session__in=sessions), whole=whole)
    enrolments = Enrolment.objects.filter(
        Q(until=None) | Q(until__gte=since), activity__practice=practice_id, since__lte=until
    )
    for row in enrolments.values("activity", "until", "left_because"):
        told = of(row["activity"])
        told.took_part += 1
        if row["until"] and row["until"] <= until:
            told.left_because[row["left_because"]] += 1
    return found


def _with_mediators(sessions: QuerySet[Session]) -> Iterable[Mapping[str, Any]]:
    mediators = SessionStaff.objects.filter(session=OuterRef("pk"), role=StaffRole.MEDIATOR)
    return sessions.annotate(
        with_mediator=Exists(mediators.filter(present=True)),
        noted=Exists(mediators.filter(present__isnull=False)),
    ).values(
        "activity", "planned_on", "state", "hours", "mediator_needed", "adaptations", "participation",
        "cancelled_because", "with_mediator", "noted",
    )  # fmt: skip


def _count_session(told: Figures, session: Mapping[str, Any]) -> None:
    told.sessions += 1
    if session["state"] == State.CANCELLED:
        told.cancelled += 1
        told.cancelled_because[session["cancelled_because"]] += 1
    elif session["state"] == State.HELD:
        _count_held(told, session)
    elif session["planned_on"] >= timezone.localdate():
        told.ahead += 1


def _count_held(told: Figures, session: Mapping[str, Any]) -> None:
    told.held += 1
    told.hours += session["hours"] or 0
    told.without_hours += session["hours"] is None
    told.mixed += session["participation"] == "mixed"
    if session["adaptations"] is not None:
        told.adaptation_said += 1
        told.adapted += bool(session["adaptations"])
        told.adaptations.update(session["adaptations"])
    if session["mediator_needed"] == Needed.YES:
        told.mediator_needed += 1
        told.mediator_present += session["with_mediator"]
        told.mediator_unknown += not session["noted"]


def _count_people(of: Any, attendance: QuerySet[Attendance], *, whole: bool) -> None:
    rows = attendance.filter(state__in=KNOWN).order_by()
    for row in rows.values("session__activity", "state", "reason").annotate(n=Count("pk")):
        told = of(row["session__activity"])
        told.known += row["n"]
        if row["state"] == Presence.PRESENT:
            told.attendances += row["n"]
        else:
            told.absent_because[row["reason"]] += row["n"]
    came = rows.filter(state=Presence.PRESENT)
    if whole:
        of(0).reach = came.values("participant").distinct().count()
        return
    for each in came.values("session__activity").annotate(n=Count("participant", distinct=True)):
        of(each["session__activity"]).reach = each["n"]

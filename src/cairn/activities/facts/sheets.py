"""Whose name, that is whose code, stands on a sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from cairn.activities.enums import Presence
from cairn.activities.models import Attendance, AttendanceChange, Enrolment, Session
from cairn.participants import facts as participants

if TYPE_CHECKING:
    from cairn.participants.models import Participant


def on_sheet(session: Session) -> QuerySet[Participant]:
    """Who took part in the activity on the session's day, and whoever is recorded already, by code; nobody who was erased."""
    taking_part = Enrolment.objects.filter(
        Q(until__isnull=True) | Q(until__gte=session.planned_on),
        activity=session.activity_id,
        participant=OuterRef("pk"),
        since__lte=session.planned_on,
    )
    recorded = Attendance.objects.filter(session=session, participant=OuterRef("pk"))
    return (
        participants.of_practice(session.activity.practice_id)
        .filter(Exists(taking_part) | Exists(recorded), erased_on=None)
        .order_by("code")
    )


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one session. Who is not known is counted nowhere."""

    present: int
    absent: int
    excused: int


def counts(session: Session) -> Counts | None:
    """None before anything was recorded."""
    rows = session.attendance.aggregate(
        recorded=Count("pk"),
        present=Count("pk", filter=Q(state=Presence.PRESENT)),
        absent=Count("pk", filter=Q(state=Presence.ABSENT)),
        excused=Count("pk", filter=Q(state=Presence.EXCUSED)),
    )
    return Counts(**rows) if rows.pop("recorded") else None


def last_writers(session: Session) -> dict[str, str]:
    """By participant, the name of whoever wrote their line last."""
    changes = AttendanceChange.objects.filter(attendance__session=session).order_by("revision", "pk")
    told = changes.values_list("attendance__participant", "by__name")
    return {str(participant): name for participant, name in told}


def present_in(sessions: Iterable[int]) -> dict[int, int]:
    """How many people were there, by session, of those that have a sheet."""
    rows = Attendance.objects.filter(session__in=sessions).order_by().values_list("session")
    return dict(rows.annotate(present=Count("pk", filter=Q(state=Presence.PRESENT))))

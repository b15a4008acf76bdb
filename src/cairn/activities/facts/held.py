"""What took place, for figures: sessions that were held, and who was there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet

from cairn.activities.enums import Needed, Presence, StaffRole, State
from cairn.activities.models import Attendance, Session, SessionStaff
from cairn.participants.counting import Share

if TYPE_CHECKING:
    from uuid import UUID


def held(practice_id: int, since: date, until: date) -> QuerySet[Session]:
    """Between two days, both included."""
    return Session.objects.filter(
        activity__practice=practice_id, planned_on__range=(since, until), state=State.HELD
    )


def present(practice_id: int, since: date, until: date) -> QuerySet[Attendance, UUID]:
    """The participants who came to at least one of them; once for each time, so callers tell them apart."""
    there = Attendance.objects.filter(session__in=held(practice_id, since, until), state=Presence.PRESENT)
    return there.order_by().values_list("participant", flat=True)


def with_mediator(practice_id: int, since: date, until: date) -> Share:
    """Of those that needed a mediator, in how many one was present. Where nobody said who was there, none was."""
    needing = held(practice_id, since, until).filter(mediator_needed=Needed.YES)
    there = SessionStaff.objects.filter(session=OuterRef("pk"), role=StaffRole.MEDIATOR, present=True)
    return Share(needing.filter(Exists(there)).count(), needing.count())

"""What took place as columns, for figures over many practices: days, numbers and choices, never words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from cairn.activities.enums import StaffRole
from cairn.activities.facts.held import held
from cairn.activities.models import Attendance, SessionStaff

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from uuid import UUID


def sessions(practice_id: int) -> Iterable[tuple[date, Decimal | None, str, bool]]:
    """Of each session held: the day, how long, whether a mediator was needed, whether one was entered as present."""
    there = SessionStaff.objects.filter(session=OuterRef("pk"), role=StaffRole.MEDIATOR, present=True)
    ever = held(practice_id, date.min, date.max).order_by().annotate(mediator=Exists(there))
    return ever.values_list("planned_on", "hours", "mediator_needed", "mediator").iterator()


def attendance(practice_id: int) -> Iterable[tuple[UUID, date, str]]:
    """Of each line on the sheet of a session held: who, on which day, present or not."""
    lines = Attendance.objects.filter(session__in=held(practice_id, date.min, date.max)).order_by()
    return lines.values_list("participant", "session__planned_on", "state").iterator()

"""What stays of somebody whose records are erased: that they came, as a count."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.dispatch import receiver
from django.utils import timezone

from cairn.activities.enums import LeavingReason
from cairn.activities.models import Attendance, AttendanceChange, Enrolment
from cairn.participants.signals import erasing

if TYPE_CHECKING:
    from cairn.participants.models import Participant


@receiver(erasing)
def forget(participant: Participant, **_more: Any) -> None:
    """Presence stays, without reasons and without who corrected what; days become months; why somebody left stays only as far
    as drop-outs are counted. Figures of the past do not change, and nothing of it stands on a sheet or a list any more."""
    AttendanceChange.objects.filter(attendance__participant=participant).delete()
    lines = Attendance.objects.filter(participant=participant)
    for line in lines:
        lines.filter(pk=line.pk).update(reason="", left_early=False, entered_at=_month(line.entered_at))
    for enrolment in Enrolment.objects.filter(participant=participant):
        _round(enrolment)


def _round(enrolment: Enrolment) -> None:
    since = enrolment.since.replace(day=1)
    until = (enrolment.until or max(timezone.localdate(), enrolment.since)).replace(day=1)
    stays = {LeavingReason.COMPLETED.value, LeavingReason.WORK.value}
    because = enrolment.left_because if enrolment.left_because in stays else LeavingReason.OTHER.value
    Enrolment.objects.filter(pk=enrolment.pk).update(
        since=since, until=until, left_because=because, made_at=_month(enrolment.made_at)
    )


def _month(at: datetime) -> datetime:
    return at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)

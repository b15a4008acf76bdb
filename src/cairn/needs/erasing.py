"""What is left in this room of a person whose records are erased: enough for figures of the past, nothing that points to them.

Sealed words die with the person's key. Days become the first of their month; what could be told from a choice alone goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models.functions import TruncMonth
from django.dispatch import receiver

from cairn.needs.enums import Wish
from cairn.needs.models import (
    Finding,
    Need,
    NeedChange,
    NeedsAssessment,
    Preference,
    SkillEntry,
    SkillSection,
)
from cairn.needs.skills import SECTIONS, after_erasure
from cairn.participants.signals import erasing

if TYPE_CHECKING:
    from cairn.participants.models import Participant

DAYS = {
    NeedsAssessment: ("assessed_on", "finished_at"),
    Need: ("found_on", "status_on"),
    Finding: (),
    NeedChange: ("on",),
    Preference: ("said_on",),
    SkillEntry: ("changed_at",),
    SkillSection: (),
}
"""Beside the moment of entry, which every row has."""


@receiver(erasing)
def erase(*, participant: Participant, **_more: Any) -> None:
    """In the transaction in which the person is erased."""
    NeedsAssessment.objects.filter(participant=participant, finished_at__isnull=True).delete()
    NeedsAssessment.objects.filter(participant=participant).update(place="", with_interpreter=None)
    _leave_groups_of_wishes(participant)
    for entry in SkillEntry.objects.filter(participant=participant).defer("sealed"):
        left = after_erasure(SECTIONS[entry.section], entry.data)
        SkillEntry.objects.filter(pk=entry.pk).update(data=left, sealed="")
    for model, days in DAYS.items():
        rows = model._default_manager.filter(participant=participant)  # noqa: SLF001  # Django's public name
        rows.update(**{day: TruncMonth(day) for day in ("made_at", *days)})


def _leave_groups_of_wishes(participant: Participant) -> None:
    """Of what stands, sectors and the major group of each profession once; nothing of what stood before."""
    wishes = Preference.objects.filter(participant=participant)
    wishes.filter(until__isnull=False).delete()
    seen: set[str] = set()
    for wish in wishes.filter(kind=Wish.PROFESSION).order_by("-wanted", "rank"):
        group = wish.code[0]
        if group in seen:
            wish.delete()
        else:
            seen.add(group)
            wishes.filter(pk=wish.pk).update(code=group, occupation="")

"""Released tables are compared with what signed reports told as well: the gate below asks, and is answered here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cairn.progress import facts
from cairn.releases.signals import also_told

if TYPE_CHECKING:
    from cairn.practices.models import Practice
    from cairn.releases.audit import Published


def listen() -> None:
    also_told.connect(_told, dispatch_uid="progress")


def _told(*, practice: Practice, **_more: Any) -> list[Published]:
    return [one.published for one in facts.told_by(practice)]

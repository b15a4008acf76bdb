"""Daily records as rules read them: who takes part, what was held, and when each was entered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from cairn.activities.facts import held
from cairn.evidence.enums import Side
from cairn.evidence.shape import Trace
from cairn.participants.facts import taking_part

if TYPE_CHECKING:
    from uuid import UUID

    from cairn.activities.facts.held import Once
    from cairn.evidence.asking import Asking
    from cairn.participants.models import Participant


def active(asking: Asking) -> dict[UUID, Participant]:
    """Who takes part today."""
    return {one.pk: one for one in asking.records.once(taking_part, asking.practice.pk, asking.today)}


def sessions(asking: Asking) -> list[Once]:
    """Held in the window."""
    return asking.records.once(held.sessions, asking.practice.pk, asking.since, asking.today)


def of_sessions(found: Iterable[Once], side: Side = Side.TEAM) -> tuple[Trace, ...]:
    """Sessions held, each entered when it was said that it was held."""
    zone = timezone.get_current_timezone()
    return tuple(
        Trace(one.planned_on, timezone.localdate(one.settled_at, zone), side)
        for one in found
        if one.settled_at
    )


def dated(found: Iterable[Any], day: str, side: Side = Side.TEAM) -> tuple[Trace, ...]:
    """Records of people that have a day under this name, each entered when it was made; those without the day are not there."""
    zone = timezone.get_current_timezone()
    return tuple(
        Trace(getattr(one, day), timezone.localdate(one.made_at, zone), side)
        for one in found
        if getattr(one, day)
    )

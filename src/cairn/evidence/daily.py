"""Daily records as rules read them: who takes part, what was held, and when each was entered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from cairn.activities.facts import held
from cairn.evidence.enums import Side
from cairn.evidence.shape import Trace
from cairn.participants import facts as participants
from cairn.plans import facts as plans

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from cairn.activities.facts.held import Once
    from cairn.evidence.asking import Asking


def everyone(asking: Asking) -> list[Any]:
    """Who ever took part."""
    fields = "pk enrolled_on heard_via sex age_band made_at"
    return asking.records.some(fields, participants.of_practice, asking.practice.pk)


def active(asking: Asking) -> dict[UUID, date]:
    """Who takes part today, and since when."""
    there = asking.records.some("pk enrolled_on", participants.taking_part, asking.practice.pk, asking.today)
    return dict(there)


def languages(asking: Asking) -> list[Any]:
    """What everyone speaks and reads."""
    return asking.records.some(
        "participant_id tag reads speaks", participants.languages_of, asking.practice.pk
    )


def follow_ups(asking: Asking) -> list[Any]:
    """Due in the window, of those who left."""
    fields = "months contact done_on holds"
    return asking.records.some(
        fields, plans.follow_ups_between, asking.practice.pk, asking.since, asking.today
    )


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

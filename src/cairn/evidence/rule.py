"""A rule: what is asked of the records for one checklist item. Its limits' values stand in `limits/`, as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

from cairn.evidence.asking import Asking
from cairn.evidence.shape import Part


class Unit(StrEnum):
    SHARE = "share"
    """0 to 1."""
    COUNT = "count"
    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Limit:
    """A threshold that a practice may set otherwise, with a reason."""

    says: str | Promise
    unit: Unit


@dataclass(frozen=True, slots=True)
class Rule:
    item: str
    """Id of the checklist item in its framework."""
    limits: Mapping[str, Limit]
    parts: Callable[[Asking], Iterable[Part]]

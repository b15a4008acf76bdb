"""Limits of rules as a practice set them, beside what Cairn proposes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cairn.evidence.models import OwnLimit
from cairn.evidence.rule import Limit, Unit
from cairn.evidence.rules import limits_of, rules_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

FRESH = Limit(_("Days for which records count as fresh"), Unit.DAYS)
MOST = {Unit.SHARE: 1, Unit.COUNT: 10_000, Unit.DAYS: 3_650, Unit.MONTHS: 120}


@dataclass(frozen=True, slots=True)
class Threshold:
    """One limit of one rule, as it is and as it could be."""

    item: str
    name: str
    limit: Limit
    default: float
    own: float | None
    """None where what Cairn proposes holds."""


def own_limits(practice_id: int, framework_id: str) -> dict[str, dict[str, float]]:
    """By item and name, the values that the practice has set and not taken back."""
    newest = {(one.item, one.name): one.value for one in reversed(changes(practice_id, framework_id))}
    found: dict[str, dict[str, float]] = {}
    for (item, name), value in newest.items():
        if value is not None:
            found.setdefault(item, {})[name] = value
    return found


def changes(practice_id: int, framework_id: str) -> QuerySet[OwnLimit]:
    """Everything that was ever set, the newest first."""
    return OwnLimit.objects.filter(practice=practice_id, framework=framework_id).select_related("by")


def limit_of(framework_id: str, item: str, name: str) -> Limit | None:
    """None where there is no such limit."""
    rule = rules_of(framework_id).get(item)
    return None if rule is None else FRESH if name == "fresh_for" else rule.limits.get(name)


def all_of(practice_id: int, framework_id: str) -> Iterator[Threshold]:
    """Every limit of every rule, in the order of the items; how long records are fresh comes last."""
    own, defaults = own_limits(practice_id, framework_id), limits_of(framework_id)
    for item, rule in rules_of(framework_id).items():
        for name, limit in {**rule.limits, "fresh_for": FRESH}.items():
            yield Threshold(item, name, limit, defaults[item][name], own.get(item, {}).get(name))

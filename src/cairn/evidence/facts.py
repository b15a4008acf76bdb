"""What the records say of every item of a framework, on any day."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from cairn.evidence import keeping
from cairn.evidence.computing import computed
from cairn.evidence.models import Frozen, Showing, State, Statement
from cairn.evidence.packing import unpacked

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from cairn.evidence.shape import Judged, Standing
    from cairn.practices.models import Practice


def standing(practice: Practice, framework_id: str, *, traces: bool = False) -> Standing:
    """How every item of a framework stands today; what pages ask. As computed before, where nothing has changed since.

    The parts carry the traces of their records only where they are asked for, and then without saying which record each is.
    """
    return keeping.standing(practice.pk, framework_id, timezone.localdate(), traces=traces)


def of_item(practice: Practice, framework_id: str, item: str) -> Judged:
    """One item computed anew, with the records behind it."""
    return computed(practice, framework_id, timezone.localdate(), items={item})[item].judged


def of_practice(
    practice: Practice, framework_id: str, today: date, *, assessed_on: date | None = None
) -> dict[str, Judged]:
    """By item, in the order of their ids; items without a rule are not there. By today's records, whatever day is asked."""
    found = computed(practice, framework_id, today, assessed_on=assessed_on)
    return {item: one.judged for item, one in found.items()}


def on(practice: Practice, framework_id: str, day: date) -> dict[str, State]:
    """How each item stood at the end of a past day, as it was known then; items that were not yet looked at are not there."""
    stood = State.objects.filter(practice=practice, framework=framework_id, since__lte=day)
    return {state.item: state for state in stood.filter(Q(until=None) | Q(until__gt=day)).order_by("item")}


def history(practice: Practice, framework_id: str, item: str) -> QuerySet[State]:
    """Every state of an item, the newest first."""
    return State.objects.filter(practice=practice, framework=framework_id, item=item)


def shows(practice: Practice) -> bool:
    """Whether the practice agreed to publish strength and month of its evidence."""
    return Showing.objects.filter(practice=practice).exists()


def statements_on(practice_id: int, framework_id: str, item: str) -> QuerySet[Statement]:
    """Everything that was ever signed of an item, the newest first."""
    return Statement.objects.filter(practice=practice_id, framework=framework_id, item=item).select_related(
        "by"
    )


def frozen_with(edition_id: int) -> Frozen | None:
    """The evidence as it stood when this edition was published; None where there are no rules for its framework."""
    return Frozen.objects.filter(edition=edition_id).first()


def frozen_of(practice: Practice, framework_id: str, item: str) -> list[tuple[Frozen, Judged]]:
    """How an item stood at each publication, the last first."""
    found = Frozen.objects.filter(practice=practice, framework=framework_id).select_related("edition")
    told = [(one, json.loads(one.text)["items"]) for one in found]
    return [(one, unpacked(items[item])) for one, items in told if item in items]

"""What the records say of every item of a framework, on any day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from cairn.evidence.asking import Asking, Records
from cairn.evidence.judging import judged
from cairn.evidence.models import Showing, Statement
from cairn.evidence.rules import limits_of, rules_of
from cairn.evidence.shape import Standing

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from cairn.evidence.shape import Judged
    from cairn.practices.models import Practice


def standing(practice: Practice, framework_id: str) -> Standing:
    """How every item of a framework stands today. What pages ask; `of_practice` computes anew, for any day."""
    today = timezone.localdate()
    return Standing(items=of_practice(practice, framework_id, today), as_of=today, computed_at=timezone.now())


def of_practice(
    practice: Practice, framework_id: str, today: date, *, assessed_on: date | None = None
) -> dict[str, Judged]:
    """By item, in the order of their ids; items without a rule are not there. Each kind of record is read once for all."""
    records = Records(practice, today)
    limits = limits_of(framework_id)
    return {
        item: judged(
            list(rule.parts(Asking(records, framework_id, item, limits[item]))),
            fresh_for=int(limits[item]["fresh_for"]),
            today=today,
            assessed_on=assessed_on,
        )
        for item, rule in rules_of(framework_id).items()
    }


def shows(practice: Practice) -> bool:
    """Whether the practice agreed to publish strength and month of its evidence."""
    return Showing.objects.filter(practice=practice).exists()


def statements_on(practice_id: int, framework_id: str, item: str) -> QuerySet[Statement]:
    """Everything that was ever signed of an item, the newest first."""
    return Statement.objects.filter(practice=practice_id, framework=framework_id, item=item).select_related(
        "by"
    )

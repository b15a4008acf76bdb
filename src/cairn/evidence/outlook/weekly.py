"""What changed in the evidence of a practice within a week: items by their ids, and nothing of any person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_noop

from cairn.evidence import facts, outlook
from cairn.evidence.enums import Outcome

if TYPE_CHECKING:
    from cairn.practices.models import Practice

DAYS = 7
MESSAGE = gettext_noop(
    "Evidence of %(practice)s in the last week. Stronger: %(stronger)s. Weaker: %(weaker)s. "
    "Too old within a week: %(old)s."
)
NONE = "–"


@dataclass(frozen=True, slots=True)
class Week:
    stronger: tuple[str, ...]
    weaker: tuple[str, ...]
    old: tuple[str, ...]
    """Fresh today, and too old within the next week unless something newer is recorded."""

    def __bool__(self) -> bool:
        return bool(self.stronger or self.weaker or self.old)


def parameters(weeks: Mapping[str, Week]) -> dict[str, str | int]:
    """As the message names them; `weeks` by title of the framework, which is told where there are several."""
    return {name: _listed(weeks, name) or NONE for name in ("stronger", "weaker", "old")}


def _listed(weeks: Mapping[str, Week], name: str) -> str:
    told = {title: ", ".join(getattr(week, name)) for title, week in weeks.items()}
    if len(told) == 1:
        return "".join(told.values())
    return "; ".join(f"{title}: {items}" for title, items in told.items() if items)


def week_of(practice: Practice, framework_id: str, today: date) -> Week:
    """Against how each item stood a week ago, as it was known then; what nobody looked at then has not changed."""
    found = facts.standing(practice, framework_id).items
    then = {
        item: outlook.rank(Outcome(state.outcome), state.strength)
        for item, state in facts.on(practice, framework_id, today - timedelta(days=DAYS)).items()
    }
    now = {item: outlook.rank(one.outcome, one.strength) for item, one in found.items() if item in then}
    return Week(
        stronger=tuple(item for item, stands in now.items() if stands > then[item]),
        weaker=tuple(item for item, stands in now.items() if stands < then[item]),
        old=tuple(
            item for item, day in outlook.gets_old(found, today) if day <= today + timedelta(days=DAYS)
        ),
    )

"""Work plans as columns, for figures over many practices: days and choices, never words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cairn.plans.models import Exit, FollowUp, Goal, WorkPlan

if TYPE_CHECKING:
    from collections.abc import Iterable

    Rows = Iterable[tuple[Any, ...]]


def plans(practice_id: int) -> Rows:
    """Whose, from when to when."""
    return _rows(WorkPlan, practice_id, "participant", "begun_on", "ended_on")


def goals(practice_id: int) -> Rows:
    """What about, chosen by whom, where it stands, due on, closed on, and since when its plan runs."""
    return _rows(Goal, practice_id, "kind", "chosen_by", "state", "due_on", "closed_on", "plan__begun_on")


def exits(practice_id: int) -> Rows:
    """Who left on which day, came back on which, and to what they left."""
    return _rows(Exit, practice_id, "participant", "on", "back_on", "result")


def follow_ups(practice_id: int) -> Rows:
    """Due on, after how many months, what became of it, whether the result still stands."""
    return _rows(FollowUp, practice_id, "due_on", "months", "contact", "holds")


def _rows(model: type[WorkPlan | Goal | Exit | FollowUp], practice_id: int, *names: str) -> Rows:
    rows = model._default_manager.filter(participant__practice=practice_id)  # noqa: SLF001  # Django's public name
    return rows.order_by().values_list(*names).iterator()

"""What is left in this room of a person whose records are erased: enough for figures of the past, nothing that points to them.

Sealed words die with the person's key. Days become the first of their month; what no figure counts goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models.functions import TruncMonth

from cairn.participants.signals import erasing
from cairn.plans.models import Exit, FollowUp, Goal, PlanReview, Progress, SelfRating, Step, WorkPlan

if TYPE_CHECKING:
    from django.db.models import Model

    from cairn.participants.models import Participant

DAYS: dict[type[Model], tuple[str, ...]] = {
    WorkPlan: ("begun_on", "ended_on"),
    Goal: ("due_on", "closed_on"),
    Progress: ("on",),
    Step: ("done_on",),
    PlanReview: ("on",),
    Exit: ("on", "back_on"),
    FollowUp: ("due_on", "done_on"),
}
"""Beside the moment of entry, which every row has."""
BLANK: dict[type[Model], dict[str, Any]] = {
    WorkPlan: {"review_on": None},
    Goal: {"words": "", "sector": "", "baseline": None},
    Step: {"words": "", "due_on": None},
    PlanReview: {"strength": "", "note": "", "mediator": None},
    Exit: {"note": ""},
    FollowUp: {"note": "", "work": "", "home": "", "health": "", "social": ""},
}


def listen() -> None:
    erasing.connect(when_erased, dispatch_uid="plans: erased")


def when_erased(participant: Participant, **_more: Any) -> None:
    """In the transaction in which the person is erased. What somebody said of themselves goes altogether."""
    SelfRating.objects.filter(participant=participant).delete()
    for model, days in DAYS.items():
        rows = model._default_manager.filter(participant=participant)  # noqa: SLF001  # Django's public name
        rows.update(**BLANK.get(model, {}), **{day: TruncMonth(day) for day in ("made_at", *days)})

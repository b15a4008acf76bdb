"""What this room hears of: an approved text that changed, and an edition that came out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models.signals import post_save

from cairn.assessments import facts as assessing
from cairn.assessments.enums import State
from cairn.assessments.signals import approval_voided, published
from cairn.practices.models import PracticeChange
from cairn.review.actions import steps

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment
    from cairn.people.models import Person


def listen() -> None:
    approval_voided.connect(when_changed, dispatch_uid="review: approval void")
    published.connect(when_published, dispatch_uid="review: published")
    post_save.connect(
        when_facts_changed, sender=PracticeChange, dispatch_uid="review: facts of a practice changed"
    )


def when_changed(assessment: Assessment, **_more: Any) -> None:
    """Whoever made the newest change took the approval away."""
    steps.void(assessment=assessment, by=assessing.history(assessment)[0].by)


def when_published(assessment: Assessment, by: Person, **_more: Any) -> None:
    steps.published(assessment=assessment, by=by)


def when_facts_changed(instance: PracticeChange, **_more: Any) -> None:
    """The facts of a practice are part of what is published, so they are part of what was approved."""
    for assessment in assessing.assessments_of(instance.practice).filter(state=State.APPROVED):
        steps.void(assessment=assessment, by=instance.by)

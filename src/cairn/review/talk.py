"""The conversations about an assessment: which there are, where they stand, and where they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, QuerySet
from django.urls import reverse

from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person
from cairn.review.models import Thread

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment


def visible_to(person: Person) -> QuerySet[Thread]:
    """The threads in which this person may speak; others look as if they were not there."""
    houses = organisations_where(person, Permission.COMMENT)
    return Thread.objects.filter(assessment__practice__organisation__in=houses).select_related(
        "assessment__practice__organisation", "assessment__framework_version"
    )


def threads_on(assessment: Assessment, node_id: str | None = None) -> QuerySet[Thread]:
    """Open ones first, with all that was said; of one node ("" for the whole) or, where None, of all."""
    threads = Thread.objects.filter(assessment=assessment)
    return (
        (threads if node_id is None else threads.filter(node_id=node_id))
        .order_by("resolved", "pk")
        .prefetch_related("comments__by", "turns__by")
    )


def open_counts(assessment: Assessment) -> dict[str, int]:
    """How many threads are open, by node id; "" is the whole."""
    return dict(
        Thread.objects.filter(assessment=assessment, resolved=False)
        .order_by()
        .values_list("node_id")
        .annotate(number=Count("pk"))
    )


def address_of(thread: Thread) -> str:
    if thread.node_id:
        page = reverse("node_comments", args=[thread.assessment_id, thread.node_id])
    else:
        page = reverse("comments", args=[thread.assessment_id])
    return f"{page}#thread-{thread.pk}"

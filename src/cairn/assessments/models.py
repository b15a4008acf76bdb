"""An assessment: one judgement of a practice against one framework version, and its history."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.assessments.enums import State
from cairn.frameworks.enums import Mode
from cairn.frameworks.models import FrameworkVersion
from cairn.practices.models import Practice
from cairn.publications.models import Publication


class Assessment(models.Model):
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="assessments")
    framework_version = models.ForeignKey(FrameworkVersion, on_delete=models.PROTECT, related_name="+")
    mode = models.CharField(_("kind of assessment"), max_length=10, choices=Mode.choices, default=Mode.SELF)
    language = models.CharField(_("language"), max_length=35, default="en")
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    follows = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="followed_by")
    """The assessment that this one was begun from, of the same practice."""
    state = models.CharField(_("state"), max_length=10, choices=State.choices[:-1], default=State.DRAFT)
    approved_digest = models.CharField(max_length=64, blank=True)
    """SHA-256 of the exact text that was approved for publication; empty unless approved."""
    edition = models.OneToOneField(
        Publication, on_delete=models.PROTECT, null=True, related_name="assessment"
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    started_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.APPROVED) ^ Q(approved_digest=""),
                name="approved_is_approved_as_it_stood",
            ),
            models.CheckConstraint(
                condition=Q(state=State.PUBLISHED) ^ Q(edition__isnull=True),
                name="published_has_its_edition",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practice} ({self.framework_version})"

    def get_absolute_url(self) -> str:
        return reverse("assessment", args=[self.pk])

    @property
    def stands(self) -> State:
        """The state, seen together with its edition."""
        if self.edition is not None and self.edition.withdrawn_at is not None:
            return State.WITHDRAWN
        return State(self.state)


class Entry(models.Model):
    """What was said of one node: a question's answer, an item's mark, or why a node was left out.

    One row per node that anyone has touched. `revision` grows with each change, so that two people who
    write at once are told of each other instead of overwriting.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="entries")
    node_id = models.CharField(max_length=64)
    revision = models.PositiveIntegerField(default=1)
    level = models.CharField(max_length=64, blank=True)
    """For items: a level of the item's scale or `not_applicable`; empty means not decided."""
    note = models.TextField(blank=True)
    wording = models.TextField(blank=True)
    """For items of an imported document: the document's own sentence."""
    narrative = models.TextField(blank=True)
    tools = models.JSONField(default=list, blank=True)
    """For questions: [{"title": …, "url": …}]."""
    reason = models.TextField(blank=True)
    """For items: why the mark differs from what the records suggest."""
    suggested = models.JSONField(default=dict, blank=True)
    """For items: what the records suggested when the mark or its reason was set (see weighing/suggesting.py), or
    on the day when the mark came with a document; {} is unknown."""
    left_out = models.BooleanField(default=False)
    left_out_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "node_id"], name="one_entry_per_node"),
            models.CheckConstraint(
                condition=Q(left_out=False, left_out_reason="") | (Q(left_out=True) & ~Q(left_out_reason="")),
                name="left_out_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment_id}/{self.node_id}"


class Change(models.Model):
    """One change of one entry: what stood before, what stands after, who and when. Rows are only ever added."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="changes")
    node_id = models.CharField(max_length=64)
    revision = models.PositiveIntegerField()
    before = models.JSONField()
    after = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undoes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="undone_by")

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "node_id", "revision"], name="one_change_per_revision"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment_id}/{self.node_id} r{self.revision}"


class Leftover(models.Model):
    """A line of an imported document that belongs to no node: kept, never dropped."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="leftovers")
    order = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.text[:80]

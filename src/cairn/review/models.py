"""The way from draft to the public: steps, what is asked of whom, and what people say about it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.assessments.enums import State
from cairn.review.enums import Verb

LONGEST = 5_000
"""Characters of a note or a comment."""


class Step(models.Model):
    """One step of an assessment: from where to where, by whom and why. Rows are only ever added."""

    assessment = models.ForeignKey("assessments.Assessment", on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=10, choices=Verb.choices)
    from_state = models.CharField(max_length=10, choices=State.choices)
    to_state = models.CharField(max_length=10, choices=State.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True)
    nodes = models.JSONField(default=list, blank=True)
    """Ids of the nodes that need work, where it was returned."""
    fingerprint = models.CharField(max_length=64)
    """SHA-256 of the exact text that stood when the step was taken."""
    last_change = models.PositiveBigIntegerField(default=0)
    """Number of the assessment's newest change then, 0 where there was none: later ones came after this step."""
    practice_revision = models.PositiveIntegerField()
    """The revision of the practice's facts then."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(verb=Verb.RETURN) | ~Q(note=""), name="returned_with_a_note"),
        ]

    def __str__(self) -> str:
        return f"{self.assessment_id}: {self.verb}"


class Assignment(models.Model):
    """A criterion or question that one person was asked to work on."""

    assessment = models.ForeignKey(
        "assessments.Assessment", on_delete=models.CASCADE, related_name="assignments"
    )
    node_id = models.CharField(max_length=64)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments")
    due_on = models.DateField(_("due on"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = [models.F("due_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "node_id", "person"],
                condition=Q(done_at=None),
                name="asked_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None) | Q(done_at__isnull=False, done_by__isnull=False),
                name="done_by_someone_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment_id}/{self.node_id}: {self.person}"


class Thread(models.Model):
    """What people say to each other about one node, or about the whole assessment where no node is named."""

    assessment = models.ForeignKey("assessments.Assessment", on_delete=models.CASCADE, related_name="threads")
    node_id = models.CharField(max_length=64, blank=True)
    resolved = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.assessment_id}/{self.node_id}"


class Turn(models.Model):
    """A thread was resolved or opened again. Rows are only ever added."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="turns")
    resolved = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.thread_id}: {self.resolved}"


class Comment(models.Model):
    """What one person said. It stays as it was sent: who has to correct it answers it."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="comments")
    text = models.TextField(_("comment"), max_length=LONGEST)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="mentioned_in", blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="a_comment_says_something")]

    def __str__(self) -> str:
        return self.text[:80]


class Reminder(models.Model):
    """That people were reminded of something on a day, so that nobody is reminded of it twice."""

    assessment = models.ForeignKey(
        "assessments.Assessment", on_delete=models.CASCADE, null=True, related_name="+"
    )
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, null=True, related_name="+")
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "on"], name="assessment_reminded_once_a_day"),
            models.UniqueConstraint(fields=["assignment", "on"], name="assignment_reminded_once_a_day"),
            models.CheckConstraint(
                condition=Q(assessment=None) ^ Q(assignment=None), name="a_reminder_is_of_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment_id or self.assignment_id}: {self.on}"

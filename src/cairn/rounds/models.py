"""Rounds of judging: who was asked, what each one judged, and what was agreed. Judgements are only ever added."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cairn.rounds.enums import Confidence, Kind, Purpose, State


class OnlyAdded(models.Model):
    """A row that is written once: what was judged or agreed stays as it was said."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("What was judged or agreed stays as it is; add the next revision.")
        super().save(*args, **kwargs)


class Round(models.Model):
    """Several assessors judge one practice apart from each other; what they agree on goes into the assessment."""

    assessment = models.ForeignKey("assessments.Assessment", on_delete=models.PROTECT, related_name="rounds")
    purpose = models.CharField(_("what it is for"), max_length=12, choices=Purpose.choices)
    instructions = models.TextField(_("what assessors should know"), blank=True, max_length=5_000)
    deadline = models.DateField(_("judge until"), null=True, blank=True)
    shows_evidence = models.BooleanField(default=True)
    """Whether assessors see what the practice's records say; said when the round is opened, so that all judge alike."""
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    readable_since = models.DateTimeField(null=True)
    """Since when moderators could first read the judgements; kept when a seat is opened again."""
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment"],
                condition=~Q(state=State.CLOSED),
                name="one_running_round_per_assessment",
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="round_state_is_known"),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="round_purpose_is_known"),
            models.CheckConstraint(
                condition=Q(state=State.CLOSED, closed_by__isnull=False, closed_at__isnull=False)
                | (~Q(state=State.CLOSED) & Q(closed_by__isnull=True, closed_at__isnull=True)),
                name="round_closed_by_someone_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(state=State.OPEN) | Q(readable_since__isnull=False),
                name="round_agreeing_is_readable",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} ({self.get_state_display()})"

    @property
    def overdue(self) -> bool:
        """The last day has passed and assessors may still judge."""
        return self.state == State.OPEN and self.deadline is not None and self.deadline < timezone.localdate()


class Seat(models.Model):
    """One person's place in a round. What is said on it is hidden from everyone else until all have handed in."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="seats")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="seats")
    kind = models.CharField(_("kind of assessor"), max_length=10, choices=Kind.choices)
    scope = models.JSONField(default=list, blank=True)
    """Ids of the criteria to judge, from the framework's top; empty means all of them."""
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    handed_in_at = models.DateTimeField(null=True)
    reminded_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="one_seat_per_person_and_round"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="seat_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.round}"


class Reopening(OnlyAdded):
    """A seat on which judging was over and that was opened again: by whom, and why."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="reopenings")
    handed_in_at = models.DateTimeField(null=True)
    """When it had been handed in; None where the time for judging had ended before."""
    reason = models.TextField(max_length=1_000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="seat_reopened_for_a_reason")]

    def __str__(self) -> str:
        return f"{self.seat_id}: {self.reason[:80]}"


class Judgement(OnlyAdded):
    """What one assessor said of one item: each saying is a row of its own, and the newest one counts."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="judgements")
    item_id = models.CharField(max_length=64)
    revision = models.PositiveIntegerField()
    level = models.CharField(max_length=64, blank=True)
    """A level of the item's scale or `not_applicable`; empty means not judged (any more)."""
    reason = models.TextField(blank=True, max_length=5_000)
    confidence = models.PositiveSmallIntegerField(null=True, choices=Confidence.choices)
    """1 to 3; None where the assessor did not say."""
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat", "item_id", "revision"], name="one_judgement_per_revision"
            ),
            models.CheckConstraint(
                condition=Q(confidence__isnull=True) | Q(confidence__in=Confidence.values),
                name="judgement_confidence_from_one_to_three",
            ),
            models.CheckConstraint(condition=Q(revision__gte=1), name="judgement_revisions_begin_at_one"),
        ]

    def __str__(self) -> str:
        return f"{self.seat_id}/{self.item_id} r{self.revision}"


class Consensus(OnlyAdded):
    """What was agreed on one item, by whom it was written down and why. The newest revision counts."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="agreed")
    item_id = models.CharField(max_length=64)
    revision = models.PositiveIntegerField()
    level = models.CharField(max_length=64, blank=True)
    """As a judgement's; empty means that the item was left undecided on purpose."""
    reason = models.TextField(blank=True, max_length=5_000)
    suggested = models.JSONField(default=dict, blank=True)
    """What the records suggested that day, as it is kept beside the assessment's mark; {} where nobody asked them."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "item_id", "revision"], name="one_consensus_per_revision"
            ),
            models.CheckConstraint(condition=~Q(level="", reason=""), name="undecided_for_a_reason"),
            models.CheckConstraint(condition=Q(revision__gte=1), name="consensus_revisions_begin_at_one"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id}/{self.item_id} r{self.revision}"

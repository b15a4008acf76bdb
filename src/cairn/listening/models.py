"""What people said, in confidence or openly, and what became of it."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.listening.clock import working_days_later
from cairn.listening.enums import PointKind, PointState, ReportKind, Source, Stage
from cairn.practices.models import Practice
from cairn.vault.fields import SealedText

ACKNOWLEDGE = 2
"""Working days until somebody has said that it was received (evidence.md I3.2)."""
SETTLE = timedelta(days=30)
"""Until it is closed or passed on."""
TELL_BACK = timedelta(days=60)
"""Until people hear what became of what they said (evidence.md I3.1)."""


class Report(models.Model):
    """Something serious that somebody said, in confidence. It can be answered and closed, and never deleted: the database refuses.

    It has a day and no time, and nothing of whoever said it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey(
        "activities.Session", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """At which it was said, or which it concerns: whoever is staff of its activity never sees the report."""
    received_on = models.DateField(_("received on"))
    kind = models.CharField(_("what it is about"), max_length=14, choices=ReportKind.choices)
    text = SealedText(_("what was said"))
    language = models.CharField(_("language"), max_length=35)
    source = models.CharField(_("how it came"), max_length=6, choices=Source.choices)
    told_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Who of the team was told, so that they can be asked back."""
    kept_from = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")
    """Who must not see it although their role would let them."""
    acknowledged_on = models.DateField(_("acknowledged on"), null=True, blank=True)
    escalated_on = models.DateField(_("passed on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    outcome = SealedText(_("what was done"), blank=True)

    class Meta:
        ordering = ["-received_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(source=Source.STAFF) ^ Q(told_to__isnull=True),
                name="a_report_told_to_staff_names_them",
            ),
            models.CheckConstraint(
                condition=(Q(acknowledged_on__isnull=True) | Q(acknowledged_on__gte=F("received_on")))
                & (Q(escalated_on__isnull=True) | Q(escalated_on__gte=F("acknowledged_on")))
                & (Q(closed_on__isnull=True) | Q(closed_on__gte=F("acknowledged_on"))),
                name="a_report_is_seen_to_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.received_on}"

    def get_absolute_url(self) -> str:
        return reverse("report", args=[self.pk])

    @property
    def sealed_for(self) -> str:
        """A key apart from the practice's own, so that reports can be opened, or lost, by themselves."""
        return f"safeguarding:{self.practice_id}"

    @property
    def thing(self) -> str:
        """How the trail calls it."""
        return f"report:{self.pk}"

    @property
    def acknowledge_by(self) -> date:
        return working_days_later(self.received_on, ACKNOWLEDGE)

    @property
    def settle_by(self) -> date:
        return self.received_on + SETTLE

    @property
    def due_on(self) -> date | None:
        """The next day that counts; None once it is passed on or closed."""
        if not self.acknowledged_on:
            return self.acknowledge_by
        return None if self.escalated_on or self.closed_on else self.settle_by

    @property
    def stage(self) -> Stage:
        if self.closed_on:
            return Stage.CLOSED
        if self.escalated_on:
            return Stage.ESCALATED
        return Stage.ACKNOWLEDGED if self.acknowledged_on else Stage.NEW


class Theme(models.Model):
    """A heading under which a practice gathers what people say. Its own list; nothing is put under a theme by a machine."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("theme"), max_length=80)
    retired_on = models.DateField(null=True, blank=True)
    """Since when it is not offered any more; what stands under it stays there."""

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "title"],
                name="one_theme_per_title",
                violation_error_message=_("There is a theme of this name already."),
            ),
            models.CheckConstraint(condition=~Q(title=""), name="a_theme_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title


class Coding(models.Model):
    """Somebody put what was written under a theme. By whom is in the trail and not here, so that nothing leads from words to people."""

    remark = models.ForeignKey("voices.Remark", on_delete=models.CASCADE, related_name="+")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="codings")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["remark", "theme"], name="a_remark_stands_once_under_a_theme"),
        ]

    def __str__(self) -> str:
        return f"{self.remark_id}: {self.theme}"


class Point(models.Model):
    """One thing that people said, in the team's own words, with what was decided about it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    activity = models.ForeignKey(
        "activities.Activity",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("activity"),
    )
    consultation = models.UUIDField(null=True, blank=True)
    """The record of the consultation in its register, where it was said in one."""
    said_on = models.DateField(_("said on"))
    kind = models.CharField(_("kind"), max_length=10, choices=PointKind.choices)
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="points", verbose_name=_("theme")
    )
    words = models.TextField(_("what people said"), max_length=1_000)
    actionable = models.BooleanField(_("something can be done about it, or answered"), default=True)
    state = models.CharField(
        _("state"), max_length=7, choices=PointState.choices, default=PointState.OPEN, editable=False
    )
    decision = models.TextField(_("what was decided, and why"), max_length=1_000, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-said_on", "-made_at"]
        indexes = [models.Index(fields=["practice", "state"], name="points_of_a_practice")]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_point_has_words"),
            models.CheckConstraint(
                condition=Q(state=PointState.OPEN, decided_on__isnull=True, decision="")
                | (~Q(state=PointState.OPEN) & Q(decided_on__gte=F("said_on")) & ~Q(decision="")),
                name="a_point_is_decided_with_words_and_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        return reverse("point", args=[self.pk])

    @property
    def thing(self) -> str:
        """How the trail calls it."""
        return f"point:{self.pk}"

    @property
    def due_on(self) -> date | None:
        """Until when people should hear of it; None where nothing is to be told, or it was."""
        waits = self.actionable and self.state != PointState.TOLD
        return self.said_on + TELL_BACK if waits else None


class PointChange(models.Model):
    """What stood before, what stands after, who and when. Rows are only ever added."""

    point = models.ForeignKey(Point, on_delete=models.CASCADE, related_name="changes")
    revision = models.PositiveIntegerField()
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(fields=["point", "revision"], name="one_point_change_per_revision"),
        ]

    def __str__(self) -> str:
        return f"{self.point_id} r{self.revision}"


class TellBack(models.Model):
    """What people are told of a point, in their languages, under the public addresses of its activity."""

    point = models.OneToOneField(Point, on_delete=models.CASCADE, related_name="told")
    texts = models.JSONField()
    """By BCP 47 tag."""
    told_on = models.DateField(_("told back on"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-told_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.point_id} {self.told_on}"

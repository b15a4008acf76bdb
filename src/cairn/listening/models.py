"""What people reported in confidence, and what became of it."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.listening.clock import working_days_later
from cairn.listening.enums import ReportKind, Source, Stage
from cairn.practices.models import Practice
from cairn.vault.fields import SealedText

ACKNOWLEDGE = 2
"""Working days until somebody has said that it was received (evidence.md I3.2)."""
SETTLE = timedelta(days=30)
"""Until it is closed or passed on."""


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

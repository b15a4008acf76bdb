"""Flags: what visitors think is outdated. Nothing about the sender is stored, so nothing about them can leak."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.practices.models import Practice
from cairn.repository.enums import Verdict


class Flag(models.Model):
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="flags")
    edition = models.PositiveIntegerField()
    """The edition that was read: a newer one answers the flag, so only this one's page ever says so."""
    text = models.TextField(_("what is outdated"), max_length=2_000)
    flagged_on = models.DateField()
    """The day and no more: a time could be matched with the web server's log."""
    verdict = models.CharField(max_length=10, choices=Verdict, default=Verdict.WAITING)
    answer = models.TextField(_("answer"), blank=True, max_length=2_000)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-flagged_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict=Verdict.WAITING, settled_by__isnull=True, settled_at__isnull=True)
                | (~Q(verdict=Verdict.WAITING) & Q(settled_by__isnull=False, settled_at__isnull=False)),
                name="flag_settled_by_someone_or_waiting",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="flag_says_what_is_outdated"),
        ]

    def __str__(self) -> str:
        return f"{self.practice}: {self.flagged_on}"

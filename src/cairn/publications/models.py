"""The frozen public record."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cairn.practices.models import Practice


class Publication(models.Model):
    """One edition of a practice's page. Its text never changes; withdrawing leaves a tombstone."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="publications")
    edition = models.PositiveIntegerField()
    text = models.TextField()
    # Taken out of the text when it was frozen, so that lists need not read the whole of it.
    title = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    framework = models.CharField(max_length=100)
    """`id@version` of the framework it was judged by."""
    marks = models.JSONField()
    """How each item stands, by its id: `portrait.standings_of`."""
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawal_reason = models.TextField(blank=True)

    FROZEN = (
        "id",
        "practice_id",
        "edition",
        "text",
        "title",
        "organisation",
        "summary",
        "digest",
        "published_at",
        "published_by_id",
        "framework",
        "marks",
    )
    """Columns that the database itself refuses to change; see migrations 0003 and 0004."""

    class Meta:
        ordering = ["-published_at"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "edition"], name="one_publication_per_edition"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawal_reason="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawal_reason="")),
                name="publication_withdrawn_by_someone_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practice}, edition {self.edition}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            kwargs["update_fields"] = ["withdrawn_at", "withdrawn_by", "withdrawal_reason"]
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("publication_edition", args=[self.practice.slug, self.edition])

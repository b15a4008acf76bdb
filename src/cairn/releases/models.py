"""Tables that were released to funders. What was released never changes; it can be withdrawn."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.practices.models import Practice

WITHDRAWAL = frozenset({"withdrawn_at", "withdrawn_by", "withdrawal_reason"})


class Release(models.Model):
    """One table as funders read it."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=200)
    which = models.CharField(max_length=20)
    """Key of the kind of table (`kinds`)."""
    starts_on = models.DateField(null=True)
    """None where the table tells everything until its last day."""
    ends_on = models.DateField()
    content = models.JSONField()
    """`kinds.shape.Table.frozen`: columns, rows, rounded, and by key the counts of people that were told."""
    note = models.TextField(blank=True)
    """What is hidden, and how it was counted."""
    digest = models.CharField(max_length=64)
    """SHA-256 of the content."""
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(auto_now_add=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_reason = models.TextField(_("why"), max_length=500, blank=True)

    class Meta:
        ordering = ["-released_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="release_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawal_reason="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawal_reason="")),
                name="release_withdrawn_by_someone_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises TypeError where anything but a withdrawal would change."""
        if not self._state.adding and not set(kwargs.get("update_fields") or ["content"]) <= WITHDRAWAL:
            raise TypeError("What was released never changes.")
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("release", args=[self.practice_id, self.pk])

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("What was released is withdrawn, never deleted.")

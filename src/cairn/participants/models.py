"""People who take part, by code: never a name, never what was done to them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cairn.participants.enums import AgeBand, Sex
from cairn.practices.models import Practice
from cairn.vault.fields import SealedText


class Participant(models.Model):
    """One person in one practice. Every record on the person is sealed with the person's own key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="participants")
    code = models.CharField(_("code"), max_length=12)
    """Random, so that it tells nothing (participants/codes.py)."""
    age_band = models.CharField(_("age"), max_length=5, choices=AgeBand.choices, blank=True)
    sex = models.CharField(_("sex or gender"), max_length=6, choices=Sex.choices, blank=True)
    own_words = SealedText(_("in the person’s own words"), blank=True)
    nationality = SealedText(_("nationality"), blank=True)
    enrolled_on = models.DateField(_("takes part since"))
    made_at = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "code"], name="one_participant_per_code"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def sealed_for(self) -> str:
        return f"participant:{self.pk}"

    @property
    def thing(self) -> str:
        """How the trail calls this person."""
        return f"participant:{self.pk}"


class Assignment(models.Model):
    """Someone works with a participant, from one day to another. Only who is assigned may open the person's records."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="assignments")
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("who works with them"),
    )
    since = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField(null=True)
    """Empty while it lasts."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    broken_glass = models.TextField(_("why it could not wait"), blank=True)
    """Where someone opened the records in an emergency: the reason; such an assignment ends by itself."""

    class Meta:
        ordering = ["-since"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "worker"],
                condition=Q(until__isnull=True),
                name="one_assignment_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.worker} with {self.participant}"

"""Wishes for work: sectors and professions, in the person's own order, with what they wished before."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cairn.needs.enums import Wish
from cairn.participants.on_a_person import OnAPerson
from cairn.vault.fields import SealedText

NOTE = 1_000


class Preference(OnAPerson):
    """What a person wants, or does not want, from the day they said it. Replaced, never changed: what was said stays readable."""

    kind = models.CharField(_("sector or profession"), max_length=10, choices=Wish.choices)
    code = models.CharField(max_length=4)
    """A section of NACE, or a group of ISCO-08 with one to four digits."""
    occupation = models.CharField(max_length=200, blank=True)
    """URI of ESCO, where one occupation is meant and not a whole group."""
    wanted = models.BooleanField(_("wanted"))
    """False: the person does not want it."""
    rank = models.PositiveSmallIntegerField(_("place"))
    """1 comes first; among those of one kind that stand and are wanted, or are not."""
    said_on = models.DateField(_("said on"))
    note = SealedText(_("in the person’s words"), blank=True, max_length=NOTE)
    until = models.DateField(null=True, blank=True)
    """The day from which something else stands in its place, or nothing; empty while it stands."""

    class Meta:
        ordering = ["kind", "-wanted", "rank", "made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "kind", "code", "occupation"],
                condition=Q(until__isnull=True),
                name="one_wish_a_sector_or_profession",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("said_on")),
                name="wish_ends_after_it_was_said",
            ),
        ]
        indexes = [models.Index(fields=["participant", "until"], name="wish_by_person")]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"

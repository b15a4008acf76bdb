"""Who did what to which record: a chain that shows where somebody changed it.

Each entry carries a keyed hash of itself and of the entry before, so an edit, a removal, a swap or an insertion breaks the chain.
That the newest entries were cut off is seen by the head, and, where somebody restored an older head with them, by an anchor
kept elsewhere (`./cairn trail anchor`).
"""

from django.conf import settings
from django.db import models

from cairn.trail.enums import Deed


class Entry(models.Model):
    """One deed. Entries are only ever added; the database refuses anything else."""

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    """Empty where the house itself did it, as when a term has run out."""
    deed = models.CharField(max_length=20, choices=Deed.choices)
    thing = models.CharField(max_length=100)
    """What kind of record and which, as in `participant:0b9c…`; never a code or a name."""
    practice = models.PositiveBigIntegerField(null=True)
    """Of which practice, by number, so that the entry outlives it."""
    reason = models.TextField(blank=True)
    mac = models.CharField(max_length=64)

    class Meta:
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["thing", "-number"], name="trail_by_thing"),
            models.Index(fields=["practice", "-number"], name="trail_by_practice"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.deed} {self.thing}"


class Head(models.Model):
    """How long the chain is and how it ends; also the one place where two writers wait for each other."""

    number = models.PositiveBigIntegerField(default=0)
    mac = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.number}"

"""What arrived from devices: enough to know it again when it is sent twice, and nothing of what it says."""

from django.conf import settings
from django.db import models

from cairn.offline.enums import Kind
from cairn.practices.models import Practice


class Arrival(models.Model):
    """Something that was written without a network and is recorded now. Written in one transaction with the record."""

    uuid = models.UUIDField(primary_key=True, editable=False)
    """Given by the device when it was written."""
    kind = models.CharField(max_length=10, choices=Kind.choices)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    body = models.CharField(max_length=64)
    """What it said, as a keyed digest: the same words give the same, and nobody finds the words by guessing."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"

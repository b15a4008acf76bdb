"""What every record on a person has, for the rooms above; it makes no table of its own."""

import uuid

from django.conf import settings
from django.db import models


class OnAPerson(models.Model):
    """A record on one participant: who made it and when, and whose key seals its words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey("participants.Participant", on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    """When it was entered, which may be later than the day it tells of."""

    class Meta:
        abstract = True

    @property
    def sealed_for(self) -> str:
        return f"participant:{self.participant_id}"

    @property
    def thing(self) -> str:
        """How the trail calls the person."""
        return f"participant:{self.participant_id}"

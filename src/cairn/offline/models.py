"""What arrived from devices, so that it is known again when it is sent twice; phones that were let in, and what they brought."""

import json
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cairn.offline.enums import Kind
from cairn.practices.models import Practice
from cairn.vault.fields import SealedText


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


class FieldToken(models.Model):
    """What lets a phone with ODK Collect fetch a practice's forms and bring what was filled in. Only its hash is kept."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("which phone, or whose"), max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField(auto_now_add=True)
    expires_on = models.DateField(_("works until"))
    """The last day."""
    revoked_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = [F("revoked_on").asc(nulls_first=True), "-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def works(self) -> bool:
        return self.revoked_on is None and timezone.localdate() <= self.expires_on


class Received(models.Model):
    """That an instance of a form was received, to know it again. Neither what it said nor when nor from whom.

    Its table has no row numbers (WITHOUT ROWID on SQLite) and its keys are keyed digests: nothing leads from a row to an answer, nor
    tells in which order answers came. Never let Django rebuild it; see the migration.
    """

    key = models.CharField(primary_key=True, max_length=64, editable=False)
    body = models.CharField(max_length=64, blank=True)
    parts = models.JSONField(default=list)
    """Of files that came with it, as digests. The files themselves are not kept: no form asks for one."""

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key


class Submission(models.Model):
    """What staff filled in on a phone, in a form that is not anonymous."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("surveys.FormVersion", on_delete=models.PROTECT, related_name="+")
    token = models.ForeignKey(FieldToken, on_delete=models.PROTECT, related_name="+")
    answers = SealedText()
    """By question, as JSON."""
    received_on = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ["-received_on", "id"]
        indexes = [models.Index(fields=["practice", "received_on"], name="submissions_of_a_practice")]

    def __str__(self) -> str:
        return f"{self.version}, {self.received_on}"

    @property
    def sealed_for(self) -> str:
        return f"practice:{self.practice_id}"

    @property
    def thing(self) -> str:
        """How the trail calls it."""
        return f"submission:{self.pk}"

    @property
    def said(self) -> dict[str, Any]:
        """Opened, by question."""
        opened: dict[str, Any] = json.loads(self.answers)
        return opened

"""Sheets that were brought in: what stood in them, what it changed, and whether it was taken back."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.practices.models import Practice
from cairn.sheets.enums import State
from cairn.vault.fields import SealedText


class Import(models.Model):
    """One uploaded sheet. Its cells are sealed, and gone once it is brought in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="+")
    table = models.CharField(max_length=50)
    file_name = SealedText(_("file"), blank=True)
    cells = SealedText(blank=True)
    """Rows of cells as JSON, titles first."""
    matching = models.JSONField(default=dict)
    """Place in the sheet -> key of our column."""
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    looked_at = models.PositiveIntegerField(default=0)
    """Rows so far, while it runs."""
    of = models.PositiveIntegerField(default=0)
    """Rows of the sheet."""
    taken = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    stopped_by = models.TextField(blank=True)
    """Why it stopped, in words for people."""
    beat_at = models.DateTimeField(null=True)
    """When it last showed life while it runs."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.table} {self.at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("sheet_import", args=[self.pk])

    @property
    def sealed_for(self) -> str:
        return f"practice:{self.practice_id}"


class Brought(models.Model):
    """One thing that an import made or changed, so that it can be taken back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sheet = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="brought")
    model = models.CharField(max_length=80)
    key = models.CharField(max_length=64)
    before = SealedText(blank=True)
    """Fields as they stood, as JSON; empty where the thing was made by the import."""
    after = models.CharField(max_length=64)
    """Digest of the thing as the import left it: one that was changed since is not taken back."""

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.model} {self.key}"

    @property
    def sealed_for(self) -> str:
        return f"practice:{self.sheet.practice_id}"

"""Forms and their versions. A version never changes: answers keep the one that they were given to."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cairn.practices.models import Practice
from cairn.surveys.enums import Purpose


class Form(models.Model):
    """One form of a practice, or one that Cairn brings for all (then without a practice)."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    key = models.SlugField(_("short name"), max_length=60)
    """The form's id in XLSForm and OpenRosa; stays the same from version to version."""
    purpose = models.CharField(_("what it is for"), max_length=12, choices=Purpose.choices)
    anonymous = models.BooleanField(_("nobody is to be recognised by it"), default=True)
    retired_on = models.DateField(_("out of use since"), null=True, blank=True)
    brought_as = models.CharField(max_length=64, blank=True, editable=False)
    """SHA-256 of the file that it came from with Cairn, so that an unchanged one is not read again."""

    class Meta:
        ordering = ["purpose", "key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "key"], name="one_form_per_key"),
            models.UniqueConstraint(
                fields=["key"], condition=Q(practice__isnull=True), name="one_form_for_all_per_key"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class FormVersion(models.Model):
    """What a form was from some day on: its sheets as they were written, and what pyxform made of them."""

    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    sheets = models.JSONField()
    """surveys.shape.Sheets"""
    xform = models.TextField()
    languages = models.JSONField()
    """BCP 47 tags, the default first."""
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    """Nobody where it came with Cairn."""
    asked_since = models.DateTimeField(null=True, editable=False)
    """Since when somebody can be asked by it; from then on its files stay as they are, too."""

    class Meta:
        ordering = ["form", "-number"]
        constraints = [models.UniqueConstraint(fields=["form", "number"], name="one_form_version_per_number")]

    def __str__(self) -> str:
        return f"{self.form} {self.number}"


class FormFile(models.Model):
    """A picture or recording of a version, under the name that its sheets have for it. It never changes; another takes its place."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=100)
    content_type = models.CharField(max_length=20)
    size = models.PositiveIntegerField()
    """Bytes."""
    digest = models.CharField(max_length=64)
    """SHA-256 of what is stored."""
    md5 = models.CharField(max_length=32)
    """As OpenRosa asks for it, to see that a file changed."""
    stored_as = models.CharField(max_length=36)
    """Its name in the storage `documents`: a UUID, which versions share that show the same."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    """Nobody where it came with Cairn."""
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["version", "name"]
        constraints = [models.UniqueConstraint(fields=["version", "name"], name="one_form_file_per_name")]

    def __str__(self) -> str:
        return self.name


class CheckedText(models.Model):
    """One text of a version in one language that a person who speaks it has read and found right."""

    version = models.ForeignKey(FormVersion, on_delete=models.CASCADE, related_name="checked")
    place = models.CharField(max_length=300)
    """Where it stands: `survey/today/label`, `choices/faces/good/label`."""
    language = models.CharField(max_length=35)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    """Kept when the next version takes the text over as it is."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "place", "language"], name="one_check_per_text_and_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.place} {self.language}"


class Draft(models.Model):
    """What a form's next version is to be, changed step by step; nobody is asked by it."""

    form = models.OneToOneField(Form, on_delete=models.CASCADE, related_name="draft")
    sheets = models.JSONField()
    """surveys.shape.Sheets, every text under a heading as surveys.writing.wording spells it."""
    revision = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.form} {self.revision}"

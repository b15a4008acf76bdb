"""What was read and waits for a person to check it."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse

from cairn.frameworks.models import FrameworkVersion
from cairn.people.models import Organisation
from cairn.practices.models import Practice


class Intake(models.Model):
    """A document that was read and not yet, or already, made into an assessment. The document itself is not kept."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, null=True, related_name="+")
    framework_version = models.ForeignKey(FrameworkVersion, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    """SHA-256 of the document, to notice that it was brought in before."""
    reading = models.TextField()
    """The reading as JSON; emptied when it has become an assessment."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    assessment = models.ForeignKey(
        "assessments.Assessment", on_delete=models.CASCADE, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("import_preview", args=[self.key])

"""What people are told: one row per person and event, shown in the app and sent by email."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext


class Notice(models.Model):
    """One sentence to one person, kept as a message and its parameters so that it is read in the reader's language."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    message = models.CharField(max_length=300)
    """A whole sentence in English, marked with gettext_noop where it is written, with %(name)s placeholders."""
    parameters = models.JSONField(default=dict)
    address = models.CharField(max_length=300)
    """The page where something can be done about it, from the root of the site."""
    at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["person", "read_at"], name="unread_notices_of_a_person")]

    def __str__(self) -> str:
        return str(gettext(self.message) % self.parameters)

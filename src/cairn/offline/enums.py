"""What a device can bring."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    ATTENDANCE = "attendance", _("who came to a session")
    NEEDS = "needs", _("a talk about needs")

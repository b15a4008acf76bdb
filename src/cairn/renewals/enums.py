"""Where a proposal comes from."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Origin(TextChoices):
    UPGRADE = "upgrade", _("An earlier version")
    MAPPING = "mapping", _("Another framework")

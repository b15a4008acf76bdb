"""What a coordinator makes of a flag."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verdict(TextChoices):
    WAITING = "waiting", _("Not looked at yet")
    AGREED = "agreed", _("Agreed: the page says so")
    DISAGREED = "disagreed", _("Not agreed: nothing is shown")

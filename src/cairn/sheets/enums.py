"""How far an import has come."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    WAITING = "waiting", _("waits for your decision")
    RUNNING = "running", _("is being brought in")
    DONE = "done", _("brought in")
    STOPPED = "stopped", _("stopped; nothing was brought in")
    UNDONE = "undone", _("taken back")

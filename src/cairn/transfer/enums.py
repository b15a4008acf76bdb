"""Where an adaptation stands, and what becomes of each part of the practice that is adapted."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    DRAFT = "draft", _("Draft")
    UNDER_WAY = "under_way", _("Under way")
    FINISHED = "finished", _("Finished")
    STOPPED = "stopped", _("Stopped")


class Choice(TextChoices):
    OPEN = "open", _("Not decided yet")
    KEPT = "kept", _("Kept as it is")
    CHANGED = "changed", _("Changed")
    LEFT_OUT = "left_out", _("Left out")
    ADDED = "added", _("Added")

    @property
    def wants_reason(self) -> bool:
        """Whoever departs from the source says why."""
        return self in {Choice.CHANGED, Choice.LEFT_OUT, Choice.ADDED}

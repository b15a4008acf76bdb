"""Where an action stands, and what became of an item from one assessment to the next."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    PLANNED = "planned", _("Planned")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self in {State.PLANNED, State.UNDER_WAY}


class Turn(TextChoices):
    """What two marks of one item say when they are laid side by side."""

    BETTER = "better", _("Better")
    SAME = "same", _("No change")
    WORSE = "worse", _("Worse")
    OTHER = "other", _("Cannot be compared")
    """One of the two is not decided, does not apply, was left out or is not in that version of the framework."""

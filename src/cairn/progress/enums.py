"""Where a report stands, and what takes it there."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    RETURNED = "returned", _("returned")
    SIGNED = "signed", _("signed")

    @property
    def open(self) -> bool:
        """Whether it is being written."""
        return self in {State.DRAFT, State.RETURNED}


class Verb(TextChoices):
    SUBMIT = "submit", _("sent to review")
    TAKE_BACK = "take_back", _("taken back")
    SEND_BACK = "send_back", _("returned")
    SIGN = "sign", _("signed")


class Writing(TextChoices):
    """Whether a section has words of its own."""

    REQUIRED = "required", _("words are needed")
    OPTIONAL = "optional", _("words can be added")
    NONE = "none", _("figures only")

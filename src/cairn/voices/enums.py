"""For whom it is opened, how an answer came, and what became of free words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OpeningKind(TextChoices):
    SESSION = "session", _("after a session")
    CONSULTATION = "consultation", _("consultation")
    PARTNERS = "partners", _("partners")
    PRACTICE = "practice", _("the whole practice")


class Way(TextChoices):
    """Never who, only how: it says whether people could answer by themselves."""

    PHONE = "phone", _("own phone")
    KIOSK = "kiosk", _("tablet of the team")
    PAPER = "paper", _("on paper")
    HELPER = "helper", _("with a helper")
    CALL = "call", _("by telephone")


class RemarkState(TextChoices):
    HELD = "held", _("not yet read")
    PASSED = "passed", _("passed on")
    KEPT_BACK = "kept_back", _("kept back")


class Taken(TextChoices):
    """What became of one submission."""

    NOW = "now", _("taken in")
    BEFORE = "before", _("we had it already")

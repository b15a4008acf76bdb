"""The words of judging together."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Purpose(TextChoices):
    SELF = "self", _("Self-assessment")
    VERIFICATION = "verification", _("Verification")


class State(TextChoices):
    OPEN = "open", _("Assessors are judging")
    AGREEING = "agreeing", _("Agreeing")
    CLOSED = "closed", _("Closed")


class Kind(TextChoices):
    """Where an assessor stands towards the organisation."""

    INTERNAL = "internal", _("Internal")
    PEER = "peer", _("Peer")
    EXTERNAL = "external", _("External")


class Confidence(IntegerChoices):
    """How sure an assessor is of a judgement."""

    UNSURE = 1, _("Not sure")
    FAIRLY = 2, _("Fairly sure")
    SURE = 3, _("Sure")

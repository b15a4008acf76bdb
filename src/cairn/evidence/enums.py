"""The words of evidence."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Verdict(TextChoices):
    """What the records say of one part of a rule."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")
    TOO_FEW = "too_few", _("too few to tell")
    NO_DATA = "no_data", _("nothing recorded")


class Weight(TextChoices):
    """What a part is to its rule."""

    MUST = "must", _("needed")
    SHOULD = "should", _("makes it stronger")
    VETO = "veto", _("speaks against it")
    STATEMENT = "statement", _("said by a person")


class Outcome(TextChoices):
    """What a rule suggests for its item. It is never a mark: people set marks."""

    SUPPORTED = "supported", _("supported")
    PARTLY = "partly", _("partly supported")
    NOT_SUPPORTED = "not_supported", _("not supported")
    CONTRADICTED = "contradicted", _("contradicted")
    TOO_FEW = "too_few", _("too few to tell")
    NO_DATA = "no_data", _("nothing recorded")
    HUMAN_ONLY = "human_only", _("only people can tell")


class Strength(IntegerChoices):
    """How much the records carry."""

    NOTHING = 0, _("nothing")
    TOLD = 1, _("told by the team or stated")
    COUNTED = 2, _("counted from daily records")
    CONFIRMED = 3, _("counted and confirmed from a second side")


class Side(TextChoices):
    """Who a record comes from; a second side makes evidence independent."""

    TEAM = "team", _("the team")
    PARTICIPANTS = "participants", _("participants")
    PARTNERS = "partners", _("partners")
    OUTSIDE = "outside", _("people outside")

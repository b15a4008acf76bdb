"""The words a framework is made of."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Standing(TextChoices):
    """What any mark says about its item, whatever scale gave it: the five states shown, counted and exchanged."""

    MET = "met", _("Met")
    PARTLY = "partly", _("Partly met")
    NOT_MET = "not_met", _("Not met")
    NOT_APPLICABLE = "not_applicable", _("Does not apply")
    UNKNOWN = "unknown", _("Not decided")


class NodeKind(TextChoices):
    """A framework is a tree of these. A group with rules of entry is a gate: failing it stops the rest."""

    GROUP = "group", _("Criterion")
    GATE = "gate", _("Gate")
    QUESTION = "question", _("Key question")
    ITEM = "item", _("Checklist item")
    FIELD = "field", _("Field")


class TextStatus(TextChoices):
    """Whose words a text is in, shown beside it."""

    OFFICIAL = "official", _("Official wording")
    PARAPHRASE = "paraphrase", _("Put in our own words")
    OWN = "own", _("Our own")


class Subject(TextChoices):
    PRACTICE = "practice", _("A practice")
    ORGANISATION = "organisation", _("An organisation")
    TRANSFER = "transfer", _("A practice and the place it moves to")


class Mode(TextChoices):
    SELF = "self", _("Self-assessment")
    PEER = "peer", _("Peer assessment")
    EXTERNAL = "external", _("External verification")


class Fate(TextChoices):
    """What becomes of a node from one version of a framework to the next."""

    KEPT = "kept", _("Kept")
    REWORDED = "reworded", _("Reworded")
    SPLIT = "split", _("Split")
    MERGED = "merged", _("Merged")
    NEW = "new", _("New")
    RETIRED = "retired", _("Retired")


class Treatment(TextChoices):
    """What an upgrade does with what was said of a node."""

    CARRIED = "carried", _("Carried over")
    PROPOSED = "proposed", _("Proposed, to be confirmed")
    PROPOSED_IF_AGREED = "if_agreed", _("Proposed where the parts agree")
    UNDECIDED = "undecided", _("Not decided")
    STAYS = "stays", _("Stays in the former assessment")


class Relation(TextChoices):
    """How a node of one framework stands to a node of another, read from the first to the second."""

    SAME = "same", _("asks for the same")
    BROADER = "broader", _("asks for more, and includes it")
    NARROWER = "narrower", _("asks for a part of it")
    RELATED = "related", _("touches the same matter")

    @property
    def back(self) -> Relation:
        """The relation read from the second to the first."""
        return {Relation.BROADER: Relation.NARROWER, Relation.NARROWER: Relation.BROADER}.get(self, self)

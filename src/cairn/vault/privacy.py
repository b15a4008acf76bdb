"""Who may see each column of the practice's own records. Every record room declares it in its `privacy.py` as `WHO`.

A test refuses a column that nobody declared, so that adding one forces the question (docs/decisions/0010).
"""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Who(TextChoices):
    """From the widest to the narrowest."""

    TEAM = "team", _("Everyone who keeps the practice's records")
    ASSIGNED = "assigned", _("Only who works with this person")
    SEALED = "sealed", _("Only who works with this person; sealed in the database")
    KEEPER = "keeper", _("Only who keeps names; sealed, in a store of its own")
    SYSTEM = "system", _("Nobody: the house's own working")


Declared = Mapping[str, Mapping[str, Who]]
"""Per model, per column, who sees it."""

NEVER = (
    "exploit", "traffick", "recruit", "perpetrator", "abuse", "smuggl", "debt_bond", "route", "prostitut", "brothel",
    "violence", "captiv", "rape", "torture",
)  # fmt: skip
"""Pieces of column names that no record may have: what was done to a person is no business of this house (safety.md 2.4)."""

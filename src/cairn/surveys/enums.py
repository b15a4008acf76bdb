"""What a form is for, and what a question can be."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Purpose(TextChoices):
    """Pages and figures ask for a form by what it is for, never by its name."""

    SESSION = "session", _("feedback after a session")
    WISHES = "wishes", _("wishes and preferences")
    NEEDS = "needs", _("needs")
    SKILLS = "skills", _("skills")
    PARTNERS = "partners", _("how partners see it")
    END = "end", _("end of the programme")
    CONSULTATION = "consultation", _("consultation")
    OTHER = "other", _("something else")


class Kind(StrEnum):
    """The kinds of question that Cairn draws; everything else is refused when a form is brought in."""

    TEXT = "text"
    NOTE = "note"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    ONE = "one"
    MANY = "many"
    SCALE = "scale"

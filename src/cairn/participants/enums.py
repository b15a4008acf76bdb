"""What is told of a participant in bands and choices, never in words that name a person."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AgeBand(TextChoices):
    """Bands, not birthdays: they tell a reader enough and a stranger little."""

    UNDER_18 = "0-17", _("under 18")
    TO_24 = "18-24", _("18 to 24")
    TO_30 = "25-30", _("25 to 30")
    TO_40 = "31-40", _("31 to 40")
    TO_54 = "41-54", _("41 to 54")
    OVER_54 = "55+", _("55 and over")
    UNKNOWN = "", _("not known")


class Sex(TextChoices):
    """As the person says."""

    WOMAN = "woman", _("woman")
    MAN = "man", _("man")
    OTHER = "other", _("other, or in the person’s own words")
    UNSAID = "unsaid", _("prefers not to say")
    UNKNOWN = "", _("not asked yet")

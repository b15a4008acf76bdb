"""What is told of needs, wishes and skills in choices. None of them says what was done to a person."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Domain(TextChoices):
    """In the order in which one asks: what cannot wait comes first."""

    SAFETY = "safety", _("Safety")
    HOUSING = "housing", _("Housing")
    HEALTH = "health", _("Health")
    PSYCHOSOCIAL = "psychosocial", _("Well-being and support")
    LEGAL = "legal", _("Papers and rights")
    LANGUAGE = "language", _("Language")
    WORK = "work", _("Work")
    EDUCATION = "education", _("Education and training")
    FAMILY = "family", _("Family and childcare")
    MONEY = "money", _("Money")
    SOCIAL = "social", _("Social contacts")


class Answer(TextChoices):
    """What came out when a domain was talked about. Where nothing stands it was not talked about."""

    NONE = "none", _("No need")
    LOW = "low", _("Low")
    MEDIUM = "medium", _("Medium")
    HIGH = "high", _("High")


class Priority(TextChoices):
    LOW = "low", _("low")
    MEDIUM = "medium", _("medium")
    HIGH = "high", _("high")


class Source(TextChoices):
    """Who said that there is a need."""

    SAID = "said", _("The person said so")
    OBSERVED = "observed", _("Observed")
    DAY_TO_DAY = "day_to_day", _("From day to day")
    REFERRAL = "referral", _("From a referral")


class Place(TextChoices):
    """A kind of place, never an address."""

    OFFICE = "office", _("In the office")
    HOME = "home", _("At home")
    STREET = "street", _("In the street")
    SHELTER = "shelter", _("In a shelter")
    PHONE = "phone", _("By phone")


class Status(TextChoices):
    OPEN = "open", _("Open")
    REFERRED = "referred", _("Referred")
    MET = "met", _("Met")
    UNMET = "unmet", _("Unmet")


class Because(TextChoices):
    """Why a need stays unmet: kinds, so that gaps in support can be counted."""

    NO_SERVICE = "no_service", _("There is no such service here")
    WAITING = "waiting", _("Waiting list")
    NOT_ENTITLED = "not_entitled", _("Not entitled to it")
    LANGUAGE = "language", _("Not offered in the person’s language")
    COST = "cost", _("Too expensive")
    DISTANCE = "distance", _("Too far away")
    NO_CHILDCARE = "no_childcare", _("No childcare")
    DECLINED = "declined", _("The person decided against it")
    OTHER = "other", _("Another reason")


class Wish(TextChoices):
    SECTOR = "sector", _("Sector")
    PROFESSION = "profession", _("Profession")


class Asked(TextChoices):
    """What else there is to say of a section of skills than its entries."""

    HIDDEN = "hidden", _("Not asked")
    NOTHING = "nothing", _("Nothing to tell")


class Scale(TextChoices):
    """What a person rates for themselves, from 1 (not at all) to 5 (fully)."""

    CONFIDENCE = "confidence", _("Confidence")
    INDEPENDENCE = "independence", _("Independence")

"""What is told of a participant in bands and choices, never in words that name a person."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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


class Answer(TextChoices):
    """To a question that may not have been asked."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    UNKNOWN = "", _("not asked yet")


class HeardVia(TextChoices):
    """How somebody heard of the practice."""

    OUTREACH = "outreach", _("someone from the practice came to them")
    ORGANISATION = "organisation", _("another organisation")
    AUTHORITY = "authority", _("an authority or a public service")
    COMMUNITY = "community", _("their community, or a place of worship")
    PERSON = "person", _("a friend, or someone who took part")
    PAPER = "paper", _("a leaflet or poster")
    ONLINE = "online", _("the web or social media")
    OTHER = "other", _("another way")
    UNKNOWN = "", _("not asked yet")


class Script(TextChoices):
    """What a language is read and written in (codes of ISO 15924)."""

    LATIN = "Latn", _("Latin")
    ARABIC = "Arab", pgettext_lazy("a script", "Arabic")
    CYRILLIC = "Cyrl", _("Cyrillic")
    ETHIOPIC = "Ethi", _("Ethiopic (Ge’ez)")
    BENGALI = "Beng", pgettext_lazy("a script", "Bengali")
    DEVANAGARI = "Deva", _("Devanagari")
    GREEK = "Grek", pgettext_lazy("a script", "Greek")
    HAN = "Hani", _("Chinese characters")
    OTHER = "Zzzz", pgettext_lazy("a script", "another one")
    UNKNOWN = "", _("not known")


class Speaks(TextChoices):
    MOTHER_TONGUE = "first", _("mother tongue")
    WELL = "well", _("speaks it well")
    EVERYDAY = "everyday", _("gets by in everyday matters")
    LITTLE = "little", _("a few words")
    UNKNOWN = "", _("not known")


class Reads(TextChoices):
    NOT = "not", _("does not read or write it")
    SOME = "some", _("reads simple texts")
    FLUENT = "fluent", _("reads and writes with ease")
    UNKNOWN = "", _("not known")


class Decision(TextChoices):
    """What became of an adjustment that somebody needs."""

    NONE_NEEDED = "none", _("asked, and none is needed")
    WAITING = "", _("not decided yet")
    AGREED = "agreed", _("will be provided")
    PARTLY = "partly", _("will be provided in part")
    REFUSED = "refused", _("cannot be provided")


class About(TextChoices):
    """What a consent is about: decisions apart from each other, none a condition for another."""

    TAKING_PART = "part", _("to take part")
    KEEPING = "keep", _("that records are kept")
    SHARING = "share", _("that something is shared with a named body")
    RESEARCH = "research", _("that records are used for research, without name or code")


class Channel(TextChoices):
    PHONE = "phone", _("phone call")
    TEXT = "text", _("text message")
    MESSENGER = "messenger", _("messenger app")
    EMAIL = "email", _("email")
    POST = "post", _("letter")
    THROUGH = "through", _("through someone")


class Referrer(TextChoices):
    """Who sent somebody here."""

    SELF = "self", _("came by themselves")
    SHELTER = "shelter", _("shelter or reception centre")
    ORGANISATION = "organisation", _("another organisation")
    POLICE = "police", _("police or prosecution")
    HEALTH = "health", _("health service")
    SOCIAL = "social", _("social or employment service")
    SCHOOL = "school", _("school or training")
    MIGRATION = "migration", _("migration authority")
    OTHER = "other", _("someone else")


class Outcome(TextChoices):
    """What became of a referral."""

    WAITING = "", _("not decided yet")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")


class Refusal(TextChoices):
    """Why somebody who was referred did not begin."""

    NO = "", _("was not refused")
    FULL = "full", _("no place was free")
    OUTSIDE = "outside", _("outside what the practice is for")
    UNSAFE = "unsafe", _("it would not have been safe")
    ELSEWHERE = "elsewhere", _("better served elsewhere, and led there")
    OWN = "own", _("the person did not want to")
    LANGUAGE = "language", _("no language in common, and no interpreter")
    CHILDCARE = "childcare", _("no childcare")
    ACCESS = "access", _("the place or the way of working could not be adjusted")
    OTHER = "other", _("another reason")


class Retention(TextChoices):
    """How long records are kept once somebody has left."""

    BRIEF = "brief", _("came, but did not stay")
    USUAL = "usual", _("took part")
    LONG = "long", _("a law or a funder asks for longer")


MONTHS = {Retention.BRIEF: 6, Retention.USUAL: 36, Retention.LONG: 84}
"""Months after the exit, where the practice has not said otherwise. 36: the last safe follow-up is three years after."""


class HoldReason(TextChoices):
    """Why records must be kept although their time has run out. Words of one's own are not asked: they would tell too much."""

    COURT = "court", _("proceedings before a court")
    CLAIM = "claim", _("a claim or complaint of the person")
    AUTHORITY = "authority", _("an authority’s lawful order")
    AUDIT = "audit", _("an audit that has been announced")

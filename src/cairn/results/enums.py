"""What is told of indicators in choices."""

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(TextChoices):
    """Where an indicator stands on the way from means to effects."""

    INPUT = "input", _("Input: what is put in")
    OUTPUT = "output", _("Output: what is delivered")
    OUTCOME = "outcome", _("Outcome: what changes for people")
    IMPACT = "impact", _("Impact: what changes lastingly and more widely")


LEVEL_NAMES: dict[str, str | Promise] = {
    Level.INPUT: pgettext_lazy("level of an indicator", "Input"),
    Level.OUTPUT: pgettext_lazy("level of an indicator", "Output"),
    Level.OUTCOME: pgettext_lazy("level of an indicator", "Outcome"),
    Level.IMPACT: pgettext_lazy("level of an indicator", "Impact"),
}
"""In a word, for tables."""


class Measure(TextChoices):
    NUMBER = "number", _("Number")
    PERCENT = "percent", _("Per cent")
    YES_NO = "yes_no", _("Yes or no")
    SCALE = "scale", _("Scale from 1 up")


class Direction(TextChoices):
    UP = "up", _("More is better")
    DOWN = "down", _("Less is better")


class Gathering(TextChoices):
    """How the values of several periods make one."""

    ADDS = "adds", _("Each value is what came in its period: values are added up")
    SO_FAR = "so_far", _("Each value counts from the beginning to the end of its period: the newest counts")
    LATEST = "latest", _("Each value stands for its period alone: the newest counts")


class Frequency(TextChoices):
    MONTH = "month", _("every month")
    QUARTER = "quarter", _("every three months")
    HALF_YEAR = "half_year", _("every six months")
    YEAR = "year", _("every year")
    ONCE = "once", pgettext_lazy("how often something is measured", "once, at the end")


MONTHS = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.HALF_YEAR: 6, Frequency.YEAR: 12}
"""Between two measurements; what is measured once is due when its target is."""


class Dimension(TextChoices):
    """By what a figure on people is told apart. One at a time: two crossed would point to single persons."""

    SEX = "sex", _("sex or gender")
    AGE = "age", _("age")


class How(TextChoices):
    ENTERED = "entered", _("entered by hand")
    COMPUTED = "computed", _("computed from records")


class Status(TextChoices):
    """How an indicator stands against where it should be by now."""

    REACHED = "reached", _("Target reached")
    ON_TRACK = "on_track", _("On track")
    BEHIND = "behind", _("Behind")
    NOT_YET = "not_yet", _("Nothing is expected yet")
    NO_TARGET = "no_target", _("No target yet")
    UNKNOWN = "unknown", _("Not measured yet")
    TOO_FEW = "too_few", _("Too few to tell")

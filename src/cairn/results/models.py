"""What a practice wants to reach, by what one sees it, how much by when, and what was measured. Numbers are decimals."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cairn.practices.models import Practice
from cairn.results.enums import LEVEL_NAMES, Direction, Frequency, Gathering, How, Level, Measure

DIGITS, PLACES = 15, 3
"""Of every value: a thousand millions with three decimals."""


def _value(label: Any, *, null: bool = False) -> models.DecimalField[Any, Any]:
    return models.DecimalField(label, max_digits=DIGITS, decimal_places=PLACES, null=null, blank=null)


class _Made(models.Model):
    """What is changed by several people: who made it, and which version one had before one's eyes."""

    revision = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Objective(_Made):
    """What is to be different at the end."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(_("what is to be reached"), max_length=500)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who sees to it"),
    )
    due_on = models.DateField(_("by when"), null=True, blank=True)
    budget_line = models.ForeignKey(
        "money.BudgetLine",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("paid from"),
    )
    position = models.PositiveSmallIntegerField(_("place in the list"), default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.words


class Indicator(_Made):
    """By what one sees whether an objective comes nearer."""

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="indicators")
    words = models.CharField(_("what is measured"), max_length=300)
    level = models.CharField(_("level"), max_length=7, choices=Level.choices)
    measure = models.CharField(_("kind of value"), max_length=7, choices=Measure.choices)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    scale_top = models.PositiveSmallIntegerField(_("highest step"), null=True, blank=True)
    """Of a scale, which begins at 1; empty elsewhere."""
    direction = models.CharField(
        _("direction"), max_length=4, choices=Direction.choices, default=Direction.UP
    )
    gathering = models.CharField(_("how values go together"), max_length=6, choices=Gathering.choices)
    counts_people = models.BooleanField(_("it counts people"), default=False)
    """Then small values are told only to those who work with them."""
    disaggregation = models.JSONField(_("told apart by"), default=list, blank=True)
    """Values of Dimension."""
    baseline = _value(_("value before it began"), null=True)
    """Empty where it is not known."""
    baseline_on = models.DateField(_("day of that value"), null=True, blank=True)
    method = models.TextField(_("how it is measured"), blank=True, max_length=2_000)
    means = models.TextField(_("where it can be checked"), blank=True, max_length=2_000)
    frequency = models.CharField(_("how often"), max_length=9, choices=Frequency.choices)
    computed_by = models.CharField(_("computed from records"), max_length=40, blank=True)
    """Key of a measure (results/measures); empty where values are entered by hand."""

    class Meta:
        ordering = ["objective__position", "objective", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(baseline=None, baseline_on=None)
                | Q(baseline__isnull=False, baseline_on__isnull=False),
                name="a_baseline_has_a_day",
                violation_error_message=_("Say the value and its day, or neither where it is not known."),
            ),
            models.CheckConstraint(
                condition=~Q(gathering=Gathering.ADDS) | Q(measure=Measure.NUMBER),
                name="only_numbers_add_up",
                violation_error_message=_("Only numbers can be added up."),
            ),
            models.CheckConstraint(
                condition=Q(measure=Measure.SCALE, scale_top__isnull=False, scale_top__gte=2)
                | (~Q(measure=Measure.SCALE) & Q(scale_top=None)),
                name="a_scale_has_steps",
                violation_error_message=_("Say the highest step of the scale, at least 2."),
            ),
            models.CheckConstraint(
                condition=~Q(measure=Measure.NUMBER) | ~Q(unit=""),
                name="a_number_has_a_unit",
                violation_error_message=_("Say what is counted, such as people or hours."),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def level_name(self) -> str:
        """In a word."""
        return str(LEVEL_NAMES[self.level])


class Target(_Made):
    """How much by when. The line towards it begins on its first day."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="targets")
    value = _value(_("how much"))
    starts_on = models.DateField(_("counted from"))
    due_on = models.DateField(_("by when"))

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("starts_on")),
                name="a_target_is_due_after_it_starts",
                violation_error_message=_("It cannot be due before it starts."),
            ),
            models.UniqueConstraint(
                fields=["indicator", "due_on"],
                name="one_target_per_day",
                violation_error_message=_("There is a target for this day already: change that one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.value} {self.due_on}"


class _Change(models.Model):
    """What stood before, what stands after, why, who and when. Rows are only ever added."""

    revision = models.PositiveIntegerField()
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)
    reason = models.TextField(_("why"), blank=True, max_length=2_000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["-revision"]

    def __str__(self) -> str:
        return f"r{self.revision}"


class TargetChange(_Change):
    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="changes")
    late = models.BooleanField(default=False)
    """It was changed after it had been due."""

    class Meta(_Change.Meta):
        constraints = [
            models.UniqueConstraint(fields=["target", "revision"], name="one_target_change_per_revision"),
            models.CheckConstraint(
                condition=Q(late=False) | ~Q(reason=""), name="a_target_changes_late_for_a_reason"
            ),
        ]


class Measurement(_Made):
    """What was measured for one period, or why it is not known."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="measurements")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    value = _value(_("value"), null=True)
    """Yes is 1 and no is 0. Empty where it is not known."""
    unknown_because = models.CharField(_("why it is not known"), max_length=500, blank=True)
    part = models.PositiveIntegerField(null=True, blank=True)
    whole = models.PositiveIntegerField(null=True, blank=True)
    """What a percentage was reckoned from, where it was computed; below ten of the whole no percentage is told."""
    cells = models.JSONField(default=dict, blank=True)
    """Counts by category by dimension; a category that nobody counted is not there."""
    source = models.CharField(_("source"), max_length=300, blank=True)
    how = models.CharField(max_length=8, choices=How.choices, default=How.ENTERED)
    records = models.PositiveIntegerField(null=True, blank=True)
    """How many records were looked at, where a value was computed."""
    computed = _value(_("value computed from records"), null=True)
    """What the records said, also where another value was entered for a reason."""
    other_because = models.CharField(_("why another value"), max_length=500, blank=True)
    variance_reason = models.TextField(_("why it went otherwise than planned"), blank=True, max_length=2_000)

    class Meta:
        ordering = ["ends_on", "starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="a_period_ends_after_it_starts",
                violation_error_message=_("A period cannot end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(value=None) ^ Q(unknown_because=""),
                name="a_value_or_why_there_is_none",
                violation_error_message=_("Enter a value, or say why it is not known."),
            ),
            models.UniqueConstraint(
                fields=["indicator", "starts_on", "ends_on"],
                name="one_measurement_per_period",
                violation_error_message=_("This period is measured already: open that measurement to change it."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.starts_on} – {self.ends_on}"


class MeasurementChange(_Change):
    measurement = models.ForeignKey(Measurement, on_delete=models.CASCADE, related_name="changes")

    class Meta(_Change.Meta):
        constraints = [
            models.UniqueConstraint(fields=["measurement", "revision"], name="one_measurement_change_per_revision"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_measurement_changes_for_a_reason"),
        ]  # fmt: skip

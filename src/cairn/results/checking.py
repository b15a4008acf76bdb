"""What cannot be: every rule in plain words, by the field that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cairn.people.enums import Permission
from cairn.people.facts import people_who_may
from cairn.results import facts
from cairn.results.enums import Dimension, Direction, Gathering, Measure
from cairn.results.measures import all_measures
from cairn.results.reckoning import CATEGORIES

if TYPE_CHECKING:
    from cairn.practices.models import Practice
    from cairn.results.models import Indicator, Measurement, Objective, Target

Faults = Iterator[tuple[str, str | Promise]]
HIGHEST = {Measure.PERCENT: Decimal(100), Measure.YES_NO: Decimal(1)}


def refuse(faults: Faults) -> None:
    """Raises ValidationError, by field, where there is one."""
    if found := dict(faults):
        raise ValidationError(found)


def of_value(name: str, indicator: Indicator, value: Decimal) -> Faults:
    """Whether a value can be one of this indicator."""
    top = HIGHEST.get(Measure(indicator.measure), indicator.scale_top)
    if value < (1 if indicator.measure == Measure.SCALE else 0):
        yield (
            name,
            _("A step of the scale is 1 or more.")
            if indicator.measure == Measure.SCALE
            else _("This cannot be below 0."),
        )
    elif top is not None and value > top:
        yield name, _("This cannot be above %(top)s.") % {"top": top}
    elif indicator.counts_people and value != value.to_integral_value():
        yield name, _("People are counted in whole numbers.")


def of_day(name: str, day: date | None, practice: Practice) -> Faults:
    if day and practice.starts_on and day < practice.starts_on:
        yield name, _("The practice had not begun on that day.")


def of_objective(objective: Objective) -> Faults:
    practice = objective.practice
    yield from of_day("due_on", objective.due_on, practice)
    team = people_who_may(Permission.SEE_RECORDS, practice.organisation)
    if objective.owner_id and not team.filter(pk=objective.owner_id).exists():
        yield "owner", _("This person does not belong to the team.")
    lines = dict(facts.budget_lines(practice.pk)) if objective.budget_line_id else {}
    if objective.budget_line_id and objective.budget_line_id not in lines:
        yield "budget_line", _("This line does not belong to a budget of the practice.")


def of_indicator(indicator: Indicator) -> Faults:
    yield from _of_kind(indicator)
    if indicator.computed_by and indicator.computed_by not in all_measures():
        yield "computed_by", _("Cairn knows no such measure.")
    if set(indicator.disaggregation) - set(Dimension.values):
        yield "disaggregation", _("Something here is not on the list.")
    elif indicator.disaggregation and not indicator.counts_people:
        yield "disaggregation", _("Only people are told apart: say that it counts people, or choose none.")
    if indicator.counts_people and indicator.measure != Measure.NUMBER:
        yield "counts_people", _("Only a number counts people.")
    if indicator.baseline is not None:
        yield from of_value("baseline", indicator, indicator.baseline)
    if indicator.baseline_on and indicator.baseline_on > timezone.localdate():
        yield "baseline_on", _("This day is still to come.")


def _of_kind(indicator: Indicator) -> Faults:
    """What the tables refuse as well, here at its field."""
    if indicator.measure == Measure.NUMBER and not indicator.unit:
        yield "unit", _("Say what is counted, such as people or hours.")
    if indicator.gathering == Gathering.ADDS and indicator.measure != Measure.NUMBER:
        yield "gathering", _("Only numbers can be added up.")
    if (indicator.measure == Measure.SCALE) != bool(indicator.scale_top):
        yield "scale_top", _("Say the highest step of a scale, and only there.")
    if (indicator.baseline is None) != (indicator.baseline_on is None):
        yield "baseline_on", _("Say the value and its day, or neither where it is not known.")


def as_measure_says(indicator: Indicator) -> None:
    """What is computed from records says itself what kind of value it is."""
    measure = all_measures().get(indicator.computed_by)
    if measure is None:
        return
    indicator.measure, indicator.gathering = measure.measure, measure.gathering
    indicator.unit, indicator.counts_people = str(measure.unit), measure.counts_people
    indicator.scale_top = None
    indicator.disaggregation = [one for one in indicator.disaggregation if one in measure.dimensions]


def of_target(target: Target) -> Faults:
    indicator = target.indicator
    yield from of_value("value", indicator, target.value)
    yield from of_day("starts_on", target.starts_on, indicator.objective.practice)
    if target.due_on < target.starts_on:
        yield "due_on", _("It cannot be due before it starts.")
    if indicator.gathering != Gathering.LATEST or indicator.baseline is None:
        return
    if target.value == indicator.baseline:
        yield "value", _("That is the value before it began: a target changes something.")
    elif (target.value < indicator.baseline) != (indicator.direction == Direction.DOWN):
        yield "value", _("The target leads away from where the indicator should go. Look at its direction.")  # fmt: skip


def of_days(indicator: Indicator, starts_on: date, ends_on: date, others: Iterable[Measurement]) -> Faults:
    """Whether this period can be measured beside the `others` of the indicator."""
    yield from of_day("starts_on", starts_on, indicator.objective.practice)
    if ends_on < starts_on:
        yield "ends_on", _("A period cannot end before it starts.")
    elif ends_on > timezone.localdate():
        yield "ends_on", _("This period is not over yet.")
    shared = [one for one in others if one.starts_on <= ends_on and one.ends_on >= starts_on]
    if any((one.starts_on, one.ends_on) == (starts_on, ends_on) for one in shared):
        yield "starts_on", _("This period is measured already: open the indicator and choose “Change the value”.")  # fmt: skip
    elif shared and indicator.gathering == Gathering.ADDS:
        yield "starts_on", _("%(start)s to %(end)s is measured already, and values are added up: what lies in both periods would count twice.") % {"start": shared[0].starts_on, "end": shared[0].ends_on}  # fmt: skip


def of_measurement(measurement: Measurement) -> Faults:
    indicator = measurement.indicator
    if measurement.value is not None:
        yield from of_value("value", indicator, measurement.value)
    elif not measurement.unknown_because:
        yield "value", _("Enter a value, or say why it is not known.")
    if measurement.value is not None and measurement.unknown_because:
        yield "unknown_because", _("Leave this empty where there is a value.")
    yield from _of_cells(measurement)


def _of_cells(measurement: Measurement) -> Faults:
    for dimension, counts in measurement.cells.items():
        if dimension not in measurement.indicator.disaggregation or _strange(dimension, counts):
            yield "cells", _("Something here is not on the list.")
        elif measurement.value is None or sum(counts.values()) > measurement.value:
            yield "cells", _("Told apart by %(dimension)s there are more than in all.") % {"dimension": Dimension(dimension).label}  # fmt: skip


def _strange(dimension: str, counts: Mapping[str, Any]) -> bool:
    known = CATEGORIES[dimension].values
    return any(code not in known or not isinstance(count, int) or count < 0 for code, count in counts.items())

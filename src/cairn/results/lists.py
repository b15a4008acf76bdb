"""Indicators and measurements as sheets (sheets/shape.py). A sheet makes new ones; they are changed on their pages, where what
stood before is kept with the reason. Targets are set on the pages too: a spreadsheet is no place for a promise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.results import checking, facts
from cairn.results.enums import Direction, Frequency, Gathering, Level, Measure
from cairn.results.measures import all_measures
from cairn.results.models import Indicator, Measurement, Objective
from cairn.results.reckoning import points_of
from cairn.sheets.shape import Change, Column, Fault, Judged, Kind, Row, Table, Value

if TYPE_CHECKING:
    from cairn.people.models import Person
    from cairn.practices.models import Practice

USUAL = {"direction": Direction.UP, "counts_people": False}
"""What a cell that is empty means where a column cannot be."""
WORDS = ("unit", "method", "means", "computed_by", "unknown_because", "source")

INDICATOR_COLUMNS = (
    Column("objective", gettext_lazy("Objective"), required=True, help=gettext_lazy("In the very words in which it stands in Cairn.")),
    Column("words", gettext_lazy("What is measured"), required=True),
    Column("level", gettext_lazy("Level"), Kind.CHOICE, required=True, choices=Level.choices),
    Column("measure", gettext_lazy("Kind of value"), Kind.CHOICE, required=True, choices=Measure.choices),
    Column("unit", gettext_lazy("Unit")),
    Column("scale_top", gettext_lazy("Highest step"), Kind.WHOLE),
    Column("gathering", gettext_lazy("How values go together"), Kind.CHOICE, required=True, choices=Gathering.choices),
    Column("direction", gettext_lazy("Direction"), Kind.CHOICE, choices=Direction.choices),
    Column("counts_people", gettext_lazy("It counts people"), Kind.YES_NO),
    Column("baseline", gettext_lazy("Value before it began"), Kind.DECIMAL),
    Column("baseline_on", gettext_lazy("Day of that value"), Kind.DATE),
    Column("method", gettext_lazy("How it is measured")),
    Column("means", gettext_lazy("Where it can be checked")),
    Column("frequency", gettext_lazy("How often"), Kind.CHOICE, required=True, choices=Frequency.choices),
    Column("computed_by", gettext_lazy("Where values come from"), Kind.CHOICE, choices=[(key, one.name) for key, one in all_measures().items()]),
)  # fmt: skip
MEASUREMENT_COLUMNS = (
    Column("indicator", gettext_lazy("Indicator"), required=True, help=gettext_lazy("In the very words in which it stands in Cairn.")),
    Column("objective", gettext_lazy("Objective"), help=gettext_lazy("Needed where two indicators have the same words.")),
    Column("starts_on", gettext_lazy("From"), Kind.DATE, required=True),
    Column("ends_on", gettext_lazy("To"), Kind.DATE, required=True),
    Column("value", gettext_lazy("Value"), Kind.DECIMAL, help=gettext_lazy("Yes is 1, no is 0.")),
    Column("unknown_because", gettext_lazy("Why it is not known")),
    Column("source", gettext_lazy("Source")),
    Column("told", gettext_lazy("In words"), taken_in=False),
    Column("how", gettext_lazy("Where it comes from"), taken_in=False),
)  # fmt: skip


def _indicators(practice: Practice, _person: Person) -> Iterator[Mapping[str, Value]]:
    for indicator in facts.indicators_in(practice.pk):
        row = {column.key: getattr(indicator, column.key) for column in INDICATOR_COLUMNS[1:]}
        yield {"objective": indicator.objective.words, **row}


def _measurements(practice: Practice, person: Person) -> Iterator[Mapping[str, Value]]:
    openly = may(person, Permission.WORK_WITH_PARTICIPANTS, practice.organisation)
    for indicator in facts.indicators_in(practice.pk):
        for point in points_of(indicator, openly=openly):
            measurement = point.measurement
            yield {
                "indicator": indicator.words,
                "objective": indicator.objective.words,
                "starts_on": measurement.starts_on,
                "ends_on": measurement.ends_on,
                "value": point.period.value,
                "unknown_because": measurement.unknown_because,
                "source": measurement.source,
                "told": point.period.words,
                "how": str(measurement.get_how_display()),
            }


def _said(row: Row) -> dict[str, Any]:
    """By column; an empty cell as the table of it has it."""
    return {
        key: USUAL[key]
        if value is None and key in USUAL
        else ("" if value is None and key in WORDS else value)
        for key, value in row.values.items()
    }


def _judge_indicators(practice: Practice, person: Person, rows: Sequence[Row]) -> Judged:
    objectives = {one.words.casefold(): one for one in facts.of_practice(practice.pk)}
    there = {
        (one.pk, indicator.words.casefold())
        for one in objectives.values()
        for indicator in one.indicators.all()
    }

    def made(row: Row) -> Indicator:
        said = _said(row)
        objective: Objective | None = objectives.get(str(said.pop("objective")).casefold())
        if objective is None:
            raise ValidationError({"objective": _("There is no such objective here. Add it first.")})
        if (objective.pk, str(said["words"]).casefold()) in there:
            raise ValidationError({"words": _("This objective has an indicator in these words already.")})
        indicator = Indicator(objective=objective, made_by=person, **said)
        checking.as_measure_says(indicator)
        checking.refuse(checking.of_indicator(indicator))
        indicator.clean_fields(exclude=["objective", "made_by", "disaggregation"])
        there.add((objective.pk, indicator.words.casefold()))
        return indicator

    return _judged(rows, made)


def _judge_measurements(practice: Practice, person: Person, rows: Sequence[Row]) -> Judged:
    indicators = facts.indicators_in(practice.pk)
    new: dict[int, list[Measurement]] = defaultdict(list)

    def made(row: Row) -> Measurement:
        said = _said(row)
        indicator = _named(indicators, str(said.pop("indicator")), said.pop("objective", None))
        measurement = Measurement(indicator=indicator, made_by=person, **said)
        others = [*indicator.measurements.all(), *new[indicator.pk]]
        checking.refuse(checking.of_days(indicator, measurement.starts_on, measurement.ends_on, others))
        checking.refuse(checking.of_measurement(measurement))
        measurement.clean_fields(exclude=["indicator", "made_by", "cells"])
        new[indicator.pk].append(measurement)
        return measurement

    return _judged(rows, made)


def _named(indicators: Sequence[Indicator], words: str, objective: Value) -> Indicator:
    """Raises ValidationError by column where none is meant, or several."""
    found = [one for one in indicators if one.words.casefold() == words.casefold()]
    if objective:
        found = [one for one in found if one.objective.words.casefold() == str(objective).casefold()]
    if len(found) != 1:
        several = _("Several indicators have these words: name the objective as well.")
        raise ValidationError({"indicator": several if found else _("There is no such indicator here.")})
    if found[0].computed_by:
        raise ValidationError(
            {"indicator": _("This one is computed from records: take its value on its page.")}
        )
    return found[0]


def _judged(rows: Sequence[Row], made: Callable[[Row], Model]) -> Judged:
    judged = Judged()
    for row in rows:
        try:
            judged.changes.append(Change(row.number, made(row)))
        except ValidationError as refusal:
            judged.faults += [Fault(row.number, key, words[0]) for key, words in refusal.message_dict.items()]
    return judged


def _not_measured(thing: Model) -> None:
    """Raises ValidationError for an indicator by which something was measured meanwhile."""
    if isinstance(thing, Indicator) and thing.measurements.exists():
        raise ValidationError(
            _("Something was measured by one of these, so the import cannot be taken back.")
        )


TABLES = (
    Table(
        key="indicators",
        name=gettext_lazy("Indicators"),
        columns=INDICATOR_COLUMNS,
        known_by=(),
        rows=_indicators,
        judge=_judge_indicators,
        lower=_not_measured,
    ),
    Table(
        key="measurements",
        name=gettext_lazy("Measurements of indicators"),
        columns=MEASUREMENT_COLUMNS,
        known_by=(),
        rows=_measurements,
        judge=_judge_measurements,
    ),
)

"""Every measurement as a table with a row of HXL hashtags (https://hxlstandard.org) below the titles, so that tables of several
practices can be put together by programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cairn.common.tables import Cell, Column
from cairn.participants.enums import AgeBand, Sex
from cairn.results.enums import Dimension
from cairn.results.reckoning import Point, baseline_of, cells_of, points_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cairn.results.models import Objective


class Tagged(NamedTuple):
    title: str | Promise
    tag: str
    of: Callable[[Point], Cell]


class _Tags:
    """The row of hashtags among the rows of the table."""


TAGS = _Tags()
SEXES = {Sex.WOMAN: "f", Sex.MAN: "m", Sex.OTHER: "other", Sex.UNSAID: "unsaid", Sex.UNKNOWN: "sex_unknown"}
AGES = {
    AgeBand.UNDER_18: "age_0_17",
    AgeBand.TO_24: "age_18_24",
    AgeBand.TO_30: "age_25_30",
    AgeBand.TO_40: "age_31_40",
    AgeBand.TO_54: "age_41_54",
    AgeBand.OVER_54: "age_55_over",
    AgeBand.UNKNOWN: "age_unknown",
}


def hxl_rows(objectives: Iterable[Objective]) -> list[_Tags | Point]:
    """The hashtags, then every measurement, oldest first within its indicator."""
    points = [
        point
        for objective in objectives
        for indicator in objective.indicators.all()
        for point in points_of(indicator, openly=False)
    ]
    return [TAGS, *points]


def hxl_columns() -> list[Column]:
    return [Column(column.title, _cell(column)) for column in (*WHOLE, *_parts())]


def _cell(column: Tagged) -> Callable[[_Tags | Point], Cell]:
    return lambda row: column.tag if isinstance(row, _Tags) else column.of(row)


def _people(point: Point) -> Cell:
    counts = point.measurement.indicator.counts_people
    return float(point.period.value) if counts and point.period.value is not None else None


def _target(point: Point) -> Cell:
    return float(point.target.value) if point.target else None


def _baseline(point: Point) -> Cell:
    told = baseline_of(point.measurement.indicator, openly=False)
    return None if told.value is None else float(told.value)


WHOLE = (
    Tagged(_("Organisation"), "#org+impl+name", lambda point: point.measurement.indicator.objective.practice.organisation.name),
    Tagged(_("Practice"), "#activity+name", lambda point: point.measurement.indicator.objective.practice.title),
    Tagged(_("Objective"), "#description+objective", lambda point: point.measurement.indicator.objective.words),
    Tagged(_("Indicator"), "#indicator+name", lambda point: point.measurement.indicator.words),
    Tagged(_("Level"), "#indicator+level", lambda point: point.measurement.indicator.level),
    Tagged(_("Unit"), "#indicator+unit", lambda point: point.measurement.indicator.unit),
    Tagged(_("From"), "#date+start", lambda point: point.measurement.starts_on),
    Tagged(_("To"), "#date+end", lambda point: point.measurement.ends_on),
    Tagged(_("Before it began"), "#indicator+baseline+num", _baseline),
    Tagged(_("Target"), "#indicator+target+num", _target),
    Tagged(_("Due on"), "#date+target", lambda point: point.target.due_on if point.target else None),
    Tagged(_("In this period"), "#indicator+value+num", lambda point: None if point.period.value is None else float(point.period.value)),
    Tagged(_("By the end of it"), "#indicator+value+cumulative+num", lambda point: None if point.actual.value is None else float(point.actual.value)),
    Tagged(_("People"), "#reached+ind+total", _people),
)  # fmt: skip


def _parts() -> list[Tagged]:
    sexes = [
        Tagged(sex.label, f"#reached+ind+{tag}", _part(Dimension.SEX, sex.value))
        for sex, tag in SEXES.items()
    ]
    ages = [
        Tagged(age.label, f"#reached+ind+{tag}", _part(Dimension.AGE, age.value)) for age, tag in AGES.items()
    ]
    return sexes + ages


def _part(dimension: Dimension, code: str) -> Callable[[Point], Cell]:
    """So many of one category; empty where nobody counted them, or where they may not be told."""

    def told(point: Point) -> Cell:
        known = dict(cells_of(point.measurement, openly=False)).get(dimension, [])
        return next((cell.count for cell in known if cell.code == code), None)

    return told

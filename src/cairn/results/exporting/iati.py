"""The results of a practice as an activity by IATI 2.03 (https://iatistandard.org), so that funders' programs can read them.

An objective becomes one result for each level of its indicators. What is not known is left out, with the reason as a comment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from lxml import etree

from cairn.results.enums import Direction, Gathering, Level, Measure
from cairn.results.reckoning import Point, Told, baseline_of, cells_of, points_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cairn.practices.models import Practice
    from cairn.results.models import Indicator, Objective, Target

VERSION = "2.03"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RESULT_TYPES = {Level.OUTPUT: "1", Level.OUTCOME: "2", Level.IMPACT: "3", Level.INPUT: "9"}
MEASURES = {Measure.NUMBER: "1", Measure.PERCENT: "2", Measure.YES_NO: "3", Measure.SCALE: "4"}
"""Unit, percentage, nominal and ordinal, by IATI's codes."""
IMPLEMENTATION, CLOSED, IMPLEMENTING = "2", "4", "4"
ACTUAL_START, PLANNED_END, ACTUAL_END = "2", "3", "4"
ORGANISATION_TYPES = [
    ("22", gettext_lazy("national organisation of civil society")),
    ("21", gettext_lazy("international organisation of civil society")),
    ("24", gettext_lazy("organisation of civil society in a partner country")),
    ("11", gettext_lazy("local authority")),
    ("10", gettext_lazy("government")),
    ("15", gettext_lazy("other public body")),
    ("60", gettext_lazy("foundation")),
    ("70", gettext_lazy("company")),
    ("80", gettext_lazy("university, training or research")),
    ("90", gettext_lazy("other")),
]
"""IATI's codes for kinds of organisation, those that run practices first."""


@dataclass(frozen=True, slots=True)
class Head:
    """What IATI asks for and the records do not say."""

    organisation: str
    """The organisation's identifier, as in its country's register: BE-BCE_KBO-0123456789."""
    organisation_type: str
    """One of ORGANISATION_TYPES."""
    language: str
    """In which what people wrote is written."""
    made_at: datetime


def iati(practice: Practice, objectives: Iterable[Objective], head: Head) -> bytes:
    """The file. `practice` has a first day, and at least one objective an indicator."""
    root = etree.Element("iati-activities", {"version": VERSION, "generated-datetime": _moment(head.made_at)})
    activity = _put(root, "iati-activity", {XML_LANG: head.language, "last-updated-datetime": _moment(head.made_at)})  # fmt: skip
    _put(activity, "iati-identifier").text = f"{head.organisation}-{practice.slug}"
    organisation = {"ref": head.organisation, "type": head.organisation_type}
    _say(_put(activity, "reporting-org", organisation), practice.organisation.name)
    _say(_put(activity, "title"), practice.title)
    _say(_put(activity, "description", {"type": "1"}), practice.summary or practice.title)
    _say(_put(activity, "participating-org", {**organisation, "role": IMPLEMENTING}), practice.organisation.name)  # fmt: skip
    _days(activity, practice, head.made_at.date())
    if practice.country:
        _put(activity, "recipient-country", {"code": practice.country})
    for objective in objectives:
        _results(activity, objective)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _days(activity: etree._Element, practice: Practice, today: date) -> None:
    over = practice.ends_on is not None and practice.ends_on < today
    _put(activity, "activity-status", {"code": CLOSED if over else IMPLEMENTATION})
    _put(activity, "activity-date", {"type": ACTUAL_START, "iso-date": str(practice.starts_on)})
    if practice.ends_on:
        kind = ACTUAL_END if over else PLANNED_END
        _put(activity, "activity-date", {"type": kind, "iso-date": str(practice.ends_on)})


def _results(activity: etree._Element, objective: Objective) -> None:
    order = list(RESULT_TYPES)
    indicators = sorted(objective.indicators.all(), key=lambda one: order.index(Level(one.level)))
    for level, of_level in groupby(indicators, key=lambda one: Level(one.level)):
        result = _put(activity, "result", {"type": RESULT_TYPES[level]})
        _say(_put(result, "title"), objective.words)
        for indicator in of_level:
            _indicator(result, indicator)


def _indicator(result: etree._Element, indicator: Indicator) -> None:
    facts = {
        "measure": MEASURES[Measure(indicator.measure)],
        "ascending": _truth(indicator.direction == Direction.UP),
        "aggregation-status": _truth(indicator.gathering == Gathering.ADDS),
    }
    element = _put(result, "indicator", facts)
    _say(_put(element, "title"), indicator.words)
    if said := " – ".join(filter(None, (indicator.unit, indicator.method))):
        _say(_put(element, "description"), said)
    _baseline(element, indicator)
    points = points_of(indicator, openly=False)
    targets = {(one.starts_on, one.due_on): one for one in indicator.targets.all()}
    measured = {(one.measurement.starts_on, one.measurement.ends_on): one for one in points}
    for days in sorted({*targets, *measured}, key=lambda each: (each[1], each[0])):
        _period(element, days, targets.get(days), measured.get(days), points)


def _baseline(element: etree._Element, indicator: Indicator) -> None:
    if indicator.baseline_on is None:
        return
    told, day = baseline_of(indicator, openly=False), indicator.baseline_on
    _put(element, "baseline", {"iso-date": str(day), "year": str(day.year)} | _value(told.value))


def _period(
    element: etree._Element,
    days: tuple[date, date],
    target: Target | None,
    measured: Point | None,
    points: list[Point],
) -> None:
    period = _put(element, "period")
    _put(period, "period-start", {"iso-date": str(days[0])})
    _put(period, "period-end", {"iso-date": str(days[1])})
    if target:
        _put(period, "target", _value(target.value))
    if measured:
        _actual(period, measured, measured.period)
    elif target and (last := _last_for(target, points)):
        _actual(period, last, last.actual)


def _last_for(target: Target, points: list[Point]) -> Point | None:
    """The newest measurement that answers to a target and lies before its day."""
    answering = [one for one in points if one.target == target and one.measurement.ends_on <= target.due_on]
    return answering[-1] if answering else None


def _actual(period: etree._Element, point: Point, told: Told) -> None:
    """The value of a period, then its parts by sex and by age, as far as they may be told."""
    measurement = point.measurement
    actual = _put(period, "actual", _value(told.value))
    hidden = _("Too few people to tell.") if told.hidden else ""
    comments = (hidden, measurement.unknown_because, measurement.variance_reason)
    if said := " ".join(filter(None, comments)):
        _say(_put(actual, "comment"), said)
    if told is not point.period:
        return
    for dimension, cells in cells_of(measurement, openly=False):
        for cell in cells:
            if cell.count is not None:
                part = _put(period, "actual", {"value": str(cell.count)})
                _put(part, "dimension", {"name": dimension.value, "value": cell.code or "not known"})


def _put(parent: etree._Element, name: str, attributes: dict[str, str] | None = None) -> etree._Element:
    return etree.SubElement(parent, name, attributes or {})


def _say(element: etree._Element, words: str) -> None:
    """Words without the characters that XML refuses."""
    clean = "".join(char for char in words if char in "\t\n" or char.isprintable())
    _put(element, "narrative").text = clean


def _value(value: Decimal | None) -> dict[str, str]:
    """Without zeros that say nothing; no attribute where it is not known."""
    if value is None:
        return {}
    return {"value": f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"}


def _truth(said: bool) -> str:  # named at its calls
    return "1" if said else "0"


def _moment(at: datetime) -> str:
    return at.replace(microsecond=0).isoformat()

"""Objectives, indicators, targets and measurements for stories; made by the same actions that people use."""

from datetime import date
from decimal import Decimal

from cairn.results import actions

START, END = date(2025, 1, 1), date(2025, 12, 31)
HALF = (date(2025, 1, 1), date(2025, 6, 30))
SECOND = (date(2025, 7, 1), date(2025, 12, 31))


def an_objective(practice, by, words="Women find work they can live on", **said):
    return actions.add_objective(practice=practice, words=words, by=by, **said)


def an_indicator(objective, by, **said):
    usual = {
        "words": "Women who found work",
        "level": "outcome",
        "measure": "number",
        "unit": "women",
        "gathering": "adds",
        "frequency": "half_year",
    }
    return actions.add_indicator(objective=objective, by=by, **(usual | said))


def a_percentage(objective, by, **said):
    usual = {
        "words": "Women who say that they feel safe",
        "measure": "percent",
        "unit": "",
        "gathering": "latest",
        "baseline": Decimal(40),
        "baseline_on": date(2024, 12, 1),
    }
    return an_indicator(objective, by, **(usual | said))


def a_target(indicator, by, value="24", starts_on=START, due_on=END):
    return actions.set_target(
        indicator=indicator, value=Decimal(value), starts_on=starts_on, due_on=due_on, by=by
    )


def a_measurement(indicator, by, value="10", period=HALF, **said):
    known = {"value": None if value is None else Decimal(value)}
    return actions.measure(
        indicator=indicator, starts_on=period[0], ends_on=period[1], by=by, **known, **said
    )

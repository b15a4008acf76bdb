"""What the practice wants to reach: objectives, indicators that the records answer, targets, and a look each half-year."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from django.core.exceptions import ValidationError

from cairn.demo.diary import Story
from cairn.demo.world import World
from cairn.practices.days import months_later
from cairn.results import actions
from cairn.results.enums import Dimension, Frequency, Gathering, Level, Measure
from cairn.results.measures import all_measures

if TYPE_CHECKING:
    from cairn.results.models import Indicator, Objective

MONTHS = 30
"""From the first day until all targets are due, as the grant has it."""


class Wanted(NamedTuple):
    """One indicator: by which measure, at which level, and how much by the end."""

    measure: str
    level: Level
    target: int
    """In all; for numbers of every 120 people."""
    shares: bool
    """A percentage, which does not grow with the number of people."""


class Aim(NamedTuple):
    words: str
    line: int
    """Place of the budget line that pays for it."""
    wanted: tuple[Wanted, ...]
    """What is delivered to that end, and what changes for people."""


AIMS = (
    Aim("Women who look for a first job here know us, come, and stay as long as they need", 0, (
        Wanted("people_reached", Level.OUTPUT, 120, shares=False),
        Wanted("goals_reached_share", Level.OUTCOME, 60, shares=True),
    )),
    Aim("Everyone has a plan in her own words", 1, (
        Wanted("people_with_plan", Level.OUTPUT, 50, shares=False),
        Wanted("goals_chosen_share", Level.OUTCOME, 80, shares=True),
    )),
    Aim("What comes before work is settled: papers, language, children, account, rooms", 2, (
        Wanted("mediator_share", Level.OUTPUT, 95, shares=True),
        Wanted("preconditions_share", Level.OUTCOME, 60, shares=True),
        Wanted("needs_met_share", Level.OUTCOME, 30, shares=True),
    )),
    Aim("People leave to work, training or studies", 3, (
        Wanted("session_hours", Level.OUTPUT, 300, shares=False),
        Wanted("people_left_well", Level.OUTCOME, 40, shares=False),
        Wanted("left_well_share", Level.OUTCOME, 45, shares=True),
    )),
)  # fmt: skip
UNKNOWN = "Nothing to count in this half-year."
WHY = "The first months brought fewer people than planned, the later ones more."


def stories(world: World) -> list[Story]:
    return [looked_at(world)]


def looked_at(world: World) -> Story:
    """Set down a week after the first day, and measured at the end of each half-year."""
    yield world.begins + timedelta(days=7)
    indicators = [indicator for aim in AIMS for indicator in set_down(world, aim)]
    for half in range(1, world.size.months // 6 + 1):
        starts_on = months_later(world.begins, 6 * (half - 1))
        ends_on = months_later(world.begins, 6 * half) - timedelta(days=1)
        yield ends_on
        for indicator in indicators:
            measured(world, indicator, starts_on, ends_on)


def set_down(world: World, aim: Aim) -> list[Indicator]:
    objective = actions.add_objective(
        practice=world.practice,
        words=aim.words,
        budget_line=world.lines[aim.line],
        owner=world.team.coordinator,
        due_on=months_later(world.begins, MONTHS),
        by=world.team.coordinator,
    )
    return [seen_by(world, objective, wanted) for wanted in aim.wanted]


def seen_by(world: World, objective: Objective, wanted: Wanted) -> Indicator:
    counts_people = wanted.measure.startswith("people_")
    indicator = actions.add_indicator(
        objective=objective,
        words=str(all_measures()[wanted.measure].name),
        level=wanted.level,
        measure=Measure.PERCENT if wanted.shares else Measure.NUMBER,
        gathering=Gathering.LATEST,
        computed_by=wanted.measure,
        disaggregation=[Dimension.AGE] if counts_people else [],
        baseline=Decimal(0),
        baseline_on=world.begins,
        method="Counted in the records of the practice, the same way each time.",
        means="The records of the practice",
        frequency=Frequency.HALF_YEAR,
        by=world.team.coordinator,
    )
    value = wanted.target if wanted.shares else max(1, round(wanted.target * world.size.people / 120))
    actions.set_target(
        indicator=indicator,
        value=Decimal(value),
        starts_on=world.begins,
        due_on=months_later(world.begins, MONTHS),
        by=world.team.coordinator,
    )
    return indicator


def measured(world: World, indicator: Indicator, starts_on: date, ends_on: date) -> None:
    """What the records say; where they say nothing, that is said."""
    said: dict[str, Any] = {
        "indicator": indicator,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "by": world.team.coordinator,
    }
    try:
        measurement = actions.take(**said)
    except ValidationError:
        measurement = actions.measure(**said, unknown_because=UNKNOWN)
    actions.explain(measurement=measurement, reason=WHY, by=world.team.coordinator)

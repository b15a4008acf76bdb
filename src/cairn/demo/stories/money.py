"""A grant with its budget, what is spent of it each month, and the hours of the team."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from cairn.demo.chance import Chance
from cairn.demo.diary import Story
from cairn.demo.world import World
from cairn.money import actions
from cairn.practices.days import months_later

if TYPE_CHECKING:
    from cairn.money.models import BudgetLine, Grant


class Line(NamedTuple):
    category: str
    words: str
    monthly: int
    """Euros that are planned for a month, for every 120 people."""
    bought: tuple[str, ...]
    """Empty where staff are paid."""


LINES = (
    Line("A", "Coordination", 4_200, ()),
    Line("A", "Social workers", 13_600, ()),
    Line("A", "Mediators", 5_400, ()),
    Line("B", "Trainers", 2_100, ("Lessons of Dutch", "Joiner, two afternoons", "Trainer for sewing")),
    Line("C.1", "Ways and tram cards", 620, ("Tram cards", "Taxi at night, asked for by the mediator")),
    Line("C.2", "Machines and computers", 380, ("Repair of a sewing machine", "Two headsets", "Used laptop")),
    Line(
        "C.3",
        "Rooms and material",
        1_150,
        ("Rent of the workshop", "Cloth and thread", "Printing of the door card"),
    ),
    Line("C.3", "Thanks to those who advise us", 160, ("Vouchers for a consultation",)),
    Line("D", "Childcare while courses run", 900, ("Crèche next door",)),
)
MONTHS = 30
"""How long the grant runs."""
LEARNED_LATE = "The second mediator began two months later than planned."
ABROAD = 7
"""In this month something is bought in pounds."""


def stories(world: World) -> list[Story]:
    return [run(world)]


def run(world: World) -> Story:
    """Opened on the first day; then, at the end of each month, what was paid and who worked how long."""
    yield world.begins
    grant = opened(world)
    world.lines = lines = [planned(world, grant, line) for line in LINES]
    for month in range(world.size.months):
        on = months_later(world.begins, month + 1) - timedelta(days=3)
        yield on
        chance = world.chance(f"money {month}")
        for line, said in zip(lines, LINES, strict=True):
            paid(world, line, said, on, chance)
        worked(world, lines, on, chance)
        if month == ABROAD:
            mistaken(world, lines[5], on)
            enlarged(world, lines[7])
        if month % 6 == 5:
            told_why(world, grant, on)


def opened(world: World) -> Grant:
    return actions.open_grant(
        practice=world.practice,
        funder="Integration fund",
        reference=f"IF-{world.begins:%Y}-{world.size.seed:03}",
        currency="EUR",
        starts_on=world.begins,
        ends_on=months_later(world.begins, MONTHS),
        scheme="eu",
        by=world.team.coordinator,
    )


def planned(world: World, grant: Grant, line: Line) -> BudgetLine:
    category = grant.categories.get(code=line.category)
    amount = Decimal(line.monthly * MONTHS * world.size.groups)
    return actions.plan_line(category=category, words=line.words, amount=amount, by=world.team.coordinator)


def paid(world: World, line: BudgetLine, said: Line, on: date, chance: Chance) -> None:
    """About what was planned, sometimes more and sometimes less."""
    amount = Decimal(said.monthly * world.size.groups * chance.between(80, 112)) / 100
    actions.spend(
        line=line,
        paid_on=on,
        amount=amount.quantize(Decimal("0.01")),
        words=chance.one_of(*said.bought) if said.bought else f"Salaries, {on:%Y-%m}",
        document=f"{on:%Y%m}-{line.pk}",
        by=world.team.coordinator,
    )


def worked(world: World, lines: list[BudgetLine], on: date, chance: Chance) -> None:
    """By the codes of the staff plan: first letters of the role, and a number."""
    team, by = world.team, world.team.coordinator
    for line, letters, people in (
        (lines[0], "C", 1),
        (lines[1], "SW", len(team.workers)),
        (lines[2], "CM", len(team.mediators)),
    ):
        for number in range(1, people + 1):
            hours = Decimal(chance.between(90, 140))
            actions.record_time(line=line, staff=f"{letters}{number}", month=on, hours=hours, by=by)


def mistaken(world: World, line: BudgetLine, on: date) -> None:
    """Something from abroad is entered with a shilling too much, and put right."""
    expense = actions.spend(
        line=line,
        paid_on=on,
        amount=Decimal("129.00"),
        currency="GBP",
        rate=Decimal("1.17"),
        rate_on=on,
        words="Needles for the old machine",
        document="from abroad",
        by=world.team.coordinator,
    )
    actions.correct(expense=expense, amount=Decimal("9.00"), words="Typed wrongly", by=world.team.coordinator)


def enlarged(world: World, line: BudgetLine) -> None:
    actions.revise_line(
        line=line,
        revision=line.revision,
        words=line.words,
        amount=line.amount + 600,
        reason="More people advise us than we thought.",
        by=world.team.coordinator,
    )


def told_why(world: World, grant: Grant, on: date) -> None:
    actions.explain(
        category=grant.categories.get(code="A"),
        starts_on=world.begins,
        ends_on=on,
        reason=LEARNED_LATE,
        by=world.team.coordinator,
    )

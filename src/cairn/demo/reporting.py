"""What a funder reads: the report of the last half-year, signed by a second person, and a draft of the quarter that ends now."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from cairn.demo.diary import Story
from cairn.demo.world import World
from cairn.money import facts as money
from cairn.practices.days import months_later
from cairn.progress import actions, facts, layouts
from cairn.progress.shape import digest_of, to_text

if TYPE_CHECKING:
    from cairn.progress.models import Report

WRITING = timedelta(days=10)
"""So long after the half-year the report is written, where the demo goes on so long."""
DAY = timedelta(days=1)
WORDS = {
    "summary": "Women came, chose a trade and stayed. What comes before work took longest: papers, a place for the children, "
    "and a language to work in.\n\n- Mornings are full, evenings are not.\n- Two firms take people on trial now.",
    "objectives": "We are on our way. Where a value lies behind, the first months were slow, and the later ones made up for some of it.",
    "deviations": "Nothing went so far otherwise that the plan had to change.",
    "following": "We open one more morning, and ask again those who left.",
}
WHY = "The first months were slower than planned; the second half makes up for it."


def stories(world: World) -> list[Story]:
    return [signed(world), drafted(world)]


def signed(world: World) -> Story:
    """Of the last half-year of the practice that is over."""
    halves = world.size.months // 6
    if not halves:
        return
    ends_on = months_later(world.begins, 6 * halves) - DAY
    on = min(ends_on + WRITING, world.ends)
    yield on
    yield on  # once more, so that everything else of this day is told before
    report = begun(world, "six-monthly", (months_later(world.begins, 6 * (halves - 1)), ends_on))
    by = world.team.coordinator
    for key, words in WORDS.items():
        _slot, block = facts.block_of(report, key) or (None, None)
        if block and (key == "summary" or not block.words):
            actions.write(report=report, key=key, words=words, revision=block.revision, by=by)
    actions.explain(report=report, reasons={ask.key: WHY for ask in facts.asks_of(report)}, by=by)
    report = actions.submit(report=report, by=by)
    second = facts.signers_of(report)[0]
    actions.sign(report=report, seen=digest_of(to_text(facts.paper_of(report))), by=second)


def drafted(world: World) -> Story:
    """As its figures are, with nothing written yet."""
    yield world.ends
    yield world.ends
    begun(world, "quarterly", (months_later(world.begins, max(0, world.size.months - 3)), world.ends))


def begun(world: World, key: str, days: tuple[date, date]) -> Report:
    layout = next(one for one in layouts.shipped() if one.key == key)
    return actions.begin(
        practice=world.practice,
        layout=layout,
        days=days,
        grant=money.grants_of(world.practice.pk).first(),
        title=layout.name,
        language="en",
        by=world.team.coordinator,
    )

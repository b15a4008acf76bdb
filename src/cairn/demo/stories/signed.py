"""What records cannot show, and the coordinator signs for: of each item what she says, renewed each year."""

from __future__ import annotations

from cairn.demo.diary import Story
from cairn.demo.world import World
from cairn.evidence import actions
from cairn.exchange.facts import USUAL
from cairn.practices.days import months_later

SAID = {
    "I1.1": "It is for women only, because the first question of most who came was whether men would be in the room.",
    "I1.3": "Our paper on fairness says who decides, by when, and whom to ask when we do not keep to it.",
    "R1.2": "We chose the gaps that participants named first and nobody else in town was filling.",
    "R1.3": "Job centre and shelters count 260 to 400 women who look for a first job here. Half of them, or nearly, know us.",
}
ROLE = "Coordinator of the practice"
FIRST, EVERY = 2, 11
"""Months after the beginning, and between two signatures."""


def stories(world: World) -> list[Story]:
    return [signed(world, months) for months in range(FIRST, world.size.months, EVERY)]


def signed(world: World, months: int) -> Story:
    on = months_later(world.begins, months)
    yield on
    for item, words in SAID.items():
        actions.sign(
            practice=world.practice,
            framework=USUAL,
            item=item,
            role=ROLE,
            words=words,
            expires_on=months_later(on, actions.LONGEST),
            by=world.team.coordinator,
        )

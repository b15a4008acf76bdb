"""Everything that happens in the practice of the demo, one file for each side of it. This is the only door."""

from cairn.demo.stories import (
    heard,
    marks,
    money,
    offers,
    partners,
    people,
    results,
    rules,
    saying,
    sessions,
    signed,
    team,
    voices,
)
from cairn.demo.world import World


def begin(world: World) -> None:
    """Put every story into the diary, those first on which others stand."""
    for part in (partners, team, rules, voices, money, results, signed):
        for story in part.stories(world):
            world.diary.add(story)
    world.diary.add(offers.begin(world))
    world.diary.add(marks.judged(world))
    people.everyone(world)
    sessions.all_of_them(world)
    world.diary.add(saying.read_together(world))
    for story in heard.stories(world):
        world.diary.add(story)

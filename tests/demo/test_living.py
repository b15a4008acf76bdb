"""Size, chance and diary: what the stories of a demo stand on."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cairn.demo.chance import Chance
from cairn.demo.diary import Clock, Diary
from cairn.demo.size import Size
from cairn.demo.stories.sessions import days

MONDAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("size", "sessions", "groups"),
    [
        (Size(), 600, 1),
        (Size(people=6, months=3), 6, 1),
        (Size(people=1200, months=24), 6000, 10),
    ],
)
def test_a_demo_of_another_size_is_in_proportion(size, sessions, groups):
    assert (size.sessions, size.groups) == (sessions, groups)


def test_a_demo_of_another_size_says_so():
    assert Size().title == "A Trade of One’s Own"
    assert Size(people=6).title == "A Trade of One’s Own (6 people, 24 months, seed 1)"


def test_the_days_of_a_demo_end_yesterday():
    assert Size(months=3).begins(MONDAY) == date(2026, 3, 1)
    assert Size.ends(MONDAY) == date(2026, 5, 31)


def test_chance_is_the_same_for_the_same_seed_and_story():
    def luck(seed, story):
        chance = Chance(seed, story)
        return [
            chance.between(1, 1000),
            chance.likely(0.5),
            chance.one_of(*"abc"),
            chance.weighted({"a": 1, "b": 2}),
        ]

    assert luck(1, "person 1") == luck(1, "person 1")
    assert luck(1, "person 1") != luck(1, "person 2")
    assert luck(1, "person 1") != luck(2, "person 1")


def test_some_of_many_keep_their_order():
    chance = Chance(1, "story")

    assert chance.some_of("ab", 5) == ["a", "b"]
    assert sorted(chosen := chance.some_of("abcdef", 3)) == chosen
    assert MONDAY < chance.days_after(MONDAY, 1, 3) < MONDAY + timedelta(days=4)


def test_stories_are_told_in_the_order_of_their_days():
    told, diary = [], Diary()

    def story(name, *steps):
        for step in steps:
            yield MONDAY + timedelta(days=step)
            told.append((name, timezone.localdate().day))

    diary.add(story("long", 0, 2, 5))
    diary.add(story("short", 1))
    diary.add(story("silent"))
    seen = []
    diary.live(until=MONDAY + timedelta(days=3), told=seen.append)

    assert told == [("long", 1), ("short", 2), ("long", 3)]
    assert [day.day for day in seen] == [1, 2, 3]


def test_the_clock_of_the_demo_goes_forward_and_is_put_back():
    before = timezone.now()

    with Clock(MONDAY).instead():
        first, second = timezone.now(), timezone.now()

    assert first < second
    assert timezone.localdate(first) == MONDAY
    assert timezone.now() >= before
    assert timezone.now() - before < timedelta(minutes=1)


def test_sessions_fall_on_their_weekday_evenly():
    found = list(days(MONDAY, MONDAY + timedelta(days=70), 5, weekday=2))

    assert [day.weekday() for day in found] == [2] * 5
    assert len(set(found)) == 5
    assert MONDAY < found[0] < found[-1] <= MONDAY + timedelta(days=70)

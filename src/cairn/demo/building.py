"""A practice with all its records, lived through day by day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from math import ceil

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cairn.demo import house, reporting, stories
from cairn.demo.diary import Clock
from cairn.demo.size import Size
from cairn.demo.together import a_person
from cairn.demo.world import Team, World
from cairn.people import actions as accounts
from cairn.people.models import Organisation, Person
from cairn.people.roles import Mediator, Role, SocialWorker
from cairn.practices import actions as practices
from cairn.practices.models import Practice

DESIGN = timedelta(days=120)
"""So long before its first day the practice is thought up."""
FIRST_LOOK = Size(people=8, months=6)
A_WORKER, A_MEDIATOR = 30, 60
"""People over the whole time for each, about half of them at once; at least two, who stand in for each other."""


def build(*, size: Size, today: date, told: Callable[[date], None]) -> Practice | None:
    """The practice, or None where it is there already; all of it or nothing. `told` hears of every day that is lived through.

    Raises ValidationError where others keep records here: their trail would get entries of an invented past.
    """
    refuse_company()
    house.build()
    mine = Organisation.objects.get(name=house.HOUSE)
    if Practice.objects.filter(organisation=mine, title=size.title).exists():
        return None
    with transaction.atomic():
        return lived(size, mine, today, told)


def first_look(*, today: date) -> None:
    """What the first start shows: the house, and a practice so small that nobody waits for it."""
    build(size=FIRST_LOOK, today=today, told=lambda _day: None)


def refuse_company() -> None:
    if Organisation.objects.exclude(name=house.HOUSE).exists():
        raise ValidationError(
            _(
                "Others keep their records here. Make the demo in a folder of its own: "
                "CAIRN_DATA_DIR=another-folder ./cairn demo"
            )
        )


def lived(size: Size, mine: Organisation, today: date, told: Callable[[date], None]) -> Practice:
    cast, begins = cast_of(mine, size), size.begins(today)
    with Clock(begins - DESIGN).instead():
        practice = thought_up(size, mine, cast.coordinator, begins)
    world = World(size, practice, cast, today)
    stories.begin(world)
    for story in reporting.stories(world):
        world.diary.add(story)
    world.diary.live(until=world.ends, told=told)
    return practice


def cast_of(mine: Organisation, size: Size) -> Team:
    """Those who can sign in, and as many more as so many people need."""
    coordinator, assessor = colleague("mira"), colleague("jonas")
    return Team(
        coordinator,
        tuple(colleagues(mine, "sanne", SocialWorker, max(2, ceil(size.people / A_WORKER)))),
        tuple(colleagues(mine, "tarik", Mediator, max(2, ceil(size.people / A_MEDIATOR)))),
        assessor,
    )


def colleague(name: str) -> Person:
    return Person.objects.get(email=f"{name}@harbour-lane.example")


def colleagues(mine: Organisation, first: str, role: type[Role], count: int) -> list[Person]:
    found = [colleague(first)]
    for number in range(2, count + 1):
        email = f"{role.key.replace('_', '-')}-{number}@harbour-lane.example"
        person = Person.objects.filter(email=email).first()
        if person is None:
            person = a_person(email=email, name=f"{role.name} {number}")
            accounts.give_role(person=person, organisation=mine, role=role)
        found.append(person)
    return found


def thought_up(size: Size, mine: Organisation, coordinator: Person, begins: date) -> Practice:
    return practices.create(
        organisation=mine,
        by=coordinator,
        title=size.title,
        summary="Women learn a trade that they choose themselves, at their own pace, with a social worker and a mediator "
        "beside them until the work holds.",
        objectives="Two thirds of those who leave go on to work, training or studies; everyone has papers, a language to "
        "work in and somebody for the children first.",
        country="BE",
        places=["Veldhaven"],
        starts_on=begins,
        target_groups=["women", "job-seekers"],
        legal_statuses=["third-country-nationals", "international-protection"],
        integration_areas=["employment", "education-and-training", "language", "social-support"],
        languages=["nl", "en", "bin", "sq", "ro", "ti", "ar", "uk"],
        funding="A European integration fund pays three quarters; the town of Veldhaven pays the rest.",
    )

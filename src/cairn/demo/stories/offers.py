"""What the practice offers, and who takes part in what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from cairn.activities.actions import enrolling, planning
from cairn.activities.enums import (
    Adaptation,
    InclusionAnswer,
    InclusionQuestion,
    Kind,
    PlaceKind,
    Support,
    Topic,
)
from cairn.demo.chance import Chance
from cairn.demo.diary import Story
from cairn.demo.world import World

if TYPE_CHECKING:
    from cairn.activities.models import Enrolment
    from cairn.people.models import Person


class Offer(NamedTuple):
    title: str
    kind: Kind
    topic: Topic
    aim: str
    share: int
    """How many of every 600 sessions."""
    weekday: int
    """0 is Monday."""
    hours: tuple[int, int]
    """From and until, on the clock."""
    places: int | None
    place: PlaceKind
    taken: float
    """Which share of people takes part."""
    domains: tuple[str, ...]
    mediated: bool
    adaptations: tuple[Adaptation, ...]
    support: tuple[Support, ...]


SMALL = (Adaptation.LEVEL, Adaptation.PACE, Adaptation.WOMEN_ONLY)
OFFERS = {
    "morning": Offer(
        "Dutch for work, mornings", Kind.COURSE, Topic.LANGUAGE, "To ask, to answer and to be understood at work.",
        90, 1, (9, 12), 16, PlaceKind.OWN, 0.5, ("language",), True, (*SMALL, Adaptation.PICTURES), (Support.CHILDCARE,),
    ),
    "evening": Offer(
        "Dutch for work, evenings", Kind.COURSE, Topic.LANGUAGE, "The same for those who work by day.",
        90, 3, (18, 20), 16, PlaceKind.SCHOOL, 0.35, ("language",), True, SMALL, (Support.TRANSPORT,),
    ),
    "jobs": Offer(
        "Job club", Kind.WORKSHOP, Topic.WORK, "Applications written side by side, calls made with somebody near.",
        90, 2, (10, 12), 18, PlaceKind.OWN, 0.5, ("work",), True, (Adaptation.PACE, Adaptation.LANGUAGE), (Support.DEVICE,),
    ),
    "circle": Offer(
        "Friday circle", Kind.GROUP, Topic.HEALTH, "Tea, breathing, and one good thing of the week.",
        84, 4, (10, 11), 14, PlaceKind.OWN, 0.35, ("psychosocial", "social"), True, (Adaptation.WOMEN_ONLY,), (Support.MEAL,),
    ),
    "sewing": Offer(
        "Sewing and mending", Kind.WORKSHOP, Topic.SKILLS, "Hands learn first; the words come with the work.",
        66, 0, (13, 16), 12, PlaceKind.PARTNER, 0.3, ("work", "education"), False, (Adaptation.PICTURES, Adaptation.PLACE), (),
    ),
    "digital": Offer(
        "Telephone and computer", Kind.COURSE, Topic.DIGITAL, "Forms, bank and job sites without fear.",
        42, 0, (9, 11), 10, PlaceKind.PUBLIC, 0.25, ("work", "money"), False, (Adaptation.LEVEL,), (Support.DEVICE,),
    ),
    "rights": Offer(
        "Rights at work", Kind.INFORMATION, Topic.RIGHTS, "What an employer may ask and what not, and whom to call.",
        60, 2, (17, 19), None, PlaceKind.OWN, 1.0, ("legal", "work"), True, (Adaptation.LANGUAGE, Adaptation.PICTURES),
        (Support.CHILDCARE, Support.INTERPRETER),
    ),
    "papers": Offer(
        "Letters and papers", Kind.COUNSELLING, Topic.MONEY, "Bring your letters; we read them together.",
        24, 1, (14, 16), 8, PlaceKind.OWN, 0.2, ("legal", "money"), True, (Adaptation.ONE_TO_ONE,), (),
    ),
    "visits": Offer(
        "A day where others work", Kind.VISIT, Topic.WORK, "See a bakery, a garage, a nursing home from inside.",
        24, 3, (9, 13), 12, PlaceKind.WORKPLACE, 0.3, ("work",), False, (), (Support.TRANSPORT,),
    ),
    "trades": Offer(
        "Joinery, elder care, bookbinding", Kind.WORK, Topic.SKILLS, "Trades that participants asked for.",
        30, 4, (13, 17), 10, PlaceKind.WORKPLACE, 0.25, ("work", "education"), False, (Adaptation.TIME, Adaptation.LEVEL), (),
    ),
}  # fmt: skip
UNCHECKED = "visits"
"""For this one nobody asked yet whom it would leave out."""


def begin(world: World) -> Story:
    """Every activity on the first day, as often as there are groups."""
    yield world.begins
    answers = dict.fromkeys(InclusionQuestion.values, InclusionAnswer.YES.value)
    for key, offer in OFFERS.items():
        for group in range(1, world.size.groups + 1):
            activity = planning.begin(
                practice=world.practice,
                by=world.team.coordinator,
                title=offer.title if world.size.groups == 1 else f"{offer.title} {group}",
                kind=offer.kind,
                topic=offer.topic,
                aim=offer.aim,
                inclusion={} if key == UNCHECKED else answers,
                domains=list(offer.domains),
                starts_on=world.begins,
            )
            world.groups.setdefault(key, []).append(activity)


def join(world: World, participant: UUID, chance: Chance, *, on: date, by: Person) -> list[Enrolment]:
    """Somebody takes part in some of the offers, each time in the group with the fewest people."""
    enrolments = []
    for key, offer in OFFERS.items():
        if chance.likely(offer.taken):
            activity = min(world.groups[key], key=lambda one: world.seats.get(one.pk, 0))
            world.seats[activity.pk] = world.seats.get(activity.pk, 0) + 1
            enrolments += enrolling.enrol(activity=activity, people=[participant], since=on, by=by)
    return enrolments

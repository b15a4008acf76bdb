"""What people said, what was decided, and what they were told; and what was said in confidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from cairn.demo.diary import Story
from cairn.demo.world import World
from cairn.listening.actions import points, reports
from cairn.listening.facts.points import themes_of
from cairn.people.models import Person
from cairn.practices.days import months_later

LEAD = "lien@harbour-lane.example"


class Said(NamedTuple):
    month: int
    kind: str
    theme: str
    words: str
    offer: str = ""
    """Of the activity, where it was said about one."""
    decision: str = ""
    texts: Mapping[str, str] = {}


SAID = (
    Said(
        1, "suggestion", "Time, place and travel", "The evening course begins before the shops close.", "evening",
        "It begins half an hour later from next month on.",
        {
            "en": "The evening course begins at half past six now.",
            "nl": "De avondcursus begint nu om half zeven.",
            "ar": "تبدأ الدورة المسائية الآن في السادسة والنصف.",
            "uk": "Вечірній курс тепер починається о пів на сьому.",
        },
    ),
    Said(2, "praise", "How we are treated", "At the door somebody always says hello by name."),
    Said(
        2, "complaint", "Language and understanding", "In the job club the letters are read too fast.", "jobs",
        "Letters are read aloud twice, and the mediator stays until the end.",
        {
            "en": "Letters are read twice now, and somebody who speaks your language stays until the end.",
            "ar": "تُقرأ الرسائل الآن مرتين، وتبقى معكم من تتكلم لغتكم حتى النهاية.",
        },
    ),
    Said(
        3, "suggestion", "Childcare", "On Saturdays there is nobody for the children.", "",
        "Not now: the room is not ours on Saturdays. We ask the school again in spring.",
        {
            "en": "We cannot look after children on Saturdays yet. We ask for a room again in spring.",
            "uk": "Поки що ми не можемо доглядати за дітьми в суботу. Навесні ми знову попросимо кімнату.",
        },
    ),
    Said(
        4, "question", "Papers and rights", "May I work while I wait for the new card?", "",
        "The lawyer comes to the next evening on rights, and we hang up what she says.",
        {
            "en": "The lawyer comes to the next evening on rights. What she says hangs in the kitchen afterwards.",
            "ar": "تأتي المحامية إلى أمسية الحقوق القادمة، ثم نعلّق ما تقوله في المطبخ.",
        },
    ),
    Said(5, "suggestion", "Content and pace", "More words for the kitchen, fewer for the office.", "morning"),
    Said(
        14, "complaint", "Time, place and travel", "The sewing room is locked when we come.", "sewing",
        "The key hangs with the neighbour from Monday on; whoever comes first opens.",
        {"en": "From Monday on the key hangs next door. Whoever comes first opens the room."},
    ),
    Said(
        20, "suggestion", "Content and pace", "A day in a nursing home before the course begins.", "visits",
        "Two days are agreed with the home on the quay.",
        {
            "en": "You can spend a day in the home on the quay before the course begins.",
            "uk": "Перед початком курсу можна провести день у будинку на набережній.",
        },
    ),
)  # fmt: skip


def stories(world: World) -> list[Story]:
    told = (said for said in SAID if said.month < world.size.months)
    return [
        *(heard(world, said) for said in told),
        in_confidence(world, 2),
        in_confidence(world, world.size.months - 1, open_=True),
    ]


def heard(world: World, said: Said) -> Story:
    """Written down, decided ten days later, told back three weeks after that."""
    on, by = months_later(world.begins, said.month) + timedelta(days=4), world.team.coordinator
    yield on
    points.begin_themes(practice=world.practice, by=by)
    activities = world.groups.get(said.offer)
    point = points.add(
        practice=world.practice,
        kind=said.kind,
        theme=themes_of(world.practice.pk).filter(title=said.theme).first(),
        words=said.words,
        said_on=on,
        activity=activities[0] if activities else None,
        actionable=said.kind != "praise",
        by=by,
    )
    if said.decision:
        yield on + timedelta(days=10)
        point = points.decide(point=point, decision=said.decision, by=by)
    if said.texts:
        yield on + timedelta(days=31)
        points.tell_back(point=point, texts=said.texts, by=by)


def in_confidence(world: World, month: int, *, open_: bool = False) -> Story:
    """A worker is told; the safeguarding lead reads it the next day, and sees to it within the month."""
    on, lead = months_later(world.begins, month) + timedelta(days=8), Person.objects.get(email=LEAD)
    yield on
    report = reports.take_in(
        practice=world.practice,
        kind="exploitation" if open_ else "discrimination",
        text="The cleaning firm keeps back two weeks of wages and says that nobody will believe her."
        if open_
        else "The landlord shows the flat to everyone but her.",
        language="ro" if open_ else "ti",
        by=world.team.workers[0],
    )
    yield on + timedelta(days=1)
    reports.acknowledge(report=reports.read(report=report, by=lead), by=lead)
    if not open_:
        yield on + timedelta(days=9)
        done = "The equality body has taken the case; she has its number and a person to call."
        reports.escalate(report=report, outcome=done, by=lead)
        yield on + timedelta(days=27)
        reports.close(report=report, outcome="She has another flat.", by=lead)

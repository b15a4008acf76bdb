"""What participants hear and say: information, ways to say what they think, consultations and what became of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from cairn.demo.chance import Chance
from cairn.demo.diary import Story
from cairn.demo.world import World
from cairn.practices.days import months_later

ALL_LANGUAGES = ("nl", "en", "bin", "sq", "ro", "ti", "ar", "uk", "pcm")
ITEMS = (
    ("Door card", ALL_LANGUAGES, "text", ("in-person", "print"), ("contacts", "safety")),
    (
        "What happens on the first day",
        ALL_LANGUAGES,
        "audio",
        ("phone", "messages"),
        ("contacts", "language"),
    ),
    (
        "The way to a trade in nine pictures",
        ALL_LANGUAGES,
        "pictures",
        ("in-person", "print"),
        ("work", "education"),
    ),
    ("Your rights at work", ALL_LANGUAGES, "spoken", ("in-person", "partner"), ("work", "papers")),
    (
        "Who looks after the children",
        ("nl", "en", "sq", "ro", "ti", "ar"),
        "easy",
        ("print", "website"),
        ("childcare",),
    ),
    (
        "A bank account, step by step",
        ("nl", "en", "bin", "sq", "uk"),
        "video",
        ("messages", "website"),
        ("money",),
    ),
    ("A room of your own", ALL_LANGUAGES, "text", ("print", "messages"), ("housing",)),
)
CHANNELS = (
    ("Box beside the tea kitchen", "box", True, "outsider", True),
    ("Form behind a link, in nine languages", "link", True, "colleague", True),
    ("Round with stones, without the trainer", "group", False, "colleague", False),
    ("Telephone of the association", "outside", True, "outsider", True),
)
"""Title, form, anonymous, run by, for sensitive matters too."""


class Talk(NamedTuple):
    months: int
    """After the practice began; before it where below zero."""
    title: str
    format: str
    phase: str
    said: tuple[tuple[str, int], ...]
    """What was said, and by how many."""
    decided: tuple[tuple[str, str], ...]
    """Yes, partly, later or no for each of them, and why."""


TALKS = (
    Talk(-2, "What would help you to work", "group", "design",
         (("Work that is not cleaning", 6), ("Somebody for the children", 4)),
         (("yes", "Three trades are looked for at once."), ("yes", "The crèche next door opens with us."))),
    Talk(2, "Stones on the map", "creative", "implementation",
         (("The evening course is too late for the last tram", 5), ("More time between two steps", 3)),
         (("yes", "It ends half an hour earlier."), ("partly", "Reviews move from two months to three."))),
    Talk(6, "Which trades", "workshop", "implementation",
         (("Joinery, elder care, bookbinding", 7), ("A day in a garage", 2)),
         (("yes", "Begun in spring, with the joinery."), ("later", "No garage has said yes so far."))),
    Talk(11, "Is it any good", "survey", "implementation",
         (("Letters come without anyone to read them", 6), ("The job club is too full", 4)),
         (("yes", "“Letters and papers” takes place each month."), ("yes", "A second table, a second trainer."))),
    Talk(15, "Council of participants", "council", "implementation",
         (("Who hears what we say in the circle", 4), ("Pictures on the door instead of words", 3)),
         (("yes", "Nobody outside; it is written on the wall now."), ("yes", "Made by two of them."))),
    Talk(19, "What should be asked at the end", "group", "evaluation",
         (("Ask what became easier, not only what was reached", 5), ("Ask us, not the office", 5)),
         (("yes", "Two questions are new in the last talk."), ("partly", "One of three talks is led by a peer."))),
    Talk(23, "Looking back together", "workshop", "evaluation",
         (("Keep the Friday circle whatever happens", 6), ("More evenings", 2)),
         (("yes", "It is in the next budget."), ("no", "No mediator is free on more evenings."))),
)  # fmt: skip
ASKED = (
    ("Can I work while the permit is renewed?", "papers", 9, 3),
    ("Who pays the crèche when I am ill?", "childcare", 4, 4),
    ("May the landlord keep the deposit?", "housing", 6, 6),
    ("Does my certificate count here?", "education", 7, 2),
    ("What do I do with a letter from the bank?", "money", 5, 5),
)
"""Question, domain, how often, and which of the items answers it."""
UNFAIR = (
    ("employer", ("origin",), "The foreman was called; the trial day was repeated with pay.", "put-right"),
    (
        "landlord",
        ("origin", "status"),
        "A letter from the lawyer; the room was shown after all.",
        "put-right",
    ),
    ("office", ("status",), "The mediator went along; the desk apologised.", "apology"),
    ("public", ("religion",), "Complaint made with the tram company.", "complaint"),
)


def stories(world: World) -> list[Story]:
    return [
        offered(world),
        opened(world),
        *(talked(world, talk) for talk in TALKS),
        *(asked(world, number) for number in range(world.size.months // 3)),
        *(treated_unfairly(world, months) for months in range(2, world.size.months, 3)),
    ]


def offered(world: World) -> Story:
    """Information in every language, before the first day; looked at again each ten months."""
    on = world.begins - timedelta(days=14)
    yield on
    for title, languages, form, channels, topics in ITEMS:
        world.record(
            "information_item",
            title=title,
            languages=languages,
            format=form,
            channels=channels,
            topics=topics,
            version="1",
            reviewed_on=on,
            discreet=True,
            review_by=months_later(on, 12),
        )
    for months in range(9, world.size.months, 10):
        on = months_later(world.begins, months)
        yield on
        for record in world.records["information_item"]:
            world.revise(record, reviewed_on=on, review_by=months_later(on, 12), version=str(1 + months // 9))


def opened(world: World) -> Story:
    """Ways to say what one thinks, open from the first day and tried out each year."""
    on = world.begins - timedelta(days=7)
    yield on
    for title, form, anonymous, run_by, sensitive in CHANNELS:
        world.record(
            "feedback_channel",
            title=title,
            form=form,
            since=on,
            languages=ALL_LANGUAGES,
            anonymous=anonymous,
            run_by=run_by,
            sensitive=sensitive,
            tested_on=on,
            test_by=months_later(on, 12),
        )
    for months in range(10, world.size.months, 11):
        on = months_later(world.begins, months)
        yield on
        for record in world.records["feedback_channel"]:
            world.revise(record, tested_on=on, test_by=months_later(on, 12))


def talked(world: World, talk: Talk) -> Story:
    """Asked, decided a week later with reasons, told back within six weeks; who helped to think was offered something for it."""
    chance = world.chance(f"talk {talk.months}")
    on = months_later(world.begins, talk.months) + timedelta(days=10)
    yield on
    people = max(5, round(len(world.active) * 0.35))
    consultation = world.record(
        "consultation",
        title=talk.title,
        held_on=on,
        format=talk.format,
        phase=talk.phase,
        topics=["evaluation" if talk.phase == "evaluation" else "design", "delivery"],
        languages=ALL_LANGUAGES[:6],
        understood=True,
        mediator_needed=True,
        mediator_present=True,
        participants=people,
        place_time="In the house, in the morning while the crèche is open",
        tell_by=months_later(on, 2),
    )
    source = str(consultation.pk)
    inputs = [
        world.record(
            "consultation_input",
            topic=topic,
            consultations=[source],
            said_on=on,
            source="participants",
            times=times,
            words="Said in the round; nobody wrote down who.",
        )
        for topic, times in talk.said
    ]
    thank(world, source, on, people, chance)
    yield (decided_on := on + timedelta(days=8))
    decisions = [decide(world, str(each.pk), talk, number, decided_on) for number, each in enumerate(inputs)]
    told_on = max(chance.days_after(on, 20, 40), world.begins)
    yield told_on
    world.record(
        "told_back",
        how="In the next round and on the wall of the kitchen",
        told_on=told_on,
        consultations=[source],
        decisions=decisions,
        languages=ALL_LANGUAGES[:6],
        channels=["in-person", "messages"],
        people=people,
    )
    world.close(consultation, told_on)


def decide(world: World, said: str, talk: Talk, number: int, on: date) -> str:
    decision, reason = talk.decided[number]
    made = world.record(
        "design_decision",
        what=talk.said[number][0],
        decided_on=on,
        decision=decision,
        reason=reason,
        inputs=[said],
        sources=["participants"],
        phase=talk.phase,
    )
    return str(made.pk)


def thank(world: World, source: str, on: date, people: int, chance: Chance) -> None:
    """Before the practice begins there is no money for it yet."""
    if on >= world.begins:
        declined = chance.between(0, 2)
        world.record(
            "compensation",
            type=chance.one_of("voucher", "money", "travel"),
            source=[source],
            given_on=on,
            offered=people,
            paid=people - declined,
            declined=declined,
            amount=15 * (people - declined),
            currency="EUR",
        )


def asked(world: World, number: int) -> Story:
    """What people ask again and again, and where it is answered now."""
    question, domain, times, item = ASKED[number % len(ASKED)]
    on = months_later(world.begins, 3 * number) + timedelta(days=21)
    yield on
    record = world.record(
        "question",
        question=question,
        asked_on=on,
        domain=domain,
        times=times,
        languages=["ti", "bin"],
        answers=[world.ids("information_item")[item]],
    )
    yield (answered_on := on + timedelta(days=12))
    world.close(record, answered_on)


def treated_unfairly(world: World, months: int) -> Story:
    """Somebody was treated unfairly; something is done about it within two weeks. Never who, never the story."""
    chance = world.chance(f"unfair {months}")
    place, grounds, action, outcome = chance.one_of(*UNFAIR)
    on = months_later(world.begins, months) + timedelta(days=4)
    yield on
    record = world.record("discrimination_event", place=place, happened_on=on, grounds=grounds)
    yield (acted_on := chance.days_after(on, 3, 12))
    world.revise(record, action=action, action_on=acted_on, outcome=outcome)
    world.close(record, acted_on)

"""Partners: who has a say, what was agreed with them, meetings, help given to them, and what was said to those who decide.

What the practice never did, it never did: nobody sat down with all sides at once, and no partner reviewed the work with a data
pack in hand (docs/decisions/0012).
"""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from cairn.demo.diary import Story
from cairn.demo.world import World
from cairn.practices.days import months_later


class Partner(NamedTuple):
    title: str
    side: str
    influence: str
    approach: str
    strategy: str
    agreed: str
    """The form of the agreement; empty where there is none."""
    covers: tuple[str, ...] = ()


PARTNERS = (
    Partner("Shelter Quiet Harbour", "civil-society", "high", "partner", "Meets us each month; knows each name we do not.",
            "signed", ("referral", "rooms")),
    Partner("Job centre of Veldhaven", "public-authority", "high", "involve", "One desk for our people, and one for us.",
            "signed", ("referral", "data", "places")),
    Partner("Ropewalk Joinery", "business", "middle", "involve", "Two weeks beside a joiner before anyone signs.",
            "signed", ("places",)),
    Partner("Bakery Second Dough", "business", "middle", "consult", "Early shifts are asked about, never assumed.",
            "letters", ("places",)),
    Partner("Women of Many Shores", "migrants", "middle", "partner", "Reads every plan before we do it.",
            "signed", ("sessions", "capacity")),
    Partner("Health post Oosterbrug", "public-authority", "middle", "consult", "One telephone number, one person.", "letters",
            ("referral",)),
    Partner("Neighbours of Harbour Lane", "host-community", "low", "inform", "A letter in the box before anything changes.", ""),
    Partner("Institute for Everyday Health", "academia", "low", "consult", "Trains the team; asks nobody for interviews.",
            "signed", ("capacity",)),
    Partner("Integration fund", "funder", "high", "inform", "Two reports a year, and a call before anything goes wrong.", "signed",
            ("money",)),
)  # fmt: skip
CALLS = (
    ("Ask the bakery for shifts after nine", 20),
    ("Send the shelter the new timetable", 10),
    ("Find out who may sign for the tram cards", 25),
    ("Invite the health post to the rights evening", 30),
)
"""What is agreed in meetings, and in how many days it is to be done."""
HELPED = {
    3: ("A desk guide for first talks with an interpreter", "tool", "Job centre of Veldhaven", 12, 3),
    8: ("What employers may ask and what not", "briefing", "Ropewalk Joinery", 9, 2),
    14: (
        "Calling somebody safely: a protocol for telephone and letters",
        "protocol",
        "Health post Oosterbrug",
        15,
        3,
    ),
    20: ("A morning on working with mediators", "training", "Job centre of Veldhaven", 18, 4),
}
"""By month: what, form, to whom, people, hours."""
SAID = {
    4: ("Childcare from the first day of a course", "local", "Town council of Veldhaven", "taken-up"),
    9: ("Let people work while the permit is renewed", "national", "Ministry of labour", "answered"),
    13: ("Pay mediators as a profession", "regional", "Regional employment service", "partly"),
    17: ("Recognise skills shown at work", "national", "Ministry of education", "refused"),
    21: ("Tram cards for those who learn", "local", "Town council of Veldhaven", "answered"),
}
"""By month: what was recommended, at which level, to whom, and what became of it."""
WITNESSES = (
    ("Head of the job centre", "Job centre of Veldhaven", "policymakers", "success", "4"),
    ("Foreman of the joinery", "Ropewalk Joinery", "host-community", "success", "5"),
    ("Office for projects of the fund", "Integration fund", "funders", "success", "4"),
    ("Head of the shelter", "Shelter Quiet Harbour", "practitioners", "success", "5"),
    ("Board of the association", "Women of Many Shores", "beneficiaries", "success", "4"),
    ("Head of the job centre", "Job centre of Veldhaven", "policymakers", "capacity", "5"),
    ("Head of the shelter", "Shelter Quiet Harbour", "practitioners", "gaps", "4"),
)


def stories(world: World) -> list[Story]:
    return [
        mapped(world),
        designed(world),
        *(met(world, months) for months in range(1, world.size.months, 3)),
        *(helped(world, months) for months in HELPED),
        *(recommended(world, months) for months in SAID),
        testified(world),
    ]


def partner(world: World, title: str) -> str:
    return world.ids("stakeholder")[[one.title for one in PARTNERS].index(title)]


def mapped(world: World) -> Story:
    """Before the practice begins: the map, and then the agreements."""
    on = world.begins - timedelta(days=110)
    yield on
    for one in PARTNERS:
        world.record(
            "stakeholder",
            title=one.title,
            side=one.side,
            mapped_on=on,
            influence=one.influence,
            interest="high",
            approach=one.approach,
            strategy=one.strategy,
            owner=world.team.coordinator.pk,
            contact="Ask at the desk for whoever keeps the contact with us.",
            review_by=months_later(on, 12),
        )
    signed_on = world.begins - timedelta(days=30)
    yield signed_on
    for one in PARTNERS:
        if one.agreed:
            world.record(
                "agreement",
                title=f"With {one.title}",
                partners=[partner(world, one.title)],
                form=one.agreed,
                signed_on=signed_on,
                covers=one.covers,
                renew_by=months_later(signed_on, 36),
            )
    for months in range(10, world.size.months, 10):
        on = months_later(world.begins, months)
        yield on
        for record in world.records["stakeholder"]:
            world.revise(record, review_by=months_later(on, 12))


def designed(world: World) -> Story:
    """Two meetings at which the practice was thought up, with four sorts of partner at the table."""
    for days, decisions in (
        (100, "Women only; work first, papers beside it."),
        (70, "A mediator in every room."),
    ):
        on = world.begins - timedelta(days=days)
        yield on
        world.record(
            "meeting",
            title="How it should work",
            type="design",
            held_on=on,
            phase="design",
            organisations=world.ids("stakeholder")[:5],
            civil_society=2,
            public_authority=2,
            business=2,
            migrants=3,
            professionals=2,
            topics=["services", "practices", "safety"],
            decisions=decisions,
        )


def met(world: World, months: int) -> Story:
    """Each third month the partners meet; what was agreed is mostly done in time."""
    chance = world.chance(f"meeting {months}")
    on = months_later(world.begins, months) + timedelta(days=7)
    yield on
    meeting = world.record(
        "meeting",
        title=f"Partners, {on:%Y-%m}",
        type="partner",
        held_on=on,
        phase="implementation",
        organisations=chance.some_of(world.ids("stakeholder"), 5),
        civil_society=2,
        public_authority=1,
        business=1,
        migrants=2,
        topics=chance.some_of(["operations", "services", "safety", "budget"], 2),
        decisions="As in the list of what is to be done.",
    )
    tasks = []
    for what, days in chance.some_of(CALLS, 3):
        due_on = on + timedelta(days=days)
        tasks.append((due_on, world.record("meeting_action", what=what, source=[str(meeting.pk)], due_on=due_on,
                                           owner=world.team.coordinator.pk)))  # fmt: skip
    for due_on, task in sorted(tasks, key=lambda each: each[0]):
        yield due_on - timedelta(days=1)
        if chance.likely(0.88):
            world.close(task, due_on - timedelta(days=1))


def helped(world: World, months: int) -> Story:
    """Something is given to an institution; half a year later they say how they use it."""
    what, form, whom, people, hours = HELPED[months]
    on = months_later(world.begins, months) + timedelta(days=20)
    yield on
    given = world.record(
        "capacity_action",
        title=what,
        type=form,
        organisations=[partner(world, whom)],
        given_on=on,
        people=people,
        hours=hours,
        follow_up_by=months_later(on, 3),
    )
    used_on = months_later(on, 3)
    yield used_on
    world.record(
        "adoption",
        what=what,
        sources=[str(given.pk)],
        organisation=[partner(world, whom)],
        extent="regular",
        confirmed_on=used_on,
        confirmed_by="Head of the office",
    )
    world.close(given, used_on)
    world.record(
        "receiving_change",
        what=f"Now in use there: {what[0].lower()}{what[1:]}",
        type="employer" if form == "briefing" else "office",
        organisation=[partner(world, whom)],
        since=used_on,
        sources=[str(given.pk)],
        confirmed_on=used_on,
        confirmed_by="Head of the office",
    )


def recommended(world: World, months: int) -> Story:
    """Said to those who decide, and what came of it after some months."""
    what, level, whom, became = SAID[months]
    on = months_later(world.begins, months) + timedelta(days=12)
    yield on
    record = world.record(
        "policy_recommendation",
        title=what,
        level=level,
        addressee=whom,
        sent_on=on,
        form="paper",
        own_data=True,
        status="sent",
        ask_by=months_later(on, 3),
    )
    answered_on = months_later(on, 2)
    yield answered_on
    world.revise(record, status=became, answered_on=answered_on)
    world.close(record, answered_on)


def testified(world: World) -> Story:
    """Each year others are asked what they think of it."""
    for months in range(10, world.size.months, 11):
        on = months_later(world.begins, months)
        yield on
        for who, title, side, about, rating in WITNESSES:
            world.record(
                "statement",
                who=who,
                organisation=[partner(world, title)],
                side=side,
                about=about,
                given_on=on,
                rating=rating,
                signed=True,
                words="Seen in our own house, and we would do it again.",
                renew_by=months_later(on, 12),
            )

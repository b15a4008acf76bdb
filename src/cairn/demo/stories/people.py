"""One person's way through the practice, from being sent here to leaving."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from cairn.activities.actions import enrolling
from cairn.activities.enums import LeavingReason
from cairn.demo.chance import Chance
from cairn.demo.diary import Story
from cairn.demo.stories import offers
from cairn.demo.stories.needing import TRADES, ask_again, ask_first, wish
from cairn.demo.stories.planning import Plans
from cairn.demo.stories.skilling import Grid
from cairn.demo.world import World
from cairn.participants import actions as participants
from cairn.participants.enums import (
    About,
    AgeBand,
    Answer,
    Channel,
    Decision,
    HeardVia,
    Outcome,
    Reads,
    Referrer,
    Refusal,
    Script,
    Sex,
    Speaks,
)

if TYPE_CHECKING:
    from cairn.activities.models import Enrolment
    from cairn.participants.models import Line, Participant
    from cairn.people.models import Person

AGES = (
    AgeBand.TO_24, AgeBand.TO_30, AgeBand.TO_30, AgeBand.TO_40, AgeBand.TO_30, AgeBand.TO_24, AgeBand.TO_30, AgeBand.TO_54,
    AgeBand.TO_30, AgeBand.TO_40,
)  # fmt: skip
"""One after the other, so that of each age as many begin as are sent, however few they are."""
HEARD = {
    HeardVia.ORGANISATION: 40,
    HeardVia.AUTHORITY: 20,
    HeardVia.PERSON: 20,
    HeardVia.PAPER: 12,
    HeardVia.OUTREACH: 8,
}
SENT_BY = {
    Referrer.SHELTER: 40,
    Referrer.ORGANISATION: 20,
    Referrer.SOCIAL: 18,
    Referrer.HEALTH: 12,
    Referrer.SELF: 10,
}
NOT_HERE = {Refusal.FULL: 30, Refusal.ELSEWHERE: 35, Refusal.OWN: 25, Refusal.OUTSIDE: 10}
CHILDREN = {0: 55, 1: 22, 2: 15, 3: 8}
MOTHER_TONGUES = {"bin": 22, "sq": 18, "ro": 16, "ti": 14, "ar": 12, "uk": 10, "pcm": 8}
SCRIPTS = {"ti": Script.ETHIOPIC, "ar": Script.ARABIC, "uk": Script.CYRILLIC}
READING = {Reads.FLUENT: 60, Reads.SOME: 28, Reads.NOT: 12}
HOUSE_LANGUAGE = "nl"
ADJUSTMENTS = (
    "The crèche next door while courses run",
    "A seat near the door, and breaks",
    "Rooms on the ground floor",
    "Large print, and pictures instead of text",
    "A travel card for the tram",
    "The trainer alone instead of a group",
)
REFUSED = 7
"""To one of sixteen what she asked for is refused."""
WHY_NOT = "The workshop cannot be moved to the ground floor; sewing is offered there instead."
SHARED_WITH = "Job centre of Veldhaven"
STAYS = ((120, 210), (250, 400), (250, 400), (380, 540))
"""Days from the first to the last; half of them stay about a year."""
ARRIVING = 20
"""Days before the end by which everyone has come."""


class Case:
    """What the story of one person remembers."""

    def __init__(self, number: int, chance: Chance, participant: Participant, worker: Person) -> None:
        self.number, self.chance, self.participant, self.worker = number, chance, participant, worker
        self.mother_tongue = chance.weighted(MOTHER_TONGUES)
        self.enrolments: list[Enrolment] = []


def everyone(world: World) -> None:
    """Some come in the first days, the others evenly over the time; a quarter more is sent and does not begin."""
    days = (world.ends - world.begins).days
    for number in range(world.size.people):
        first = number < world.size.people / 10
        share = 0.0 if first else number / world.size.people
        comes_on = world.begins + timedelta(days=2 + number % 5 + round(share * max(0, days - ARRIVING)))
        world.diary.add(way(world, number, comes_on))
    for number in range(world.size.people // 4):
        world.diary.add(sent_elsewhere(world, number, days))


def sent_elsewhere(world: World, number: int, days: int) -> Story:
    """Somebody is sent here, on one of these days, and does not begin."""
    chance = world.chance(f"sent elsewhere {number}")
    yield (on := chance.days_after(world.begins, 10, days - 10))
    referral = participants.refer(
        practice=world.practice,
        by=world.team.coordinator,
        received_on=on,
        referrer=chance.weighted(SENT_BY),
        age_band=AGES[number % len(AGES)],
        sex=Sex.WOMAN,
    )
    decided_on = chance.days_after(on, 1, 8)
    yield decided_on
    participants.settle(
        referral=referral,
        by=world.team.coordinator,
        outcome=Outcome.REFUSED,
        decided_on=decided_on,
        refusal=chance.weighted(NOT_HERE),
    )


def way(world: World, number: int, comes_on: date) -> Story:
    """From the first day to the last: a talk about needs, a plan, a meeting each month, a review each third, leaving."""
    chance = world.chance(f"person {number}")
    yield comes_on
    case = welcome(world, chance, number, comes_on)
    assessed_on = chance.days_after(comes_on, 1, 6)
    yield assessed_on
    ask_first(case.participant, chance, on=assessed_on, by=case.worker)
    sector = wish(case.participant, chance, on=assessed_on, by=case.worker)
    begun_on = chance.days_after(assessed_on, 2, 7)
    yield begun_on
    plans = Plans(case.participant, chance, case.worker, begun_on, sector)
    case.enrolments = offers.join(world, case.participant.pk, chance, on=begun_on, by=case.worker)
    world.active[case.participant.pk] = number
    world.keenness[case.participant.pk] = chance.between(62, 95) / 100
    leaves_on = chance.days_after(comes_on, *chance.one_of(*STAYS))
    grid = Grid(case.participant, case.worker)
    grid.fill(chance, case.mother_tongue, TRADES[sector], begun_on)
    day, month = chance.days_after(begun_on, 24, 32), 1
    while day < leaves_on:
        yield day
        plans.go_on(day, reviewing=month % 3 == 0)
        if month % 4 == 0:
            ask_again(case.participant, chance, on=day, by=case.worker)
        day, month = chance.days_after(day, 24, 32), month + 1
    yield leaves_on
    plans.go_on(leaves_on, reviewing=True)
    leave(world, case, plans, leaves_on)
    grid.gain("proof" if plans.well_left else "shown")


def welcome(world: World, chance: Chance, number: int, on: date) -> Case:
    """The first day: who somebody is in bands and choices, what they agree to, how they may be reached, what they need."""
    team, age = world.team, AGES[number % len(AGES)]
    children = chance.weighted(CHILDREN)
    needs_childcare = Answer.YES if children and chance.likely(0.75) else Answer.NO
    participant = participants.enrol(
        practice=world.practice,
        enrolled_on=on,
        by=team.coordinator,
        age_band=age,
        sex=Sex.WOMAN,
        children=children,
        childcare=needs_childcare,
        heard_via=chance.weighted(HEARD),
    )
    worker = team.workers[number % len(team.workers)]
    participants.refer(
        practice=world.practice,
        by=team.coordinator,
        participant=participant,
        received_on=max(world.begins, on - timedelta(days=chance.between(2, 9))),
        referrer=chance.weighted(SENT_BY),
        outcome=Outcome.ACCEPTED,
        decided_on=on,
        age_band=age,
        sex=Sex.WOMAN,
    )
    participants.assign(participant=participant, worker=worker, by=team.coordinator)
    mediator = team.mediators[number % len(team.mediators)]
    participants.assign(participant=participant, worker=mediator, by=team.coordinator)
    case = Case(number, chance, participant, worker)
    languages(case)
    consents(world, case, on)
    contacts(case)
    world.diary.add(adjusted(case, on))
    return case


def languages(case: Case) -> None:
    chance, tag = case.chance, case.mother_tongue
    script, reads = SCRIPTS.get(tag, Script.LATIN), chance.weighted(READING)
    line(
        case,
        "language",
        tag=tag,
        script=script,
        speaks=Speaks.MOTHER_TONGUE,
        reads=reads,
        interpreter=Answer.YES,
    )
    speaks = chance.weighted({Speaks.LITTLE: 60, Speaks.EVERYDAY: 35, Speaks.WELL: 5})
    line(
        case,
        "language",
        tag=HOUSE_LANGUAGE,
        script=Script.LATIN,
        speaks=speaks,
        reads=Reads.SOME,
        interpreter=Answer.NO,
    )


def consents(world: World, case: Case, on: date) -> None:
    """Four decisions apart from each other. Now and then the one about research is taken back."""
    chance = case.chance
    said = {"decided_on": on, "language": case.mother_tongue, "interpreter": Answer.YES}
    line(case, "consent", about=About.TAKING_PART, given=True, **said)
    line(case, "consent", about=About.KEEPING, given=True, **said)
    line(case, "consent", about=About.SHARING, given=chance.likely(0.8), body=SHARED_WITH, **said)
    regrets = case.number % 10 == 3
    agreed = regrets or chance.likely(0.6)
    research = line(
        case, "consent", about=About.RESEARCH, given=agreed, purpose="Figures on how people fare", **said
    )
    if regrets:
        world.diary.add(taken_back(case, research, chance.days_after(on, 40, 90)))


def taken_back(case: Case, consent: Line, on: date) -> Story:
    yield on
    participants.withdraw(consent=consent, by=case.worker)  # type: ignore[arg-type]  # a consent is what was added


def contacts(case: Case) -> None:
    """One way that is safe, at some hours; another that is not."""
    safe, unsafe = case.chance.some_of((Channel.PHONE, Channel.TEXT, Channel.MESSENGER), 2)
    hours = {"from_hour": time(9), "until_hour": time(case.chance.between(14, 18))}
    line(case, "contact", channel=safe, allowed=True, safe_name="Somebody from the sewing course", **hours)
    line(case, "contact", channel=unsafe, allowed=False)


def adjusted(case: Case, on: date) -> Story:
    """Asked on the first days; decided within two weeks; provided soon after."""
    chance = case.chance
    asked_on = chance.days_after(on, 0, 3)
    yield asked_on
    if chance.likely(0.45):
        line(case, "adjustment", asked_on=asked_on, decision=Decision.NONE_NEEDED, decided_on=asked_on)
        return
    need = line(case, "adjustment", asked_on=asked_on, kind=chance.one_of(*ADJUSTMENTS))
    decided_on = chance.days_after(asked_on, 2, 11)
    yield decided_on
    if case.number % 16 == REFUSED:
        said: dict[str, Any] = {"decision": Decision.REFUSED, "refusal": WHY_NOT}
    else:
        said = {
            "decision": chance.weighted({Decision.AGREED: 9, Decision.PARTLY: 1}),
            "provided_on": decided_on,
        }
    participants.revise(thing=need, revision=need.revision, by=case.worker, decided_on=decided_on, **said)  # type: ignore[type-var]


def line(case: Case, what: str, **said: object) -> Line:
    return participants.add(participant=case.participant, what=what, by=case.worker, **said)


def leave(world: World, case: Case, plans: Plans, on: date) -> None:
    """The last day: why, to what, and the places in activities become free."""
    plans.leave(on)
    reason = LeavingReason.COMPLETED if plans.well_left else LeavingReason.PERSONAL
    for enrolment in case.enrolments:
        enrolling.leave(enrolment=enrolment, until=on, reason=reason, by=case.worker)
    del world.active[case.participant.pk]

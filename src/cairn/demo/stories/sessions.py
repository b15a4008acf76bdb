"""Sessions: planned some weeks ahead, held with a sheet of who came, or cancelled. Whoever came is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.activities.actions import attending, planning
from cairn.activities.actions.attending import Said
from cairn.activities.actions.writing import Staffing
from cairn.activities.enums import AbsenceReason, CancelReason, Needed, Participation, Presence, StaffRole
from cairn.activities.facts.sheets import on_sheet
from cairn.demo.chance import Chance
from cairn.demo.diary import Story
from cairn.demo.stories import saying
from cairn.demo.stories.offers import OFFERS, Offer
from cairn.demo.world import World

if TYPE_CHECKING:
    from cairn.activities.models import Activity, Session

AHEAD = timedelta(days=21)
"""A session is planned so long before; the last ones of a demo are still planned."""
LANGUAGES = ["nl", "en", "bin", "sq", "ro", "ti", "ar", "uk"]
WHY_CANCELLED = {
    CancelReason.STAFF: 40,
    CancelReason.FEW: 30,
    CancelReason.WEATHER: 20,
    CancelReason.PLACE: 10,
}
WHY_ABSENT = {
    AbsenceReason.WORK: 25, AbsenceReason.CARE: 25, AbsenceReason.APPOINTMENT: 25, AbsenceReason.PERSONAL: 15,
    AbsenceReason.UNSAID: 10,
}  # fmt: skip


def all_of_them(world: World) -> None:
    """Exactly as many sessions as the size says, spread evenly for each activity."""
    first = world.begins + timedelta(days=18)
    for key, group, count in shares(world):
        for day in days(first, world.ends + AHEAD, count, OFFERS[key].weekday):
            world.diary.add(session(world, key, group, day))


def shares(world: World) -> Iterator[tuple[str, int, int]]:
    """Key of the offer, number of the group, count of sessions: by largest remainder, so that the sum is right."""
    groups = [(key, group) for key in OFFERS for group in range(world.size.groups)]
    whole = sum(OFFERS[key].share for key, _group in groups)
    exact = [world.size.sessions * OFFERS[key].share / whole for key, _group in groups]
    counts = [int(share) for share in exact]
    by_remainder = sorted(range(len(groups)), key=lambda place: counts[place] - exact[place])
    for place in by_remainder[: world.size.sessions - sum(counts)]:
        counts[place] += 1
    return ((key, group, count) for (key, group), count in zip(groups, counts, strict=True))


def days(first: date, last: date, count: int, weekday: int) -> Iterator[date]:
    """Evenly from the first to the last day, each on the weekday at or before it."""
    span = (last - first).days
    for number in range(count):
        day = first + timedelta(days=round((number + 1) * span / count))
        yield day - timedelta(days=(day.weekday() - weekday) % 7)


def session(world: World, key: str, group: int, on: date) -> Story:
    chance = world.chance(f"{key} {group} {(on - world.begins).days}")
    yield max(world.begins, on - AHEAD)
    planned = plan(world, world.groups[key][group], OFFERS[key], on, chance)
    yield on
    said = sheet(world, planned, chance)
    nobody = not any(one.state == Presence.PRESENT for one in said.values())
    if nobody or chance.likely(0.04):
        reason = CancelReason.FEW if nobody else chance.weighted(WHY_CANCELLED)
        planning.cancel(session=planned, reason=reason, by=world.team.coordinator)
    else:
        hold(world, planned, said)
        present = sum(one.state == Presence.PRESENT for one in said.values())
        saying.asked(world, planned, present, world.chance(f"said {key} {group} {(on - world.begins).days}"))


def plan(world: World, activity: Activity, offer: Offer, on: date, chance: Chance) -> Session:
    team = world.team
    staff = [Staffing(chance.one_of(*team.workers), "", StaffRole.FACILITATOR)]
    if offer.mediated:
        staff.append(Staffing(chance.one_of(*team.mediators), "", StaffRole.MEDIATOR))
    (planned,) = planning.plan(
        activity=activity,
        planned_on=on,
        by=team.coordinator,
        staff=staff,
        starts_at=time(offer.hours[0]),
        ends_at=time(offer.hours[1]),
        place=offer.place,
        capacity=offer.places,
        languages=LANGUAGES if offer.mediated else LANGUAGES[:2],
        mediator_needed=Needed.YES if offer.mediated else Needed.NO,
        adaptations=list(offer.adaptations),
        support=list(offer.support),
        participation=Participation.PARTICIPANTS,
    )
    return planned


def sheet(world: World, planned: Session, chance: Chance) -> dict[UUID, Said]:
    """Everyone on the sheet is said to be there or not; as many as there are places can be there."""
    said: dict[UUID, Said] = {}
    there = 0
    expected = set(on_sheet(planned).values_list("pk", flat=True))
    for person in [person for person in world.active if person in expected]:
        comes = chance.likely(world.keenness[person]) and there < (planned.capacity or len(expected))
        there += comes
        said[person] = came(chance) if comes else stayed_away(chance)
    return said


def hold(world: World, planned: Session, said: dict[UUID, Said]) -> None:
    """It took place with everyone of the team who was to be there."""
    staff = list(planned.staff.all())
    attending.record(
        session=planned,
        revision=planned.sheet_revision,
        said=said,
        by=staff[0].person or world.team.coordinator,
        staff={one.pk: True for one in staff},
    )


def came(chance: Chance) -> Said:
    return Said(Presence.PRESENT, left_early=chance.likely(0.03))


def stayed_away(chance: Chance) -> Said:
    state = Presence.EXCUSED if chance.likely(0.65) else Presence.ABSENT
    return Said(state, chance.weighted(WHY_ABSENT))

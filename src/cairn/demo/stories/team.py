"""The team: which roles there are, who has them, what they still learn, and who looks after them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from cairn.demo.diary import Story
from cairn.demo.world import World
from cairn.practices.days import months_later

if TYPE_CHECKING:
    from cairn.people.models import Person


class Role(NamedTuple):
    title: str
    letters: str
    """With a number they are the code of somebody in this role."""
    competences: tuple[str, ...]
    hours: int


LEADING = Role("Coordinator", "C", ("leading", "monitoring", "data", "safeguarding"), 32)
WORKING = Role("Social worker", "SW", ("counselling", "trauma", "intercultural", "work", "gender"), 32)
MEDIATING = Role(
    "Cultural mediator", "CM", ("languages", "mediation", "intercultural", "trauma", "gender"), 24
)
LEARNED = {
    -1: ("Working with people who carry much", ("trauma", "safeguarding"), 12),
    3: ("Fair to everyone: gender, origin, age", ("gender", "intercultural"), 8),
    8: ("Talking about rights in plain words", ("rights", "counselling"), 6),
    12: ("Together in one room: interpreting and mediating", ("mediation", "intercultural"), 10),
    17: ("What must stay with us: data and discretion", ("data",), 4),
}
"""By month: topic, competences, hours."""
NEEDED = {1: ("groups", 4), 4: ("health", 5), 9: ("work", 4), 13: ("monitoring", 6), 18: ("rights", 5)}
"""By month: what a colleague has to learn, and months until it is learned."""
BEFORE = timedelta(days=60)
"""So long before the practice begins there is a team."""
LIMIT = 20
"""People for one social worker at the same time."""


def stories(world: World) -> list[Story]:
    return [built(world), renewed(world), supervised(world), *trained(world), *taught(world)]


def built(world: World) -> Story:
    """Before the practice begins: roles, people, and a plan that says that they suffice."""
    yield (on := world.begins - BEFORE)
    team = world.team
    for role, people in ((LEADING, [team.coordinator]), (WORKING, team.workers), (MEDIATING, team.mediators)):
        record = world.record(
            "staff_role",
            title=role.title,
            set_on=on,
            competences=role.competences,
            people_needed=max(2, len(people)),
            hours_per_week=role.hours * len(people),
        )
        for number, person in enumerate(people, start=1):
            joined(world, role, str(record.pk), person, f"{role.letters}{number}")
    planned(world, on, "design")


def joined(world: World, role: Role, record: str, person: Person, code: str) -> None:
    on = world.begins - BEFORE
    world.record(
        "staff_member",
        code=code,
        since=on,
        roles=[record],
        account=person.pk,
        competences=role.competences,
        hours_per_week=role.hours,
        caseload_limit=LIMIT if role is WORKING else None,
        declaration_on=on,
    )


def planned(world: World, on: date, phase: str) -> None:
    world.record(
        "staff_plan",
        title=f"Staff plan {on.year}",
        made_on=on,
        phase=phase,
        roles=world.ids("staff_role"),
        hours_per_week=len(world.ids("staff_member")) * 30,
        mediators=len(world.team.mediators),
        remarks="Hours of planned sessions and talks, a third more for travel, notes and illness.",
        review_by=months_later(on, 11),
    )


def renewed(world: World) -> Story:
    """Each ten months a new plan takes the place of the one before."""
    for months in range(9, world.size.months, 10):
        on = months_later(world.begins, months)
        yield on
        world.close(world.records["staff_plan"][-1], on)
        planned(world, on, "implementation")


def supervised(world: World) -> Story:
    """In a group each month, led by someone from outside each second time."""
    for month in range(world.size.months):
        on = months_later(world.begins, month) + timedelta(days=16)
        yield on
        world.record(
            "supervision",
            form="group",
            held_on=on,
            members=world.ids("staff_member"),
            hours=3,
            outside=month % 2 == 0,
        )


def trained(world: World) -> list[Story]:
    """Everyone learns the same; the first course lies before the practice."""
    return [course(world, months, *LEARNED[months]) for months in LEARNED]


def course(world: World, months: int, topic: str, competences: tuple[str, ...], hours: int) -> Story:
    on = months_later(world.begins, months) + timedelta(days=9)
    yield on
    world.record(
        "training",
        topic=topic,
        given_on=on,
        hours=hours,
        competences=competences,
        members=world.ids("staff_member"),
        given_by="Institute for Everyday Health, Oosterbrug",
    )


def taught(world: World) -> list[Story]:
    return [lacking(world, month, *NEEDED[month]) for month in NEEDED]


def lacking(world: World, month: int, competence: str, until: int) -> Story:
    """One colleague has to learn something; some months later it is learned and marked as done."""
    noted_on = months_later(world.begins, month)
    yield noted_on
    member = world.ids("staff_member")[month % len(world.ids("staff_member"))]
    need = world.record(
        "training_need",
        competence=competence,
        noted_on=noted_on,
        members=[member],
        how="A course at the institute, or a week beside a colleague",
        plan_for=months_later(noted_on, until + 1),
    )
    learned_on = months_later(noted_on, until)
    yield learned_on
    world.record(
        "training",
        topic=f"Course for one: {competence}",
        given_on=learned_on,
        hours=8,
        competences=[competence],
        members=[member],
        needs=[str(need.pk)],
    )
    world.close(need, learned_on)

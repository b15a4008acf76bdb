"""People and places for tests, made through the same actions that people use, so that no state is impossible."""

from cairn.people import actions as people
from cairn.people.models import Organisation, Person
from cairn.people.roles import (
    Assessor,
    Coordinator,
    Editor,
    Funder,
    Reader,
    Reviewer,
    Role,
    Safeguarding,
    SocialWorker,
)
from cairn.practices.models import Practice

PASSWORD = "a long sentence for tests"


def an_organisation(name: str = "House of Many Doors", *, four_eyes: bool = False) -> Organisation:
    """A small house, where one person may publish alone unless the story says otherwise."""
    return people.found_organisation(name=name, country="BE", four_eyes=four_eyes)


def a_person(name: str, organisation: Organisation | None = None, role: type[Role] = Coordinator) -> Person:
    person = people.add_person(email=f"{name.lower()}@example.org", name=name, password=PASSWORD)
    if organisation:
        people.give_role(person=person, organisation=organisation, role=role)
    return person


__all__ = [
    "Assessor",
    "Coordinator",
    "Editor",
    "Funder",
    "Practice",
    "Reader",
    "Reviewer",
    "Safeguarding",
    "SocialWorker",
    "a_person",
    "an_organisation",
]

"""People and places for tests, made through the same actions that people use, so that no state is impossible."""

from cairn.people import actions as people
from cairn.people.models import Organisation, Person
from cairn.people.roles import Assessor, Coordinator, Reader, Role
from cairn.practices.models import Practice


def an_organisation(name: str = "House of Many Doors") -> Organisation:
    return people.found_organisation(name=name, country="BE")


def a_person(name: str, organisation: Organisation | None = None, role: type[Role] = Coordinator) -> Person:
    person = people.add_person(
        email=f"{name.lower()}@example.org", name=name, password="a long sentence for tests"
    )
    if organisation:
        people.give_role(person=person, organisation=organisation, role=role)
    return person


__all__ = ["Assessor", "Coordinator", "Practice", "Reader", "a_person", "an_organisation"]

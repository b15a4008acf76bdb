"""What waits for one person."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Model, Q, QuerySet

from cairn.assessments import facts as assessments
from cairn.assessments.enums import State
from cairn.frameworks.shape import Node
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person
from cairn.review import facts, talk
from cairn.review.models import Assignment, Thread
from cairn.review.places import Place, place_of


def assignments_settled_by(person: Person) -> QuerySet[Assignment]:
    """What this person may mark as done: their own, and all of the organisations that they lead."""
    leads = organisations_where(person, Permission.MANAGE_ROUNDS)
    works = organisations_where(person, Permission.ASSESS)
    return Assignment.objects.filter(
        Q(person=person, assessment__practice__organisation__in=works)
        | Q(assessment__practice__organisation__in=leads)
    ).select_related("person")


@dataclass(frozen=True, slots=True)
class Part:
    assignment: Assignment
    place: Place
    overdue: bool


@dataclass(frozen=True, slots=True)
class Talk:
    thread: Thread
    node: Node | None
    """None for the whole assessment."""
    address: str


@dataclass(frozen=True, slots=True)
class Asked:
    parts: tuple[Part, ...]
    talks: tuple[Talk, ...]
    reviews: tuple[Model, ...]
    """Assessments."""

    def __len__(self) -> int:
        return len(self.parts) + len(self.talks) + len(self.reviews)


def asked_of(person: Person) -> Asked:
    """What is still to be done, open conversations in which they are mentioned, and reviews that wait for them."""
    return Asked(
        tuple(part_of(assignment) for assignment in _assignments(person)),
        tuple(_talk(thread) for thread in _threads(person)),
        tuple(facts.waiting_for(person)),
    )


def number_asked(person: Person) -> int:
    """The same, counted."""
    return sum(
        waiting.count() for waiting in (_assignments(person), _threads(person), facts.waiting_for(person))
    )


def _assignments(person: Person) -> QuerySet[Assignment]:
    """Of assessments that can still change, in organisations where the person still assesses."""
    works = organisations_where(person, Permission.ASSESS)
    return (
        Assignment.objects.filter(person=person, done_at=None, assessment__practice__organisation__in=works)
        .exclude(assessment__state=State.PUBLISHED)
        .select_related("given_by", "assessment__practice", "assessment__framework_version")
    )


def _threads(person: Person) -> QuerySet[Thread]:
    return talk.visible_to(person).filter(resolved=False, comments__mentions=person).distinct()


def part_of(assignment: Assignment) -> Part:
    """Together with where it is worked on."""
    framework = assessments.framework_shown(assignment.assessment)
    place = place_of(framework, assignment.assessment, assignment.node_id)
    return Part(assignment, place, facts.overdue(assignment.due_on))


def _talk(thread: Thread) -> Talk:
    framework = assessments.framework_shown(thread.assessment)
    return Talk(thread, framework.by_id.get(thread.node_id), talk.address_of(thread))

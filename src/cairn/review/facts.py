"""Where an assessment stands on its way to the public, and who may take which step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.assessments import facts as assessments
from cairn.assessments.enums import State
from cairn.people.enums import Permission
from cairn.people.facts import may, people_who_may
from cairn.people.models import Person
from cairn.review.enums import Verb
from cairn.review.models import Assignment, Step

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment


def steps_of(assessment: Assessment) -> QuerySet[Step]:
    """Oldest first."""
    return Step.objects.filter(assessment=assessment).select_related("by")


def last_step(assessment: Assessment, *verbs: Verb) -> Step | None:
    """The newest step of these kinds."""
    return steps_of(assessment).filter(verb__in=verbs).last()


def submitter_of(assessment: Assessment) -> Person | None:
    """Whoever asked for the review that is going on, or was the last to ask."""
    step = last_step(assessment, Verb.SUBMIT)
    return step.by if step else None


def why_not_approve(person: Person, assessment: Assessment) -> str:
    """Why this person cannot be the second pair of eyes; empty where they can."""
    if person.pk in assessments.authors_of(assessment):
        return _("You wrote part of this assessment, so someone else has to approve it.")
    if person == submitter_of(assessment):
        return _("You asked for this review, so someone else has to approve it.")
    return ""


def waiting_for(person: Person) -> QuerySet[Assessment]:
    """What is in review and this person can approve, the most urgent first: `why_not_approve`, asked of all at once."""
    asked = Step.objects.filter(assessment=OuterRef("pk"), verb=Verb.SUBMIT).order_by("-pk")
    return (
        assessments.visible_to(person, Permission.APPROVE)
        .filter(state=State.IN_REVIEW)
        .exclude(started_by=person)
        .exclude(changes__by=person)
        .alias(asked_by=Subquery(asked.values("by")[:1]))
        .filter(Q(asked_by=None) | ~Q(asked_by=person.pk))
        .order_by(F("due_on").asc(nulls_last=True), "pk")
    )


def approvers_of(assessment: Assessment) -> list[Person]:
    """Whoever may approve it: with the permission, and neither an author nor the one who asked."""
    asked = submitter_of(assessment)
    own = assessments.authors_of(assessment) | ({asked.pk} if asked else set())
    able = people_who_may(Permission.APPROVE, assessment.practice.organisation)
    return [person for person in able if person.pk not in own]


def authors(assessment: Assessment) -> list[Person]:
    """Whoever wrote any of it."""
    return list(Person.objects.filter(pk__in=assessments.authors_of(assessment)).order_by("name", "pk"))


def leads_of(assessment: Assessment) -> list[Person]:
    """Whoever hands out the work in its organisation."""
    return list(people_who_may(Permission.MANAGE_ROUNDS, assessment.practice.organisation))


def who_moves_next(assessment: Assessment) -> list[Person]:
    """Those for whom it waits: its authors, those who may approve it, or those who may publish it."""
    state = State(assessment.state)
    if state is State.IN_REVIEW:
        return approvers_of(assessment)
    if state is State.APPROVED:
        return list(people_who_may(Permission.PUBLISH, assessment.practice.organisation))
    return [] if state.closed else authors(assessment)


def overdue(day: date | None) -> bool:
    return day is not None and day < timezone.localdate()


@dataclass(frozen=True, slots=True)
class Can:
    """Which steps one person may take of an assessment as it stands now."""

    submit: bool
    take_back: bool
    send_back: bool
    approve: bool
    why_not_approve: str
    """Where the person may approve in general but not this one, why not."""
    publish: bool
    lead: bool
    """Hand out work and set the day."""


def can(person: Person, assessment: Assessment) -> Can:
    state, organisation = assessment.stands, assessment.practice.organisation
    reviews = state in {State.IN_REVIEW, State.APPROVED} and may(person, Permission.APPROVE, organisation)
    why_not = why_not_approve(person, assessment) if reviews and state is State.IN_REVIEW else ""
    return Can(
        submit=state in {State.DRAFT, State.RETURNED} and assessments.may_write(person, assessment),
        take_back=state is State.IN_REVIEW and person == submitter_of(assessment),
        send_back=reviews,
        approve=reviews and state is State.IN_REVIEW and not why_not,
        why_not_approve=why_not,
        publish=not state.closed and may(person, Permission.PUBLISH, organisation),
        lead=not state.closed and may(person, Permission.MANAGE_ROUNDS, organisation),
    )


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the timeline."""

    what: str
    by: Person
    at: datetime
    note: str = ""
    nodes: tuple[str, ...] = ()
    step: int | None = None
    """Number of the step, where it is one: what changed since can be asked for."""


def timeline(assessment: Assessment) -> list[Event]:
    """From its beginning to where it stands, oldest first; publishing and withdrawing are read from the edition."""
    events = [Event(_("Begun"), assessment.started_by, assessment.started_at)]
    events += [
        Event(str(Verb(step.verb).label), step.by, step.at, step.note, tuple(step.nodes), step.pk)
        for step in steps_of(assessment)
    ]
    edition = assessment.edition
    if edition:
        number = {"number": edition.edition}
        events.append(
            Event(_("Published as edition %(number)s") % number, edition.published_by, edition.published_at)
        )
        if edition.withdrawn_at and edition.withdrawn_by:
            events.append(
                Event(
                    _("Edition %(number)s withdrawn") % number,
                    edition.withdrawn_by,
                    edition.withdrawn_at,
                    edition.withdrawal_reason,
                )
            )
    return events


def commenters_of(assessment: Assessment) -> list[Person]:
    """Whoever may read and write comments on it."""
    return list(people_who_may(Permission.COMMENT, assessment.practice.organisation))


def approvals_that_do_not_hold() -> list[Assessment]:
    """Approved, but what stands now is not what was approved."""
    approved = assessments.on_their_way().filter(state=State.APPROVED)
    return [assessment for assessment in approved if not assessments.approval_holds(assessment)]


def due_until(day: date) -> QuerySet[Assessment]:
    return assessments.on_their_way().filter(due_on__lte=day).order_by("due_on", "pk")


def assignments_due_until(day: date) -> QuerySet[Assignment]:
    """What is still to be done by then, of assessments that can still change."""
    return (
        Assignment.objects.filter(done_at=None, due_on__lte=day)
        .exclude(assessment__state=State.PUBLISHED)
        .select_related("person", "assessment__practice")
    )


def assignments_of(assessment: Assessment) -> QuerySet[Assignment]:
    """Who was asked for what: what is still to be done first, by its day."""
    return (
        Assignment.objects.filter(assessment=assessment)
        .select_related("person", "done_by", "assessment__framework_version")
        .order_by(F("done_at").asc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk")
    )

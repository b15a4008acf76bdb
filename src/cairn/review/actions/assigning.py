"""Ask someone to work on a criterion or question, say that it is done, and set the day for the whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cairn.frameworks.facts import framework_of
from cairn.notices.actions import tell
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.people.models import Person
from cairn.review.models import LONGEST, Assignment

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment

ASSIGNED = gettext_noop("%(by)s asks you to work on part of the assessment of %(practice)s.")


@transaction.atomic
def assign(
    *,
    assessment: Assessment,
    node_id: str,
    person: Person,
    by: Person,
    due_on: date | None = None,
    note: str = "",
) -> Assignment:
    """Ask one person for one node. Raises ValidationError, by field, for what does not fit, and once published."""
    if assessment.stands.closed:
        raise ValidationError(_("This assessment was published, so there is nothing left to do in it."))
    assignment = Assignment(
        assessment=assessment, node_id=node_id, person=person, due_on=due_on, note=note.strip(), given_by=by
    )
    faults = _faults(assignment)
    if faults:
        raise ValidationError(faults)
    assignment.save()
    tell(
        people=[person],
        message=ASSIGNED,
        parameters={"by": by.name, "practice": assessment.practice.title},
        address=reverse("asked"),
        by=by,
    )
    return assignment


def _faults(assignment: Assignment) -> dict[str, str]:
    assessment, faults = assignment.assessment, {}
    if assignment.node_id not in framework_of(assessment.framework_version).by_id:
        faults["node_id"] = _("The framework does not have this.")
    if not may(assignment.person, Permission.ASSESS, assessment.practice.organisation):
        faults["person"] = _("%(name)s may not assess here.") % {"name": assignment.person}
    if assignment.due_on and assignment.due_on < timezone.localdate():
        faults["due_on"] = _("This day has passed.")
    if len(assignment.note) > LONGEST:
        faults["note"] = _("Please keep it to %(most)s characters.") % {"most": LONGEST}
    if not faults and _asked_already(assignment):
        faults["person"] = _("%(name)s was asked for this already.") % {"name": assignment.person}
    return faults


def _asked_already(assignment: Assignment) -> bool:
    same = Assignment.objects.filter(assessment=assignment.assessment, node_id=assignment.node_id)
    return same.filter(person=assignment.person, done_at=None).exists()


@transaction.atomic
def done(*, assignment: Assignment, by: Person) -> Assignment:
    """Say that it is done, or, for whoever leads, that it is no longer needed. Raises ValidationError the second time."""
    now = timezone.now()
    if not Assignment.objects.filter(pk=assignment.pk, done_at=None).update(done_at=now, done_by=by):
        raise ValidationError(_("This was marked as done before."))
    assignment.done_at, assignment.done_by = now, by
    return assignment

"""Remind people of days that come near or have passed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_noop

from cairn.notices.actions import tell
from cairn.people.models import Person
from cairn.review import facts
from cairn.review.actions import steps
from cairn.review.models import Assignment, Reminder

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment

NEAR = timedelta(days=3)
"""From how long before its day people are reminded, once a day."""
QUIET = timedelta(days=7)
"""After its day has passed, people are reminded once in this time, so that nobody learns to look away."""

SOON = gettext_noop("The assessment of %(practice)s is due on %(day)s and waits for you.")
LATE = gettext_noop("The assessment of %(practice)s was due on %(day)s and waits for you.")
PART_SOON = gettext_noop("What you were asked for in the assessment of %(practice)s is due on %(day)s.")
PART_LATE = gettext_noop("What you were asked for in the assessment of %(practice)s was due on %(day)s.")


@transaction.atomic
def remind(*, today: date) -> int:
    """Tell each person what waits for them; running it again on the same day tells nobody anything. Returns how many.

    Approvals that no longer cover what stands are made void on the way: an edited translation of the framework or
    another name of the organisation changes what would be published, and no one's page tells us.
    """
    for assessment in facts.approvals_that_do_not_hold():
        steps.void(assessment=assessment, by=None)
    told = sum(_of_assessment(each, today) for each in facts.due_until(today + NEAR))
    return told + sum(_of_assignment(each, today) for each in facts.assignments_due_until(today + NEAR))


def _of_assessment(assessment: Assessment, today: date) -> int:
    day = assessment.due_on
    people = facts.who_moves_next(assessment)
    if day is None or not people or _reminded(day, today, assessment=assessment):
        return 0
    late = day < today
    return _tell(people, LATE if late else SOON, assessment, day, reverse("review", args=[assessment.pk]))


def _of_assignment(assignment: Assignment, today: date) -> int:
    day = assignment.due_on
    if day is None or _reminded(day, today, assignment=assignment):
        return 0
    late = day < today
    return _tell(
        [assignment.person], PART_LATE if late else PART_SOON, assignment.assessment, day, reverse("asked")
    )


def _reminded(
    day: date, today: date, *, assessment: Assessment | None = None, assignment: Assignment | None = None
) -> bool:
    """Whether they were reminded lately; if not, that they are now."""
    since = max(day + timedelta(days=1), today - QUIET + timedelta(days=1)) if day < today else today
    of = Reminder.objects.filter(assessment=assessment, assignment=assignment)
    if of.filter(on__gte=since).exists():
        return True
    Reminder.objects.create(assessment=assessment, assignment=assignment, on=today)
    return False


def _tell(people: list[Person], message: str, assessment: Assessment, day: date, address: str) -> int:
    parameters = {"practice": assessment.practice.title, "day": date_format(day, "Y-m-d")}
    return len(tell(people=people, message=message, parameters=parameters, address=address, by=None))

"""Who may read which report, what is late, and how well the clock was kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from cairn.listening.models import Report
from cairn.participants.counting import Share
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where, people_who_may
from cairn.people.models import Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cairn.practices.models import Practice


def visible_to(person: Person) -> QuerySet[Report]:
    """What this person handles: never a report on an activity of which they are staff, nor one that is kept from them."""
    concerned = Report.objects.filter(
        Q(session__activity__sessions__staff__person=person) | Q(kept_from=person)
    )
    return (
        Report.objects.filter(
            practice__organisation__in=organisations_where(person, Permission.HANDLE_REPORTS)
        )
        .exclude(pk__in=concerned.values("pk"))
        .select_related("practice__organisation", "session__activity", "told_to")
    )


def handlers_of(report: Report) -> list[Person]:
    """Whoever may open it."""
    able = people_who_may(Permission.HANDLE_REPORTS, report.practice.organisation)
    return [person for person in able if visible_to(person).filter(pk=report.pk).exists()]


def waiting_for(person: Person, practice_id: int) -> list[Report]:
    """What this person should see to, the most pressing first."""
    found = [report for report in visible_to(person).filter(practice=practice_id) if report.due_on]
    return sorted(found, key=lambda report: report.due_on or date.max)


@dataclass(frozen=True, slots=True)
class Counts:
    """All that is told of reports to whoever does not handle them."""

    all: int
    open: int
    overdue: int
    unheard: int
    """Open ones that nobody may open: nobody handles reports, or all who do were staff there."""


def counts(practice: Practice, today: date) -> Counts:
    reports = list(Report.objects.filter(practice=practice).select_related("practice__organisation"))
    standing = [report for report in reports if not report.closed_on]
    return Counts(
        all=len(reports),
        open=len(standing),
        overdue=sum(is_overdue(report, today) for report in standing),
        unheard=sum(not handlers_of(report) for report in standing),
    )


def is_overdue(report: Report, today: date) -> bool:
    return report.due_on is not None and report.due_on < today


@dataclass(frozen=True, slots=True)
class Kept:
    """How well the clock was kept. A report whose day has not come yet counts on neither side."""

    acknowledged: Share
    settled: Share


def kept(practice_id: int, since: date, until: date, today: date) -> Kept:
    """Of the reports received within these days, both counted."""
    received = list(Report.objects.filter(practice=practice_id, received_on__range=(since, until)))
    return Kept(
        _in_time(((one.acknowledged_on, one.acknowledge_by) for one in received), today),
        _in_time(
            ((min(_days(one.escalated_on, one.closed_on), default=None), one.settle_by) for one in received),
            today,
        ),
    )


def _days(*days: date | None) -> list[date]:
    return [day for day in days if day]


def _in_time(pairs: Iterable[tuple[date | None, date]], today: date) -> Share:
    judged = [done is not None and done <= due for done, due in pairs if done or due < today]
    return Share(sum(judged), len(judged))

"""Needs of a practice, counted: no person can be told from them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy

from cairn.common import tables
from cairn.common.tables import Column
from cairn.needs import facts
from cairn.needs.enums import Status
from cairn.participants.counting import shown
from cairn.participants.facts import assigned_to
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.practices import facts as practices

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def figures(request: SignedIn, practice: int) -> HttpResponse:
    found = get_object_or_404(practices.visible_to(request.user, Permission.SEE_RECORDS), pk=practice)
    today = timezone.localdate()
    due, openly = facts.due(found.pk, today), _openly(request, found)
    said = facts.said_by_the_person(found.pk, today - timedelta(days=365), today)
    context = {
        "practice": found,
        "rows": _rows(request, found),
        "statuses": Status.labels,
        "anything": facts.needs_in(found.pk).exists(),
        "said": (shown(said.part, openly=openly), shown(said.whole, openly=openly)) if said.whole else None,
        "due_count": shown(len(due), openly=openly),
        "mine": [person for person in assigned_to(request.user).filter(practice=found) if person.pk in due],
        "may_export": may(request.user, Permission.EXPORT_RECORDS, found.organisation),
    }
    return render(request, "needs/figures.html", context)


def export(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    found = get_object_or_404(practices.visible_to(request.user, Permission.EXPORT_RECORDS), pk=practice)
    return tables.answer(kind, f"needs-{found.slug}", COLUMNS, _rows(request, found))


def _openly(request: SignedIn, practice: Practice) -> bool:
    return may(request.user, Permission.WORK_WITH_PARTICIPANTS, practice.organisation)


def _rows(request: SignedIn, practice: Practice) -> list[dict[str, Any]]:
    openly = _openly(request, practice)
    return [
        {
            "domain": row.domain.label,
            "people": shown(row.people, openly=openly),
            "high": shown(row.high, openly=openly),
            "counts": [shown(count, openly=openly) for count in row.counts.values()],
        }
        for row in facts.table(practice.pk)
    ]


COLUMNS = (
    Column(gettext_lazy("Domain"), lambda row: str(row["domain"])),
    Column(gettext_lazy("People with a need that is not met"), lambda row: row["people"]),
    Column(gettext_lazy("Of these needs, high priority"), lambda row: row["high"]),
    *[
        Column(status.label, lambda row, place=place: row["counts"][place])  # type: ignore[misc]  # the place is bound now
        for place, status in enumerate(Status)
    ],
)

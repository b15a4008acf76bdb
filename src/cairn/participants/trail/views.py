"""Who did what with which record, for who reads the trail; and whether anybody changed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.common.tables import Column
from cairn.participants import facts
from cairn.participants.asking import taken
from cairn.participants.trail.forms import TrailForm
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of
from cairn.trail import facts as trail

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet
    from django.utils.functional import Promise

    from cairn.practices.models import Practice
    from cairn.trail.models import Entry

ON_A_PAGE = 50
LOOKED_AT = 2_000
"""Of the newest entries, how many every visit checks: a fraction of a second. All of them on request."""
THINGS: dict[str, str | Promise] = {
    "participant": gettext_lazy("somebody whose records were erased"),
    "referral": gettext_lazy("a referral"),
    "terms": gettext_lazy("how long records are kept"),
    "list": gettext_lazy("a list"),
    "import": gettext_lazy("an import"),
    "name": gettext_lazy("a name"),
}
"""What the part before the colon means where no code can be told."""


class Line(NamedTuple):
    entry: Entry
    code: str
    """Empty where it is not about a participant, or where their records were erased."""
    person: UUID | None
    words: str


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.READ_TRAIL)
    form = _form(request, found)
    entries = _chosen(found, form)
    page = Paginator(entries, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    whole = bool(query.pop("whole", None)) or trail.head().number <= LOOKED_AT
    context = {
        "practice": found,
        "form": form,
        "page": page,
        "lines": _lines(found, page.object_list),
        "query": query.urlencode(),
        "filtered": any(query.values()),
        "fault": trail.fault(last=None if whole else LOOKED_AT),
        "whole": whole,
        "looked_at": LOOKED_AT,
        "emergencies": trail.emergencies(found.pk, timezone.now() - timedelta(days=90)).count(),
    }
    return render(request, "participants/trail.html", context)


def export(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.READ_TRAIL)
    entries = _chosen(found, _form(request, found))
    columns = [
        *(Column(one.title, _of_entry(one)) for one in trail.COLUMNS),
        Column(_("Code"), lambda line: line.code),
    ]
    named: dict[str, Any] = {"name": "trail", "title": _("Who did what"), "columns": columns}
    return taken(request, found, kind=kind, rows=_lines(found, entries), **named)


def _of_entry(column: Column) -> Any:
    return lambda line: column.of(line.entry)


def _form(request: SignedIn, practice: Practice) -> TrailForm:
    return TrailForm(request.GET, people=trail.people_in(practice.pk))


def _chosen(practice: Practice, form: TrailForm) -> QuerySet[Entry]:
    """What the filter asks for; what it cannot understand is told at its field and asks for nothing."""
    entries = trail.of_practice(practice.pk)
    if not form.is_valid():
        return entries.none()
    asked = form.cleaned_data
    if asked["by"]:
        entries = entries.filter(by=asked["by"])
    if asked["deed"]:
        entries = entries.filter(deed=asked["deed"])
    if asked["since"]:
        entries = entries.filter(at__gte=_morning(asked["since"]))
    if asked["until"]:
        entries = entries.filter(at__lt=_morning(asked["until"] + timedelta(days=1)))
    if asked["code"]:
        person = facts.by_code(practice.pk).filter(code=asked["code"]).first()
        entries = entries.filter(thing=person.thing) if person else entries.none()
    return entries


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _lines(practice: Practice, entries: Iterable[Entry]) -> Iterator[Line]:
    """Each with the code of the person that it is about: one query for all, whose codes coordinators see anyway."""
    codes = {str(pk): code for pk, code in facts.by_code(practice.pk).values_list("pk", "code")}
    for entry in entries:
        kind, _colon, key = entry.thing.partition(":")
        code = codes.get(key, "") if kind == "participant" else ""
        yield Line(entry, code, UUID(key) if code else None, "" if code else str(THINGS.get(kind, kind)))

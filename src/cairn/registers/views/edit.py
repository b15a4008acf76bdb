"""Change a record; where someone else did meanwhile, both versions are shown."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from cairn.common.conflict import Conflict, seen_at
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.forms import language_suggestions
from cairn.registers import actions, facts
from cairn.registers.asking import record_of
from cairn.registers.forms import RecordForm, initial_of
from cairn.registers.kinds import all_kinds
from cairn.registers.models import Record
from cairn.registers.shape import Field, Sort
from cairn.registers.showing import said_in, title_of


def edit(request: SignedIn, pk: UUID) -> HttpResponse:
    record = record_of(request, pk, Permission.KEEP_RECORDS)
    kind = all_kinds()[record.kind]
    initial = initial_of(kind, facts.said_of(record)) | {"revision": record.revision}
    form = RecordForm(
        request.POST or None, kind=kind, practice=record.practice, record=record, initial=initial
    )
    context: dict[str, Any] = {"record": record, "practice": record.practice, "kind": kind, "form": form}
    context |= {"title": title_of(record), "languages": language_suggestions()}
    status = 200
    if form.is_valid():
        revision = form.cleaned_data["revision"] or record.revision
        try:
            return redirect(actions.revise(record=record, revision=revision, by=request.user, **form.said))
        except Conflict as conflict:
            context["clashes"] = _both(form, request.POST, conflict, revision)
            status = 409
        except ValidationError as fault:
            form.add_error(None, fault)
    return render(request, "registers/edit.html", context, status=422 if form.errors else status)


def _both(form: RecordForm, sent: QueryDict, conflict: Conflict, revision: int) -> list[tuple[Any, str]]:
    """What now stands in each contested field. One's own words stay in the form; saving once more means having seen theirs.

    What only the other one changed is taken over, so that saving again does not undo it.
    """
    theirs: Record = conflict.theirs
    data, shown = sent.copy(), initial_of(form.kind, facts.said_of(theirs))
    data["revision"] = str(theirs.revision)
    for name in seen_at(theirs, revision).keys() & shown.keys() - {*conflict.fields}:
        data.setlist(name, _as_sent(form.kind.field(name), shown[name]))
    form.data = data
    said = said_in(theirs, sealed_too=True)
    return [(one.field.label, one.words) for one in said if one.field.key in conflict.fields]


def _as_sent(field: Field, value: Any) -> list[str]:
    """As a browser would send it."""
    if isinstance(value, list):
        return [", ".join(value)] if field.sort is Sort.LANGUAGES else value
    return ["" if value is None else str(value)]

"""Bring a sheet in: upload it, match its columns, look at what it would do, decide, and take it back."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.common import tables
from cairn.people.asking import SignedIn
from cairn.sheets import actions, facts, running, workbook
from cairn.sheets.enums import State
from cairn.sheets.forms import MatchForm, UploadForm
from cairn.sheets.models import Import
from cairn.sheets.shape import Table
from cairn.sheets.views.loading import import_of, table_of


def upload(request: SignedIn, practice: int, key: str) -> HttpResponse:
    found, table = table_of(request, practice, key, bringing=True)
    form = UploadForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["sheet"]
        try:
            sheet = actions.take_in(
                practice=found, table=table, name=file.name, data=file.read(), by=request.user
            )
        except (workbook.Unreadable, ValidationError) as refusal:
            form.add_error("sheet", refusal if isinstance(refusal, ValidationError) else str(refusal))
        else:
            return redirect(sheet)
    context = {"form": form, "practice": found, "table": table}
    return render(request, "sheets/upload.html", context, status=422 if form.is_bound else 200)


def show(request: SignedIn, pk: UUID) -> HttpResponse:
    """The preview while it waits, the progress while it runs, what became of it afterwards."""
    sheet, table = import_of(request, pk)
    if running.is_dead(sheet):
        actions.stop(
            sheet=sheet, why=_("It stopped half-way. Nothing was brought in; you can start it again.")
        )
        sheet.refresh_from_db()
    if sheet.state in {State.WAITING, State.STOPPED}:
        return _preview(request, sheet, table, MatchForm(sheet=sheet, table=table))
    return render(
        request, "sheets/running.html", {"sheet": sheet, "table": table, "practice": sheet.practice}
    )


def _preview(
    request: SignedIn, sheet: Import, table: Table, form: MatchForm, status: int = 200
) -> HttpResponse:
    found = facts.judged(sheet, table, by=request.user)
    titles = {column.key: column.title for column in table.columns}
    new, changed = facts.tally(found.changes)
    context = {
        "sheet": sheet,
        "table": table,
        "practice": sheet.practice,
        "form": form,
        "bad": len({fault.row for fault in found.faults}),
        "faults": [(fault, titles.get(fault.column, "")) for fault in found.faults[: facts.SAMPLE]],
        "more": max(0, len(found.faults) - facts.SAMPLE),
        "new": new,
        "changed": changed,
        "unchanged": found.unchanged,
    }
    return render(request, "sheets/preview.html", context, status=status)


def match(request: SignedIn, pk: UUID) -> HttpResponse:
    sheet, table = import_of(request, pk)
    if request.method != "POST" or not sheet.cells:
        return redirect(sheet)
    form = MatchForm(request.POST, sheet=sheet, table=table)
    if form.is_valid():
        try:
            actions.match(sheet=sheet, columns=form.columns)
        except ValidationError as refusal:
            form.add_error(None, refusal)
    return redirect(sheet) if form.is_valid() else _preview(request, sheet, table, form, status=422)


def faults(request: SignedIn, pk: UUID) -> HttpResponse:
    """Every fault as a sheet, to mend beside one's own."""
    sheet, table = import_of(request, pk)
    titles = {column.key: column.title for column in table.columns}
    found = facts.judged(sheet, table, by=request.user).faults if sheet.cells else []
    columns = [
        tables.Column(_("Row"), lambda fault: fault.row),
        tables.Column(_("Column"), lambda fault: str(titles.get(fault.column, ""))),
        tables.Column(_("What is wrong"), lambda fault: fault.words),
    ]
    return tables.answer("xlsx", f"{table.key}-faults", columns, found)


@require_POST
def bring(request: SignedIn, pk: UUID) -> HttpResponse:
    sheet, _table = import_of(request, pk)
    if actions.start(sheet=sheet):
        sheet.refresh_from_db()
        running.begin(sheet=sheet, only_good=request.POST.get("rows") == "good", by=request.user)
    return redirect(sheet)


@require_POST
def undo(request: SignedIn, pk: UUID) -> HttpResponse:
    sheet, _table = import_of(request, pk)
    try:
        actions.undo(sheet=sheet, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("The import was taken back."))
    return redirect(sheet)

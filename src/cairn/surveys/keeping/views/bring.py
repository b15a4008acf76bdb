"""A workbook comes in: as a new form or as the next version of one. All that is wrong with it is told at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from cairn.common.tables import answer
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of
from cairn.practices.submitting import done
from cairn.surveys import actions
from cairn.surveys.faults import Fault, Refused
from cairn.surveys.keeping.asking import own_form_of
from cairn.surveys.keeping.forms import NewForm, WorkbookForm
from cairn.surveys.keeping.telling import COLUMNS, told, unsealed
from cairn.surveys.media import facts as media
from cairn.surveys.media.naming import unnamed
from cairn.surveys.media.unfit import Unfit
from cairn.surveys.media.unpacking import brought
from cairn.surveys.models import FormVersion
from cairn.surveys.reading import sheets_of

if TYPE_CHECKING:
    from cairn.practices.models import Practice
    from cairn.surveys.shape import Sheets


def new(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.KEEP_RECORDS)
    form = NewForm(request.POST or None, request.FILES or None)

    def act() -> FormVersion:
        said = form.cleaned_data
        sheets, files = _read(form)
        version = actions.bring_form(practice=found, sheets=sheets, files=files, purpose=said["purpose"], key=said["key"], anonymous=said["anonymous"], by=request.user)  # fmt: skip
        return told_of_files(request, version, files)

    return _brought(request, found, form, act, {})


def upload(request: SignedIn, practice: int, form: int) -> HttpResponse:
    found, survey = own_form_of(request, practice, form)
    asked = WorkbookForm(request.POST or None, request.FILES or None)

    def act() -> FormVersion:
        sheets, files = _read(asked)
        version = actions.bring_version(form=survey, sheets=sheets, files=files, by=request.user)
        return told_of_files(request, version, files)

    return _brought(request, found, asked, act, {"survey": survey})


def _read(form: WorkbookForm) -> tuple[Sheets, dict[str, bytes]]:
    """The sheets, and the files beside them by name. Raises Refused."""
    said = form.cleaned_data
    try:
        book, files = brought(said["workbook"], said["media_files"])
    except Unfit as fault:
        raise Refused([Fault("", None, "", str(fault))]) from fault
    return sheets_of(book), files


def told_of_files(request: SignedIn, version: FormVersion, files: Collection[str]) -> FormVersion:
    """The version; the next page says which files are still missing, and which no row names."""
    if lost := len({cell.name for cell in media.missing(version)}):
        words = ngettext(
            "%(n)s file that the form names is missing. Until you bring it, only the words are shown.",
            "%(n)s files that the form names are missing. Until you bring them, only the words are shown.",
            lost,
        )
        messages.warning(request, words % {"n": lost})
    if more := unnamed(media.names_in(version), files):
        messages.warning(
            request, _("Left out, because no row names them: %(names)s") % {"names": ", ".join(more[:20])}
        )
    return version


def _brought(
    request: SignedIn,
    practice: Practice,
    form: WorkbookForm,
    act: Callable[[], FormVersion],
    more: dict[str, Any],
) -> HttpResponse:
    made: list[FormVersion] = []
    faults: Sequence[Fault] = ()
    try:
        if done(form, lambda: made.append(act())):
            return redirect("form", practice.pk, made[0].form_id)
    except Refused as refused:
        faults = refused.faults
    context = {"practice": practice, "form": form, **told(faults), **more}
    return render(request, "surveys/upload.html", context, status=422 if form.is_bound else 200)


@require_POST
def faults(request: SignedIn, practice: int) -> HttpResponse:
    practice_of(request, practice, Permission.KEEP_RECORDS)
    return answer("xlsx", "faults", COLUMNS, unsealed(request.POST.get("faults", "")))

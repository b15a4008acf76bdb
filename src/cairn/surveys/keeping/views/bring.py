"""A workbook comes in: as a new form or as the next version of one. All that is wrong with it is told at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
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
from cairn.surveys.models import FormVersion
from cairn.surveys.reading import sheets_of

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def new(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.KEEP_RECORDS)
    form = NewForm(request.POST or None, request.FILES or None)

    def act() -> FormVersion:
        said = form.cleaned_data
        return actions.bring_form(practice=found, sheets=_sheets(form), purpose=said["purpose"], key=said["key"], anonymous=said["anonymous"], by=request.user)  # fmt: skip

    return _brought(request, found, form, act, {})


def upload(request: SignedIn, practice: int, form: int) -> HttpResponse:
    found, survey = own_form_of(request, practice, form)
    asked = WorkbookForm(request.POST or None, request.FILES or None)

    def act() -> FormVersion:
        return actions.bring_version(form=survey, sheets=_sheets(asked), by=request.user)

    return _brought(request, found, asked, act, {"survey": survey})


def _sheets(form: WorkbookForm) -> Any:
    file = form.cleaned_data["workbook"]
    return sheets_of(file.read())


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

"""Change one section of an adaptation; what someone else changed meanwhile is shown, never written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cairn.common.conflict import Conflict, seen_at
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.transfer import actions, facts
from cairn.transfer.forms import ADDING, ElementForm, SectionForm, StepForm

if TYPE_CHECKING:
    from cairn.transfer.models import Adaptation


def edit(request: SignedIn, pk: int, section: str) -> HttpResponse:
    adaptation = asked_for(request, pk, section)
    form = SectionForm(request.POST or None, adaptation=adaptation, section=section)
    if not form.is_valid():
        return page(request, adaptation, section, form, status=422 if form.is_bound else 200)
    said = dict(form.cleaned_data)
    revision = said.pop("revision")
    try:
        actions.revise(adaptation=adaptation, revision=revision, said=said, by=request.user)
    except Conflict as conflict:
        return _both(request, section, form, conflict, revision)
    except ValidationError as error:
        form.add_error(None, error)
        return page(request, adaptation, section, form, status=422)
    return redirect(adaptation)


def asked_for(request: SignedIn, pk: int, section: str) -> Adaptation:
    if section not in facts.NAMES:
        raise Http404
    return get_object_or_404(facts.visible_to(request.user, Permission.ADAPT), pk=pk)


def _both(
    request: SignedIn, section: str, form: SectionForm, conflict: Conflict, revision: int
) -> HttpResponse:
    """One's own words stay; what only the other one changed is taken over; saving again means having seen theirs."""
    theirs = facts.visible_to(request.user).get(pk=conflict.theirs.pk)
    shown = SectionForm(adaptation=theirs, section=section)
    data = request.POST.copy()
    data["revision"] = str(theirs.revision)
    for name in seen_at(theirs, revision).keys() & shown.fields.keys() - set(conflict.fields):
        data[name] = str(shown[name].value() or "")
    form.data = data
    clashes = [
        (str(form[name].label), facts.words(name.rpartition("-")[2], shown[name].value()))
        for name in conflict.fields
    ]
    return page(request, theirs, section, form, clashes=clashes, status=409)


def page(
    request: SignedIn,
    adaptation: Adaptation,
    section: str,
    form: SectionForm,
    *,
    adding: ElementForm | StepForm | None = None,
    clashes: list[tuple[str, str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "adaptation": adaptation,
        "section": section,
        "name": facts.NAMES[section],
        "form": form,
        "adding": adding or (ADDING[section]() if section in ADDING else None),
        "clashes": clashes,
    }
    return render(request, "transfer/edit.html", context, status=status)

"""Looking at a table before it is released, releasing it, and withdrawing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cairn.people.asking import only_if
from cairn.people.enums import Permission
from cairn.practices.facts import visible_to
from cairn.releases import actions, facts
from cairn.releases.forms import ChooseForm, ReleaseForm, WithdrawForm
from cairn.releases.kinds import KINDS

if TYPE_CHECKING:
    from django import forms

    from cairn.people.asking import SignedIn
    from cairn.practices.models import Practice
    from cairn.releases.kinds import Table


def _practice(request: SignedIn, pk: int) -> Practice:
    practice = get_object_or_404(visible_to(request.user, Permission.SEE_RELEASED), pk=pk)
    only_if(facts.may_release(request.user, practice))
    return practice


def new(request: SignedIn, practice: int) -> HttpResponse:
    """Which table stands in the address, so that it can be looked at before anything is done."""
    found = _practice(request, practice)
    choose = ChooseForm(request.GET or None, kinds=facts.kinds_for(request.user, found))
    table = _preview(choose, found)
    form = ReleaseForm(request.POST or None, initial={"title": _title(choose)})
    if table and form.is_bound and form.is_valid():
        said = choose.cleaned_data
        try:
            made = actions.release(
                practice=found,
                kind=KINDS[said["which"]],
                days=(said["starts_on"], said["ends_on"]),
                rounded=said["rounded"],
                by=request.user,
                **form.cleaned_data,
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect(made)
    context = {"practice": found, "choose": choose, "form": form, "table": table}
    if table:
        context |= {"columns": table.columns, "lines": facts.lines(table.frozen), "digest": table.digest}
    failed = choose.errors or (form.is_bound and form.errors)
    return render(request, "releases/new.html", context, status=422 if failed else 200)


def _preview(choose: ChooseForm, practice: Practice) -> Table | None:
    """None, with words at the field, where there is nothing that may be released."""
    if not choose.is_valid():
        return None
    said = choose.cleaned_data
    try:
        return actions.checked(
            KINDS[said["which"]], practice, said["starts_on"], said["ends_on"], rounded=said["rounded"]
        )
    except ValidationError as refusal:
        choose.add_error(None, refusal)
        return None


def _title(choose: forms.Form) -> str:
    return str(KINDS[choose.cleaned_data["which"]].name) if choose.is_bound and choose.is_valid() else ""


def withdraw(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    found = get_object_or_404(facts.readable_by(request.user, _practice(request, practice)), pk=pk)
    if found.withdrawn_at:
        raise Http404
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        actions.withdraw(release=found, by=request.user, **form.cleaned_data)
        return redirect(found)
    context = {"practice": found.practice, "release": found, "form": form}
    return render(request, "releases/withdraw.html", context, status=422 if form.errors else 200)

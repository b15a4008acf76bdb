"""Describe a practice."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from cairn.people.asking import SignedIn, only_if
from cairn.people.enums import Permission
from cairn.people.facts import organisations_of
from cairn.practices import actions
from cairn.practices.forms import NewPracticeForm, language_suggestions


def create(request: SignedIn) -> HttpResponse:
    organisations = organisations_of(request.user, Permission.EDIT_PRACTICE)
    only_if(organisations.exists())
    form = NewPracticeForm(
        request.POST or None, organisations=organisations, initial={"organisation": organisations.first()}
    )
    if form.is_valid():
        return redirect(
            actions.create(organisation=form.cleaned_data["organisation"], by=request.user, **form.facts)
        )
    return render(request, "practices/create.html", {"form": form, "languages": language_suggestions()})

"""Whether a second person approves before anything of an organisation is published."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import organisations_of
from cairn.review.actions import four_eyes as actions
from cairn.review.forms import FourEyesForm


def four_eyes(request: SignedIn, slug: str) -> HttpResponse:
    organisation = get_object_or_404(organisations_of(request.user, Permission.MANAGE_PEOPLE), slug=slug)
    form = FourEyesForm(request.POST or None, initial={"wanted": not organisation.four_eyes})
    if form.is_valid():
        try:
            actions.ask(organisation=organisation, by=request.user, **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, _("It was changed, and everyone who manages people here was told."))
            return redirect("organisation", slug)
    context = {
        "organisation": organisation,
        "form": form,
        "changes": organisation.four_eyes_changes.select_related("by"),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "review/four_eyes.html", context, status=status)

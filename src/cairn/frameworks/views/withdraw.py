"""Take a version out of use, or offer it again. Nothing is deleted."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cairn.frameworks import actions, facts
from cairn.frameworks.forms import WithdrawForm
from cairn.frameworks.uses import uses_of
from cairn.people.asking import SignedIn, only_if
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where


def withdraw(request: SignedIn, framework_id: str, version: str) -> HttpResponse:
    only_if(bool(organisations_where(request.user, Permission.LOAD_FRAMEWORKS)))
    loaded = get_object_or_404(facts.loaded(), framework_id=framework_id, version=version)
    withdrawn = facts.withdrawal_of(loaded)
    form = WithdrawForm(request.POST or None)
    if withdrawn and request.method == "POST":
        actions.offer_again(version=loaded, by=request.user)
        messages.success(request, _("This version is offered for new assessments again."))
        return redirect("framework", framework_id, version)
    if form.is_valid():
        actions.withdraw(version=loaded, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("This version is not offered for new assessments any more."))
        return redirect("framework", framework_id, version)
    context = {
        "version": loaded,
        "form": form,
        "withdrawal": withdrawn,
        "uses": uses_of(loaded, request.user),
    }
    return render(request, "frameworks/withdraw.html", context)

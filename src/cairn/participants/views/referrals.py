"""Who was sent here, and what became of it: in bands, without code or words."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.participants import actions, facts
from cairn.participants.asking import taken
from cairn.participants.enums import Outcome
from cairn.participants.forms import DecideForm, ReferralForm
from cairn.participants.submitting import tried
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import permissions_in
from cairn.practices.asking import practice_of

ON_A_PAGE = 50


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.KEEP_RECORDS)
    page = Paginator(facts.referrals_of(found.pk), ON_A_PAGE).get_page(request.GET.get("page"))
    allowed = permissions_in(request.user, found.organisation)
    context = {
        "practice": found,
        "page": page,
        "query": "",
        "may_enrol": Permission.MANAGE_PARTICIPANTS in allowed,
        "may_export": Permission.EXPORT_RECORDS in allowed,
    }
    return render(request, "participants/referrals.html", context)


def export(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    named: dict[str, Any] = {"name": "referrals", "title": _("Referrals"), "columns": facts.REFERRAL_COLUMNS}
    return taken(request, found, kind=kind, rows=facts.referrals_of(found.pk), **named)


def new(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.KEEP_RECORDS)
    outcome = tried(
        request,
        lambda data: ReferralForm(data, initial={"received_on": timezone.localdate()}),
        lambda form: actions.refer(practice=found, by=request.user, **form.cleaned_data),
    )
    if outcome.done:
        return redirect("referrals", found.pk)
    context = {"practice": found, "form": outcome.form}
    return render(request, "participants/referral.html", context, status=outcome.status)


def decide(request: SignedIn, practice: int, pk: UUID) -> HttpResponse:
    """Accepted or refused with a reason; a decision can be mended until the person takes part."""
    found = practice_of(request, practice, Permission.KEEP_RECORDS)
    referral = get_object_or_404(facts.referrals_of(found.pk).filter(participant=None), pk=pk)
    initial = {
        "outcome": referral.outcome or Outcome.ACCEPTED,
        "decided_on": referral.decided_on or timezone.localdate(),
        "refusal": referral.refusal,
    }
    outcome = tried(
        request,
        lambda data: DecideForm(data, initial=initial),
        lambda form: actions.settle(referral=referral, by=request.user, **form.cleaned_data),
    )
    if outcome.done:
        return redirect("referrals", found.pk)
    context = {"practice": found, "referral": referral, "form": outcome.form}
    return render(request, "participants/referral.html", context, status=outcome.status)

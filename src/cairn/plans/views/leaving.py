"""Somebody leaves, and is asked afterwards how they fare."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from cairn.participants.opening import opened
from cairn.people.asking import SignedIn
from cairn.plans import actions, facts
from cairn.plans.forms import ComeBackForm, FollowUpForm, LeaveForm
from cairn.plans.models import FollowUp
from cairn.practices.submitting import done


def leave(request: SignedIn, pk: UUID) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    form = LeaveForm(request.POST or None, initial={"on": timezone.localdate()})
    if done(form, lambda: actions.leave(participant=participant, by=request.user, **form.cleaned_data)):
        return redirect("plan", pk)
    context = {"participant": participant, "form": form, "exit": facts.exit_of(participant.pk)}
    return render(request, "plans/leave.html", context, status=422 if form.is_bound else 200)


def come_back(request: SignedIn, pk: UUID) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    form = ComeBackForm(request.POST or None, initial={"on": timezone.localdate()})
    if done(form, lambda: actions.come_back(participant=participant, by=request.user, **form.cleaned_data)):
        return redirect("plan", pk)
    context = {"participant": participant, "form": form, "exit": facts.exit_of(participant.pk)}
    return render(request, "plans/come_back.html", context, status=422 if form.is_bound else 200)


def follow_up(request: SignedIn, pk: UUID, months: int) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    due = get_object_or_404(facts.follow_ups_of(participant.pk), months=months)
    form = FollowUpForm(request.POST or None, initial=_initial(due))
    if done(form, lambda: actions.follow_up(due=due, by=request.user, **form.cleaned_data)):
        return redirect("plan", pk)
    context = {"participant": participant, "form": form, "due": due}
    return render(request, "plans/follow_up.html", context, status=422 if form.is_bound else 200)


def _initial(due: FollowUp) -> dict[str, object]:
    names = ("contact", "holds", "work", "home", "health", "social", "note")
    return {name: getattr(due, name) for name in names} | {"on": due.done_on or timezone.localdate()}

"""One person's work plan: goals, steps, reviews, leaving and how they fare afterwards."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from cairn.participants.opening import opened
from cairn.people.asking import SignedIn
from cairn.plans import actions, facts
from cairn.plans.enums import GoalState, Support
from cairn.plans.forms import BeginForm
from cairn.practices.submitting import done


def show(request: SignedIn, pk: UUID) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    plan = facts.plan_of(participant.pk)
    cards = [facts.card_of(goal) for goal in plan.goals.all()] if plan else []
    context = {
        "participant": participant,
        "plan": plan,
        "open": [card for card in cards if card.goal.state == GoalState.OPEN],
        "closed": [card for card in cards if card.goal.state != GoalState.OPEN],
        "exit": facts.exit_of(participant.pk),
        "returns": facts.returns_of(participant.pk),
        "pair": facts.pair_of(participant.pk),
        "states": [state for state in GoalState.choices if state[0] != GoalState.OPEN],
        "supports": Support.choices,
        "today": timezone.localdate(),
    }
    return render(request, "plans/plan.html", context)


def begin(request: SignedIn, pk: UUID) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    form = BeginForm(request.POST or None, initial={"begun_on": timezone.localdate()})
    if done(form, lambda: actions.begin(participant=participant, by=request.user, **form.cleaned_data)):
        return redirect("plan", pk)
    context = {"participant": participant, "form": form}
    return render(request, "plans/begin.html", context, status=422 if form.is_bound else 200)

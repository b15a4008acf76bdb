"""The person and the worker look at the plan together."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from cairn.participants.opening import opened
from cairn.people.asking import SignedIn
from cairn.plans import actions, facts
from cairn.plans.enums import GoalState
from cairn.plans.forms import ReviewForm
from cairn.practices.submitting import done


def review(request: SignedIn, pk: UUID) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    plan = facts.plan_of(participant.pk)
    if plan is None or plan.ended_on:
        raise Http404
    goals = [goal for goal in plan.goals.all() if goal.state == GoalState.OPEN]
    form = ReviewForm(request.POST or None, goals=goals, initial={"on": timezone.localdate()})

    def act() -> None:
        said = {
            name: form.cleaned_data[name] for name in ("on", "strength", "words", "mediator", "review_on")
        }
        actions.review(plan=plan, by=request.user, progress=form.progress, **said)

    if done(form, act):
        return redirect("plan", pk)
    context = {"participant": participant, "plan": plan, "form": form}
    return render(request, "plans/review.html", context, status=422 if form.is_bound else 200)

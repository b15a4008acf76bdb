"""Goals and the steps towards them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cairn.common.conflict import Conflict
from cairn.needs.facts import open_needs_of
from cairn.participants.opening import opened
from cairn.people.asking import SignedIn
from cairn.plans import actions, facts
from cairn.plans.enums import GoalState
from cairn.plans.forms import CloseForm, DoneForm, GoalForm, StepForm
from cairn.plans.models import Goal
from cairn.practices.submitting import done

if TYPE_CHECKING:
    from cairn.participants.models import Participant


def new(request: SignedIn, pk: UUID) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    plan = facts.plan_of(participant.pk)
    if plan is None or plan.ended_on:
        raise Http404
    form = GoalForm(
        request.POST or None, needs=_needs(participant), initial={"need": request.GET.get("need", "")}
    )
    if done(form, lambda: actions.set_goal(plan=plan, by=request.user, **form.said)):
        return redirect("plan", pk)
    context = {"participant": participant, "form": form}
    return render(request, "plans/goal.html", context, status=422 if form.is_bound else 200)


def edit(request: SignedIn, pk: UUID, goal: UUID) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    found = _goal(participant, goal)
    form = GoalForm(request.POST or None, needs=_needs(participant), initial=_initial(found))

    def act() -> None:
        revision = form.cleaned_data["revision"] or 0
        actions.revise_goal(goal=found, revision=revision, by=request.user, **form.said)

    try:
        if done(form, act):
            return redirect("plan", pk)
    except Conflict as conflict:
        return _both(request, participant, form, conflict)
    context = {"participant": participant, "form": form, "goal": found}
    return render(request, "plans/goal.html", context, status=422 if form.is_bound else 200)


def _both(request: SignedIn, participant: Participant, form: GoalForm, conflict: Conflict) -> HttpResponse:
    """What stands now beside what was typed; saving again writes what was typed."""
    theirs = conflict.theirs
    clashes = [(form[name.removesuffix("_id")].label, getattr(theirs, name)) for name in conflict.fields]
    typed = request.POST.copy()
    typed["revision"] = str(theirs.revision)
    again = GoalForm(typed, needs=_needs(participant))
    context = {"participant": participant, "form": again, "goal": theirs, "clashes": clashes}
    return render(request, "plans/goal.html", context, status=409)


def _goal(participant: Participant, pk: UUID) -> Goal:
    return get_object_or_404(
        facts.goals_of(participant.pk).select_related("plan", "participant__practice"), pk=pk
    )


def _initial(goal: Goal) -> dict[str, object]:
    names = ("words", "kind", "chosen_by", "quantity", "unit", "baseline", "due_on", "revision")
    return {name: getattr(goal, name) for name in names} | {"need": str(goal.need_id or "")}


def _needs(participant: Participant) -> list[tuple[UUID, str]]:
    return [(need.pk, str(need.get_domain_display())) for need in open_needs_of(participant.pk)]


@require_POST
def close(request: SignedIn, pk: UUID, goal: UUID) -> HttpResponse:
    found = _goal(opened(by=request.user, pk=pk), goal)
    form = CloseForm(request.POST)
    if form.is_valid():
        actions.close_goal(
            goal=found, state=GoalState(form.cleaned_data["state"]), on=timezone.localdate(), by=request.user
        )
    return redirect("plan", pk)


@require_POST
def add_step(request: SignedIn, pk: UUID, goal: UUID) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    found = _goal(participant, goal)
    form = StepForm(request.POST)
    if done(form, lambda: actions.add_step(goal=found, by=request.user, **form.cleaned_data)):
        return redirect("plan", pk)
    return render(request, "plans/step.html", {"participant": participant, "form": form}, status=422)


@require_POST
def do_step(request: SignedIn, pk: UUID, step: UUID) -> HttpResponse:
    found = get_object_or_404(facts.steps_of(opened(by=request.user, pk=pk).pk), pk=step)
    form = DoneForm(request.POST)
    if form.is_valid():
        actions.do_step(
            step=found, support=form.cleaned_data["support"], on=timezone.localdate(), by=request.user
        )
    return redirect("plan", pk)

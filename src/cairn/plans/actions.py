"""What can be done with work plans. Each verb is noted in the person's trail, last."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cairn.common.conflict import Conflict
from cairn.needs.facts import fault_of_day
from cairn.participants import actions as participants
from cairn.plans import facts
from cairn.plans.enums import GoalState
from cairn.plans.models import Exit, FollowUp, Goal, PlanReview, Progress, SelfRating, Step, WorkPlan
from cairn.practices.days import months_later
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from uuid import UUID

    from cairn.participants.models import Participant
    from cairn.people.models import Person


def _noted(participant: Participant, by: Person, deed: Deed = Deed.CHANGED) -> None:
    note(by=by, deed=deed, thing=participant.thing, practice=participant.practice_id)


def _check_day(name: str, day: date, participant: Participant) -> None:
    """Raises ValidationError for a day before the practice began or still to come."""
    if fault := fault_of_day(day, participant):
        raise ValidationError({name: fault})


@transaction.atomic
def begin(*, participant: Participant, begun_on: date, by: Person) -> WorkPlan:
    """A work plan. Raises ValidationError where one is open already, or for an impossible day."""
    _check_day("begun_on", begun_on, participant)
    if WorkPlan.objects.filter(participant=participant, ended_on=None).exists():
        raise ValidationError(_("This person has an open work plan already. End it first, or go on with it."))
    plan = WorkPlan.objects.create(
        participant=participant,
        begun_on=begun_on,
        review_on=begun_on + timedelta(days=facts.REVIEW_EVERY),
        by=by,
    )
    _noted(participant, by, Deed.CREATED)
    return plan


@transaction.atomic
def end(*, plan: WorkPlan, on: date, by: Person) -> WorkPlan:
    if on < plan.begun_on:
        raise ValidationError(_("A plan cannot end before it begins."))
    plan.ended_on = on
    plan.save(update_fields=["ended_on"])
    _noted(plan.participant, by)
    return plan


@transaction.atomic
def set_goal(*, plan: WorkPlan, by: Person, **said: Any) -> Goal:
    """A goal with its number and day. Raises ValidationError where it is due before the plan begins, and by field."""
    goal = Goal(plan=plan, participant=plan.participant, by=by, **said)
    _check_goal(goal)
    goal.save()
    _noted(plan.participant, by, Deed.CREATED)
    return goal


@transaction.atomic
def revise_goal(*, goal: Goal, revision: int, by: Person, **said: Any) -> Goal:
    """Changes a goal. Raises Conflict where somebody else changed it meanwhile, and ValidationError by field."""
    kept = Goal.objects.select_for_update().get(pk=goal.pk)
    if kept.revision != revision:
        raise Conflict(kept, tuple(name for name, value in said.items() if getattr(kept, name) != value))
    for name, value in said.items():
        setattr(kept, name, value)
    kept.revision += 1
    _check_goal(kept)
    kept.save()
    _noted(kept.participant, by)
    return kept


def _check_goal(goal: Goal) -> None:
    goal.full_clean(exclude=["participant", "by", "plan"])
    if faults := facts.faults_of(goal):
        raise ValidationError(faults)


@transaction.atomic
def close_goal(*, goal: Goal, state: GoalState, on: date, by: Person) -> Goal:
    """Reached, partly reached or dropped; or open again."""
    goal.state = state
    goal.closed_on = None if state == GoalState.OPEN else on
    goal.revision += 1
    goal.save(update_fields=["state", "closed_on", "revision"])
    _noted(goal.participant, by)
    return goal


@transaction.atomic
def add_step(*, goal: Goal, words: str, by: Person, due_on: date | None = None) -> Step:
    step = Step(goal=goal, participant=goal.participant, words=words, due_on=due_on, by=by)
    step.full_clean(exclude=["participant", "by", "goal"])
    step.save()
    _noted(goal.participant, by)
    return step


@transaction.atomic
def do_step(*, step: Step, support: str, on: date, by: Person) -> Step:
    """It was done, with this much help."""
    _check_day("on", on, step.participant)
    step.support, step.done_on = support, on
    step.full_clean(exclude=["participant", "by", "goal"])
    step.save()
    _noted(step.participant, by)
    return step


@transaction.atomic
def review(
    *,
    plan: WorkPlan,
    on: date,
    by: Person,
    progress: Mapping[UUID, Decimal],
    strength: str = "",
    words: str = "",
    mediator: bool | None = None,
    review_on: date | None = None,
) -> PlanReview:
    """The plan as it stands on one day: how far each goal is, a strength that showed, what was agreed, when to look again.

    A goal whose quantity is attained is closed as reached. Raises ValidationError for an impossible day.
    """
    _check_day("on", on, plan.participant)
    if on < plan.begun_on:
        raise ValidationError({"on": _("The plan had not begun on that day.")})
    kept = PlanReview.objects.create(
        plan=plan,
        participant=plan.participant,
        on=on,
        strength=strength,
        strength_seen=bool(strength.strip()),
        note=words,
        mediator=mediator,
        by=by,
    )
    for goal in plan.goals.filter(pk__in=progress, state=GoalState.OPEN):
        _advance(goal, progress[goal.pk], on, by)
    plan.review_on = review_on or on + timedelta(days=facts.REVIEW_EVERY)
    plan.save(update_fields=["review_on"])
    _noted(plan.participant, by)
    return kept


def _advance(goal: Goal, quantity: Decimal, on: date, by: Person) -> None:
    Progress.objects.create(goal=goal, participant=goal.participant, on=on, quantity=quantity, by=by)
    downwards = goal.baseline is not None and goal.quantity < goal.baseline
    if quantity <= goal.quantity if downwards else quantity >= goal.quantity:
        goal.state, goal.closed_on = GoalState.REACHED, on
        goal.revision += 1
        goal.save(update_fields=["state", "closed_on", "revision"])


@transaction.atomic
def leave(
    *, participant: Participant, on: date, reason: str, result: str, by: Person, words: str = ""
) -> Exit:
    """Somebody leaves: the open plan ends, and follow-ups are due after 3, 6, 12, 24 and 36 months.

    Raises ValidationError where the person left already, or for an impossible day.
    """
    _check_day("on", on, participant)
    if facts.exit_of(participant.pk):
        raise ValidationError(_("That this person left is recorded already."))
    exit_ = Exit(participant=participant, on=on, reason=reason, result=result, note=words, by=by)
    exit_.full_clean(exclude=["participant", "by"])
    participants.leave(participant=participant, on=on, by=by)
    exit_.save()
    for plan in WorkPlan.objects.filter(participant=participant, ended_on=None):
        plan.ended_on = max(on, plan.begun_on)
        plan.save(update_fields=["ended_on"])
    for months in facts.TERMS:
        FollowUp.objects.create(
            exit=exit_, participant=participant, months=months, due_on=months_later(on, months), by=by
        )
    _noted(participant, by)
    return exit_


@transaction.atomic
def come_back(*, participant: Participant, on: date, by: Person) -> Exit:
    """Somebody who left takes part again. What was not asked yet of how they fare outside is not asked any more.

    Raises ValidationError where the person never left, or for a day before that.
    """
    _check_day("on", on, participant)
    exit_ = facts.exit_of(participant.pk)
    if exit_ is None:
        raise ValidationError(_("This person has not left."))
    if on < exit_.on:
        raise ValidationError({"on": _("The person had not left on that day.")})
    exit_.back_on, exit_.by = on, by
    exit_.save(update_fields=["back_on", "by"])
    exit_.follow_ups.filter(done_on=None, due_on__gte=on).delete()
    participants.come_back(participant=participant, by=by)
    _noted(participant, by)
    return exit_


@transaction.atomic
def follow_up(*, due: FollowUp, on: date, contact: str, by: Person, **said: Any) -> FollowUp:
    """What became of one follow-up. Raises ValidationError for a day before the person left or still to come."""
    _check_day("on", on, due.participant)
    if on < due.exit.on:
        raise ValidationError({"on": _("The person had not left on that day.")})
    due.done_on, due.contact, due.by = on, contact, by
    for name, value in said.items():
        setattr(due, name, value)
    due.full_clean(exclude=["participant", "by", "exit"])
    due.save()
    _noted(due.participant, by)
    return due


@transaction.atomic
def rate(*, participant: Participant, on: date, by: Person, **said: int | None) -> SelfRating:
    """How the person sees themselves, by sentence (see SelfRating). Raises ValidationError where nothing was answered, or by field."""
    _check_day("on", on, participant)
    if not any(said.values()):
        raise ValidationError(_("Ask at least one of these, or leave it for another day."))
    rating = SelfRating(participant=participant, on=on, by=by, **said)
    rating.full_clean(exclude=["by"])
    rating.save()
    _noted(participant, by)
    return rating

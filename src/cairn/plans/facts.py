"""What is true of work plans. Reads only; whoever asks about a person came through `participants.opening`.

Shares are counts, so that a caller decides whether a percentage may be told at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cairn.participants import facts as participants
from cairn.participants.counting import Share, is_small
from cairn.plans.enums import (
    HIGH,
    POSITIVE,
    PRECONDITIONS,
    Chooser,
    Contacted,
    GoalKind,
    GoalState,
    Holds,
    Rating,
    Result,
    Support,
)
from cairn.plans.models import SENTENCES, Exit, FollowUp, Goal, PlanReview, SelfRating, Step, WorkPlan

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from cairn.people.models import Person

TERMS = (3, 6, 12, 24, 36)
"""Months after leaving at which one asks how somebody fares (design, domain, 2; evidence rules, E2.5)."""
REVIEW_EVERY = 90
"""Days until the next review, unless another day is said."""


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A goal with how far it is."""

    goal: Goal
    now: Decimal | None
    """The latest quantity; the baseline where none was taken, and None where nothing is known."""
    share: int | None
    """Percent of the way from the baseline (or zero) to the quantity, 0 to 100; None where nothing is known."""
    overdue: bool


def plan_of(participant: UUID) -> WorkPlan | None:
    """The open plan, else the last one."""
    return (
        WorkPlan.objects.filter(participant=participant)
        .prefetch_related(
            Prefetch("goals", Goal.objects.select_related("need")),
            "goals__progress",
            "goals__steps",
            "reviews__by",
        )
        .order_by(F("ended_on").desc(nulls_first=True), "-begun_on")
        .first()
    )


def card_of(goal: Goal, today: date | None = None) -> GoalCard:
    progress = list(goal.progress.all())
    now = progress[-1].quantity if progress else goal.baseline
    overdue = goal.state == GoalState.OPEN and goal.due_on < (today or timezone.localdate())
    return GoalCard(goal, now, _way(goal, now), overdue)


def _way(goal: Goal, now: Decimal | None) -> int | None:
    """Linear between where it began and where it is to end; a goal may also lead downwards."""
    begun = goal.baseline or Decimal(0)
    if now is None or goal.quantity == begun:
        return None if now is None else 100
    return round(max(0.0, min(1.0, float((now - begun) / (goal.quantity - begun)))) * 100)


def exit_of(participant: UUID) -> Exit | None:
    """How the person left who is gone; None of whoever takes part, be it again."""
    return Exit.objects.filter(participant=participant, back_on=None).prefetch_related("follow_ups").first()


def returns_of(participant: UUID) -> QuerySet[Exit]:
    """The times that the person left and came back, the last first."""
    return Exit.objects.filter(participant=participant, back_on__isnull=False)


def left(practice_id: int, since: date, until: date) -> QuerySet[Exit]:
    """For figures: who left in the period and was still gone at its end."""
    still_gone = Q(back_on=None) | Q(back_on__gt=until)
    return Exit.objects.filter(still_gone, participant__practice=practice_id, on__range=(since, until))


def goals_of(participant: UUID) -> QuerySet[Goal]:
    return Goal.objects.filter(participant=participant)


def faults_of(goal: Goal) -> dict[str, str | Promise]:
    """By field, what cannot be of a goal in its plan."""
    faults: dict[str, str | Promise] = {}
    if goal.due_on < goal.plan.begun_on:
        faults["due_on"] = _("The plan had not begun on that day.")
    if goal.quantity < 0:
        faults["quantity"] = _("A quantity is not below zero.")
    if goal.baseline is not None and goal.baseline == goal.quantity:
        faults["quantity"] = _("That is how much there is today: a goal changes something.")
    return faults


def steps_of(participant: UUID) -> QuerySet[Step]:
    return Step.objects.filter(participant=participant)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What one worker has to see to, for one person."""

    code: str
    participant: UUID
    what: str
    """plan, review, goal or follow_up."""
    due_on: date | None


def waiting_for(person: Person, practice_id: int, today: date | None = None) -> list[Waiting]:
    """What is due within two weeks or overdue for those assigned to the person, earliest first; no plan at all comes first."""
    today = today or timezone.localdate()
    soon = today + timedelta(days=14)
    mine = dict(participants.assigned_to(person).filter(practice=practice_id).values_list("pk", "code"))
    planned = WorkPlan.objects.filter(ended_on=None).values("participant")
    without = (
        participants.assigned_to(person).filter(practice=practice_id, ended_on=None).exclude(pk__in=planned)
    )
    found = [Waiting(code, pk, "plan", None) for pk, code in without.values_list("pk", "code")]
    due = [
        (
            "review",
            WorkPlan.objects.filter(ended_on=None, review_on__lte=soon).values_list(
                "participant", "review_on"
            ),
        ),
        (
            "goal",
            Goal.objects.filter(state=GoalState.OPEN, due_on__lte=soon).values_list("participant", "due_on"),
        ),
        (
            "follow_up",
            FollowUp.objects.filter(exit__back_on=None, done_on=None, due_on__lte=soon).values_list(
                "participant", "due_on"
            ),
        ),
    ]
    for what, rows in due:
        found += [Waiting(mine[pk], pk, what, on) for pk, on in rows.filter(participant__in=mine)]
    return sorted(found, key=lambda each: (each.due_on or date.min, each.code))


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one practice between two days, both included. Every share is counted in goals, steps, reviews or people."""

    plans: int
    goals_with_number_and_day: Share
    chosen_by_person: Share
    """Goals chosen by the person or together, of all."""
    preconditions_done: Share
    """Of those due."""
    goals_reached: Share
    """Of those due."""
    reviews_with_strength: Share
    steps_alone: Share
    """Done alone or with a reminder only, of all done."""
    positive_exits: Share
    follow_ups_done: Share
    """The person was reached, of those due."""
    still_holds: Share
    """Results of leaving that still stand, of those reached at six months or later."""


def figures(practice_id: int, since: date, until: date) -> Figures:
    """One query for each kind of record."""
    here = {"participant__practice": practice_id}
    goals = Goal.objects.filter(**here, plan__begun_on__lte=until)
    due, reached = Q(due_on__range=(since, until)), Q(state=GoalState.REACHED)
    follow_ups = FollowUp.objects.filter(**here, due_on__range=(since, until))
    answered = Q(contact=Contacted.REACHED)
    later = answered & Q(months__gte=6) & ~Q(holds__in=["", Holds.UNKNOWN])
    return Figures(
        plans=WorkPlan.objects.filter(**here, begun_on__lte=until).count(),
        reviews_with_strength=_share(
            PlanReview.objects.filter(**here, on__range=(since, until)), Q(strength_seen=True)
        ),
        steps_alone=steps_alone(practice_id, since, until),
        positive_exits=_share(left(practice_id, since, until), Q(result__in=POSITIVE)),
        **_shares(
            goals,
            goals_with_number_and_day=(Q(quantity__isnull=False, due_on__isnull=False), EVERY),
            chosen_by_person=(Q(chosen_by__in=[Chooser.PERSON, Chooser.TOGETHER]), EVERY),
            preconditions_done=(reached, due & Q(kind__in=PRECONDITIONS)),
            goals_reached=(reached, due),
        ),
        **_shares(follow_ups, follow_ups_done=(answered, EVERY), still_holds=(Q(holds=Holds.YES), later)),
    )


def steps_alone(practice_id: int, since: date, until: date) -> Share:
    """Steps done in the period alone or with a reminder only, of all that were done."""
    steps = Step.objects.filter(participant__practice=practice_id, done_on__range=(since, until))
    return _share(steps, Q(support__in=[Support.ALONE, Support.PROMPT]))


def planned(practice_id: int, on: date) -> QuerySet[WorkPlan, UUID]:
    """For figures: the participants with a work plan that was open at the end of the day."""
    still_open = Q(ended_on=None) | Q(ended_on__gt=on)
    plans = WorkPlan.objects.filter(still_open, participant__practice=practice_id, begun_on__lte=on)
    return plans.values_list("participant", flat=True)


def left_well(practice_id: int, since: date, until: date) -> QuerySet[Exit, UUID]:
    """For figures: the participants who left in the period to work, training, studies or recognition."""
    return left(practice_id, since, until).filter(result__in=POSITIVE).values_list("participant", flat=True)


def reached_between(practice_id: int, since: date, until: date) -> Share:
    """Goals closed as reached in the period, of all goals of plans begun by its end."""
    goals = Goal.objects.filter(participant__practice=practice_id, plan__begun_on__lte=until)
    return _share(goals, Q(state=GoalState.REACHED, closed_on__range=(since, until)))


def needs_with_goals(practice_id: int) -> set[UUID]:
    """For figures: the needs for which somebody set a goal."""
    goals = Goal.objects.filter(participant__practice=practice_id, need__isnull=False).order_by()
    return set(goals.values_list("need", flat=True).distinct())


def goals_due(practice_id: int, since: date, until: date) -> dict[UUID, Share]:
    """For figures: by participant, the goals reached of those due in the period."""
    due = Goal.objects.filter(participant__practice=practice_id, due_on__range=(since, until)).order_by()
    rows = due.values("participant").annotate(
        part=Count("pk", filter=Q(state=GoalState.REACHED)), whole=Count("pk")
    )
    return {row["participant"]: Share(row["part"], row["whole"]) for row in rows}


LEARNT = (GoalKind.TRAINING, GoalKind.RECOGNITION, GoalKind.LANGUAGE)
"""Kinds of goals that show a skill once they are reached."""


def gained(practice_id: int, until: date) -> set[UUID]:
    """For figures: who reached a goal of learning, or left with a recognised qualification."""
    here = {"participant__practice": practice_id}
    goals = Goal.objects.filter(
        **here, kind__in=LEARNT, state__in=[GoalState.REACHED, GoalState.PARTLY], closed_on__lte=until
    )
    exits = Exit.objects.filter(**here, result=Result.RECOGNITION, on__lte=until)
    return {*goals.values_list("participant", flat=True), *exits.values_list("participant", flat=True)}


def reviews(practice_id: int, since: date, until: date) -> QuerySet[PlanReview]:
    """For figures: of the period, dates and whether a strength was seen."""
    return PlanReview.objects.filter(participant__practice=practice_id, on__range=(since, until))


def answered(practice_id: int, since: date, until: date) -> QuerySet[FollowUp]:
    """For figures: follow-ups of the period in which the person was reached."""
    return FollowUp.objects.filter(
        participant__practice=practice_id, done_on__range=(since, until), contact=Contacted.REACHED
    )


Rows = QuerySet[Goal] | QuerySet[Step] | QuerySet[Exit] | QuerySet[FollowUp] | QuerySet[PlanReview]
EVERY = Q(pk__isnull=False)


def _share(rows: Rows, those: Q) -> Share:
    return _shares(rows, told=(those, EVERY))["told"]


def _shares(rows: Rows, **asked: tuple[Q, Q]) -> dict[str, Share]:
    """By name, how many are such out of how many that are asked; all in one query."""
    those = {f"{name}_part": Count("pk", filter=whole & part) for name, (part, whole) in asked.items()}
    among = {f"{name}_whole": Count("pk", filter=whole) for name, (_part, whole) in asked.items()}
    counted = rows.aggregate(**those, **among)
    return {name: Share(counted[f"{name}_part"], counted[f"{name}_whole"]) for name in asked}


def follow_ups_of(participant: UUID) -> QuerySet[FollowUp]:
    of_leaving = FollowUp.objects.filter(participant=participant, exit__back_on=None)
    return of_leaving.select_related("exit", "participant__practice")


LABELS: dict[str, str | Promise] = {
    "goals_with_number_and_day": _("Goals with a number and a day"),
    "chosen_by_person": _("Goals that the person chose, alone or together"),
    "preconditions_done": _("Goals that come before work, reached of those due"),
    "goals_reached": _("Goals reached of those due"),
    "reviews_with_strength": _("Reviews in which a strength was written down"),
    "steps_alone": _("Steps done alone or with a reminder only"),
    "positive_exits": _("Left to work, training, studies or recognition"),
    "follow_ups_done": _("Reached again after leaving, of those due"),
    "still_holds": _("Result still stands after six months or later"),
}


def follow_ups_between(practice_id: int, since: date, until: date) -> QuerySet[FollowUp]:
    """For figures: those due between two days, both included, unless the person had come back by then."""
    gone = Q(exit__back_on=None) | Q(exit__back_on__gt=F("due_on"))
    return FollowUp.objects.filter(gone, participant__practice=practice_id, due_on__range=(since, until))


def towards_work(practice_id: int, on: date) -> set[UUID]:
    """For figures: the participants with an open goal of work, or of what leads to it, in a plan that had begun by the day."""
    goals = Goal.objects.filter(
        participant__practice=practice_id, state=GoalState.OPEN, plan__begun_on__lte=on, plan__ended_on=None,
        kind__in=[GoalKind.WORK, GoalKind.TRAINING, GoalKind.RECOGNITION],
    )  # fmt: skip
    return set(goals.values_list("participant", flat=True))


def figures_shown(practice_id: int, since: date, until: date, *, whole: bool) -> list[tuple[str, str]]:
    """Label and words of each figure; with `whole` every count, else small ones are only said to be small."""
    counted = figures(practice_id, since, until)
    return [(str(label), _words(getattr(counted, name), whole=whole)) for name, label in LABELS.items()]


def _words(share: Share, *, whole: bool) -> str:
    """Counts, because they are few; nothing counted is "nothing yet"."""
    if not share.whole:
        return gettext("nothing yet")
    if not whole and any(map(is_small, (share.whole, share.part, share.whole - share.part))):
        return gettext("too few to tell")
    return gettext("%(part)s of %(whole)s") % {"part": share.part, "whole": share.whole}


@dataclass(frozen=True, slots=True)
class Pair:
    """How somebody saw themselves first and last, over the sentences answered both times."""

    first: SelfRating
    last: SelfRating

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """Every sentence with both answers in words; empty where it was not answered."""
        return [
            (str(words), _answer(self.first, name), _answer(self.last, name))
            for name, words in SENTENCES.items()
        ]

    @property
    def kept_up(self) -> bool | None:
        """Whether the mean rose or was kept high (evidence rules, R2.1); None where no sentence was answered both times."""
        both = [
            (first, last)
            for first, last in ((getattr(self.first, name), getattr(self.last, name)) for name in SENTENCES)
            if first and last
        ]
        if not both or self.first == self.last:
            return None
        before, after = (sum(answers) / len(both) for answers in zip(*both, strict=True))
        return bool(after > before or after >= HIGH)


def _answer(rating: SelfRating, name: str) -> str:
    value = getattr(rating, name)
    return str(Rating(value).label) if value else ""


def pair_of(participant: UUID) -> Pair | None:
    """None where the person was never asked; first and last are the same where they were asked once."""
    ratings = list(SelfRating.objects.filter(participant=participant))
    return Pair(ratings[0], ratings[-1]) if ratings else None


def pairs(practice_id: int, until: date) -> dict[UUID, Pair]:
    """For figures: everyone who rated themselves twice by that day, first and last."""
    found: dict[UUID, Pair] = {}
    ratings = SelfRating.objects.filter(participant__practice=practice_id, on__lte=until)
    for rating in ratings.order_by("participant", "on"):
        first = found[rating.participant_id].first if rating.participant_id in found else rating
        found[rating.participant_id] = Pair(first, rating)
    return {person: pair for person, pair in found.items() if pair.first != pair.last}


def kept_up(pairs: Iterable[Pair]) -> Share:
    """Of those who rated themselves twice, how many rose or stayed high."""
    told = [kept for pair in pairs if (kept := pair.kept_up) is not None]
    return Share(sum(told), len(told))

"""Personal work plans, what became of them, and how people fare afterwards. Words are sealed with the person's own key."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cairn.participants.on_a_person import OnAPerson
from cairn.plans.enums import (
    Chooser,
    Contacted,
    GoalKind,
    GoalState,
    Holds,
    Rating,
    Reason,
    Result,
    Support,
    Trend,
    Unit,
)
from cairn.vault.fields import SealedText


class WorkPlan(OnAPerson):
    """What one person wants to reach in the programme. One plan at a time."""

    begun_on = models.DateField(_("begun on"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    review_on = models.DateField(_("next review on"), null=True, blank=True)

    class Meta:
        ordering = ["-begun_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"], condition=Q(ended_on=None), name="one_open_plan_per_participant"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begun_on}"


class Goal(OnAPerson):
    """Something to be reached, in a number and by a day, so that anyone can see whether it was."""

    plan = models.ForeignKey(WorkPlan, on_delete=models.CASCADE, related_name="goals")
    words = SealedText(_("what is to be reached"))
    kind = models.CharField(_("about"), max_length=12, choices=GoalKind.choices)
    chosen_by = models.CharField(_("chosen by"), max_length=8, choices=Chooser.choices)
    quantity = models.DecimalField(_("how much"), max_digits=10, decimal_places=2)
    unit = models.CharField(_("of what"), max_length=14, choices=Unit.choices)
    baseline = models.DecimalField(
        _("how much today"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    """Empty where it is not known."""
    due_on = models.DateField(_("by when"))
    need = models.ForeignKey(
        "needs.Need",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("for which need"),
    )
    sector = models.CharField(_("towards which sector"), max_length=20, blank=True)
    """Code of the wish that it serves (needs room); empty where it serves none."""
    state = models.CharField(_("state"), max_length=8, choices=GoalState.choices, default=GoalState.OPEN)
    closed_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due_on", "made_at"]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_on}"


class Progress(OnAPerson):
    """How far a goal was on one day. Rows are only ever added."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="progress")
    on = models.DateField()
    quantity = models.DecimalField(max_digits=10, decimal_places=2)

    class Meta:
        ordering = ["on", "made_at"]

    def __str__(self) -> str:
        return f"{self.on}: {self.quantity}"


class Step(OnAPerson):
    """One thing to be done towards a goal, and with how much help."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="steps")
    words = SealedText(_("what is to be done"))
    due_on = models.DateField(_("by when"), null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    support = models.CharField(_("how"), max_length=8, choices=Support.choices, blank=True)
    """How it was done; empty until it is."""

    class Meta:
        ordering = ["made_at"]

    def __str__(self) -> str:
        return f"step {self.pk}"


class PlanReview(OnAPerson):
    """The person and the worker look at the plan together."""

    plan = models.ForeignKey(WorkPlan, on_delete=models.CASCADE, related_name="reviews")
    on = models.DateField(_("on which day"))
    strength = SealedText(_("a strength that showed"), blank=True)
    strength_seen = models.BooleanField(default=False)
    """Whether a strength was written down, for figures."""
    note = SealedText(_("what was agreed"), blank=True)
    mediator = models.BooleanField(_("a mediator was there"), null=True)

    class Meta:
        ordering = ["-on", "-made_at"]

    def __str__(self) -> str:
        return f"{self.on}"


def _rated(words: Any) -> models.PositiveSmallIntegerField[int | None, int | None]:
    return models.PositiveSmallIntegerField(words, choices=Rating.choices, null=True, blank=True)


class SelfRating(OnAPerson):
    """How somebody sees themselves on one day, in their own judgement. Empty is what they did not answer."""

    on = models.DateField(_("On which day"))
    trying = _rated(_("I trust myself to try something new"))
    deciding = _rated(_("I decide about my own life"))
    speaking = _rated(_("I can say what I think"))
    finding = _rated(_("I know where to get help when I need it"))
    counting = _rated(_("There are people here I can count on"))

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "on"],
                name="one_self_rating_a_day",
                violation_error_message=_("There is a rating of that day already. Choose another day."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.on}"


SENTENCES = {
    field.name: field.verbose_name
    for field in SelfRating._meta.concrete_fields  # noqa: SLF001  # Django's public name
    if isinstance(field, models.PositiveSmallIntegerField)
}
"""What is asked, by the column that holds the answer."""


class Exit(OnAPerson):
    """Somebody left the programme."""

    on = models.DateField(_("left on"))
    reason = models.CharField(_("why"), max_length=13, choices=Reason.choices)
    result = models.CharField(_("to what"), max_length=13, choices=Result.choices)
    note = SealedText(_("what else should be known"), blank=True)
    back_on = models.DateField(_("came back on"), null=True, blank=True)

    class Meta:
        ordering = ["-on"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"], condition=Q(back_on=None), name="nobody_leaves_who_is_gone"
            ),
            models.CheckConstraint(
                condition=Q(back_on=None) | Q(back_on__gte=F("on")), name="nobody_comes_back_before_they_left"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.result}"


class FollowUp(OnAPerson):
    """How somebody fares some months after they left, asked only by a way that is safe."""

    exit = models.ForeignKey(Exit, on_delete=models.CASCADE, related_name="follow_ups")
    months = models.PositiveSmallIntegerField()
    """After leaving: 3, 6, 12, 24 or 36."""
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    contact = models.CharField(_("what became of it"), max_length=11, choices=Contacted.choices, blank=True)
    holds = models.CharField(_("the result still stands"), max_length=7, choices=Holds.choices, blank=True)
    work = models.CharField(_("work and money"), max_length=6, choices=Trend.choices, blank=True)
    home = models.CharField(_("housing"), max_length=6, choices=Trend.choices, blank=True)
    health = models.CharField(_("health and well-being"), max_length=6, choices=Trend.choices, blank=True)
    social = models.CharField(_("people around"), max_length=6, choices=Trend.choices, blank=True)
    note = SealedText(_("what else the person says"), blank=True)

    class Meta:
        ordering = ["due_on"]
        constraints = [models.UniqueConstraint(fields=["exit", "months"], name="one_follow_up_per_term")]

    def __str__(self) -> str:
        return f"{self.months} months, {self.due_on}"

"""What is asked about work plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

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
from cairn.plans.models import SENTENCES
from cairn.practices.forms import DateInput

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from cairn.plans.models import Goal

EMPTY = ("", "—")


def _long(rows: int = 2) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})


def _day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=DateInput(), help_text=help_text)


class BeginForm(forms.Form):
    begun_on = _day(_("Begun on"))


class GoalForm(forms.Form):
    words = forms.CharField(
        label=_("What is to be reached"),
        max_length=1_000,
        widget=_long(),
        help_text=_("In the person’s own words where you can. Write no names."),
    )
    kind = forms.ChoiceField(label=_("About"), choices=GoalKind.choices)
    chosen_by = forms.ChoiceField(
        label=_("Chosen by"), choices=Chooser.choices, widget=forms.RadioSelect, initial=Chooser.PERSON
    )
    quantity = forms.DecimalField(label=_("How much"), max_digits=10, decimal_places=2, min_value=0)
    unit = forms.ChoiceField(label=_("Of what"), choices=Unit.choices)
    baseline = forms.DecimalField(
        label=_("How much today"),
        max_digits=10,
        decimal_places=2,
        min_value=0,
        required=False,
        help_text=_("Leave it empty where you do not know."),
    )
    due_on = _day(_("By when"))
    need = forms.ChoiceField(label=_("For which need"), required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *arguments: Any, needs: Iterable[tuple[UUID, str]], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["need"].choices = [EMPTY, *((str(pk), label) for pk, label in needs)]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def said(self) -> dict[str, Any]:
        """As the actions take it."""
        said = {name: value for name, value in self.cleaned_data.items() if name not in {"revision", "need"}}
        return said | {"need_id": self.cleaned_data["need"] or None}


class CloseForm(forms.Form):
    state = forms.ChoiceField(label=_("State"), choices=GoalState.choices)


class StepForm(forms.Form):
    words = forms.CharField(label=_("Next step"), max_length=500, widget=_long(1))
    due_on = _day(_("By when"), required=False)


class DoneForm(forms.Form):
    support = forms.ChoiceField(label=_("How it was done"), choices=Support.choices, widget=forms.RadioSelect)


class ReviewForm(forms.Form):
    """One number per open goal, and what the two agreed."""

    on = _day(_("On which day"))
    strength = forms.CharField(
        label=_("A strength that showed"),
        required=False,
        max_length=1_000,
        widget=_long(),
        help_text=_("Something the person did well. Say it to them, too."),
    )
    words = forms.CharField(label=_("What was agreed"), required=False, max_length=2_000, widget=_long(3))
    mediator = forms.NullBooleanField(
        label=_("A mediator was there"),
        widget=forms.RadioSelect(
            choices=[("true", _("yes")), ("false", _("no")), ("unknown", _("not known"))]
        ),
        initial="unknown",
    )
    review_on = _day(
        _("Next review on"), required=False, help_text=_("In three months where you say nothing.")
    )

    def __init__(self, *arguments: Any, goals: Iterable[Goal], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.goals = list(goals)
        for goal in self.goals:
            self.fields[f"goal-{goal.pk}"] = forms.DecimalField(
                label=goal.words,
                max_digits=10,
                decimal_places=2,
                min_value=0,
                required=False,
                help_text=_("How much now, of %(quantity)s %(unit)s")
                % {"quantity": f"{goal.quantity.normalize():f}", "unit": goal.get_unit_display()},
            )
        self.order_fields(["on", *(f"goal-{goal.pk}" for goal in self.goals)])

    @property
    def progress(self) -> dict[UUID, Any]:
        said = {goal.pk: self.cleaned_data[f"goal-{goal.pk}"] for goal in self.goals}
        return {pk: quantity for pk, quantity in said.items() if quantity is not None}


class LeaveForm(forms.Form):
    on = _day(_("Left on"))
    reason = forms.ChoiceField(label=_("Why"), choices=[EMPTY, *Reason.choices])
    result = forms.ChoiceField(label=_("To what"), choices=[EMPTY, *Result.choices])
    words = forms.CharField(
        label=_("What else should be known"), required=False, max_length=2_000, widget=_long()
    )


class ComeBackForm(forms.Form):
    on = _day(_("Came back on"))


class FollowUpForm(forms.Form):
    on = _day(_("On which day"))
    contact = forms.ChoiceField(
        label=_("What became of it"), choices=Contacted.choices, widget=forms.RadioSelect
    )
    holds = forms.ChoiceField(
        label=_("The result of leaving still stands"), choices=[EMPTY, *Holds.choices], required=False
    )
    work = forms.ChoiceField(label=_("Work and money"), choices=[EMPTY, *Trend.choices], required=False)
    home = forms.ChoiceField(label=_("Housing"), choices=[EMPTY, *Trend.choices], required=False)
    health = forms.ChoiceField(
        label=_("Health and well-being"), choices=[EMPTY, *Trend.choices], required=False
    )
    social = forms.ChoiceField(label=_("People around"), choices=[EMPTY, *Trend.choices], required=False)
    note = forms.CharField(
        label=_("What else the person says"), required=False, max_length=2_000, widget=_long()
    )


class RatingForm(forms.Form):
    """Sentences that the person answers; what stays empty was not answered."""

    on = _day(_("On which day"))

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for name, words in SENTENCES.items():
            self.fields[name] = forms.TypedChoiceField(
                label=words,
                choices=Rating.choices,
                widget=forms.RadioSelect,
                coerce=int,
                empty_value=None,
                required=False,
            )

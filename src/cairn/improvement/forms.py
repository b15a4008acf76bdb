"""What is asked of those who plan improvements and of those who see to them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cairn.improvement.enums import State
from cairn.improvement.models import ImprovementAction, only_secure_links
from cairn.people.models import Person
from cairn.practices.forms import DateInput, Lines


class PlanForm(forms.Form):
    what = forms.CharField(
        label=_("What is to be done"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    owner = forms.ModelChoiceField(
        label=_("Who sees to it"), queryset=Person.objects.none(), empty_label=None
    )
    due_on = forms.DateField(label=_("Due on"), required=False, widget=DateInput())
    expected = forms.CharField(
        label=_("Effect you expect"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("How you would notice that it worked."),
    )

    def __init__(self, *arguments: Any, owners: QuerySet[Person], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]  # a ModelChoiceField


class EditForm(PlanForm):
    revision = forms.IntegerField(widget=forms.HiddenInput)


class UpdateForm(forms.Form):
    """How it goes: for whoever sees to it."""

    state = forms.ChoiceField(label=_("State"), choices=State.choices)
    reason = forms.CharField(
        label=_("Why it was dropped"),
        required=False,
        max_length=2_000,
        help_text=_("Only where you drop it."),
    )
    note = forms.CharField(
        label=_("How it goes"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Is added to the notes below; earlier notes stay as they are."),
    )
    proof = forms.CharField(
        label=_("Proof"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What shows that it was done. Name no participant."),
    )
    links = Lines(
        label=_("Links to the proof"),
        required=False,
        help_text=_("One a line, each beginning with https://."),
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=[only_secure_links],
    )
    effect = forms.CharField(
        label=_("Effect as seen afterwards"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What is different now, and how you know."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)


class FilterForm(forms.Form):
    owner = forms.ModelChoiceField(
        label=_("Who sees to it"), queryset=Person.objects.none(), required=False, empty_label=_("Everyone")
    )
    state = forms.ChoiceField(
        label=_("State"), choices=[("", _("Every state")), *State.choices], required=False
    )
    overdue = forms.BooleanField(label=_("Only what is overdue"), required=False)
    sort = forms.ChoiceField(
        label=_("Sort by"),
        required=False,
        choices=[
            ("due", _("Day")),
            ("item", _("Item")),
            ("owner", _("Who sees to it")),
            ("state", _("State")),
        ],
    )

    def __init__(self, *arguments: Any, owners: QuerySet[Person], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]  # a ModelChoiceField


def initial_of(form: type[forms.Form], action: ImprovementAction) -> dict[str, Any]:
    """What a form shows of an action before anyone has written in it."""
    return {name: getattr(action, name) for name in form.base_fields if hasattr(action, name)}

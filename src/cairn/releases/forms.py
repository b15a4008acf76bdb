"""What is asked about releases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.practices.forms import DateInput
from cairn.releases.kinds import Kind


class ChooseForm(forms.Form):
    """Which table is to be looked at."""

    which = forms.ChoiceField(label=_("Table"))
    starts_on = forms.DateField(label=_("From"), widget=DateInput())
    ends_on = forms.DateField(label=_("To"), widget=DateInput())
    rounded = forms.BooleanField(
        label=_("Round counts of people down to fives"),
        required=False,
        help_text=_("For tables that are released often: small changes between them then tell of nobody."),
    )

    def __init__(self, *arguments: Any, kinds: Iterable[Kind], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["which"].choices = [(kind.key, kind.name) for kind in kinds]  # type: ignore[attr-defined]


class ReleaseForm(forms.Form):
    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        help_text=_("Funders read it. Write no name and no code of a person."),
    )
    seen = forms.CharField(widget=forms.HiddenInput)


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is it withdrawn?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

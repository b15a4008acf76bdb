"""What of the trail is asked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.participants.forms import CodeField
from cairn.practices.forms import DateInput
from cairn.trail.enums import Deed


class TrailForm(forms.Form):
    """What of the trail to show."""

    by: Any = forms.ModelChoiceField(queryset=None, required=False, label=_("Who"), empty_label=_("everyone"))
    deed = forms.ChoiceField(
        label=_("What was done"), required=False, choices=[("", _("everything")), *Deed.choices]
    )
    code = CodeField(required=False, label=_("With whose record (code)"))
    since = forms.DateField(label=_("From"), required=False, widget=DateInput())
    until = forms.DateField(label=_("Until"), required=False, widget=DateInput())

    def __init__(self, *arguments: Any, people: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["by"].queryset = people  # type: ignore[attr-defined]  # of ModelChoiceField

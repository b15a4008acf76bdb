"""What is asked about evidence."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.practices.forms import DateInput


class SignForm(forms.Form):
    role = forms.CharField(
        label=_("As what you sign"), max_length=120, help_text=_("Your office or function.")
    )
    words = forms.CharField(
        label=_("What you state, and what you base it on"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Nothing by which a participant could be recognised."),
    )
    expires_on = forms.DateField(
        label=_("It holds until"), widget=DateInput(), help_text=_("At most a year; then it is signed anew.")
    )


class LimitForm(forms.Form):
    """Shares are asked for in per cent; nothing goes back to what Cairn proposes."""

    value = forms.FloatField(
        label=_("What this practice asks for"),
        required=False,
        help_text=_("Leave it empty to go back to what Cairn proposes."),
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everyone who sees the evidence can read it."),
    )

    def __init__(self, *args: Any, percent: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.percent = percent
        if percent:
            self.fields["value"].label = _("What this practice asks for, in per cent")

    @property
    def said(self) -> dict[str, Any]:
        value = self.cleaned_data["value"]
        in_unit = round(value / 100, 6) if self.percent and value is not None else value
        return {"value": in_unit, "reason": self.cleaned_data["reason"]}

"""What is asked about a name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.participants.forms import CodeField


class NameForm(forms.Form):
    code = CodeField()
    deed = forms.ChoiceField(
        label=_("What to do"),
        choices=[
            ("look", _("show the name")),
            ("put", _("keep a name")),
            ("erase", _("erase the name")),
        ],
        widget=forms.RadioSelect,
        initial="look",
    )
    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=200,
        help_text=_("Only to keep one."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=300,
        help_text=_("It stays in the trail, with your name."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("deed") == "put" and not said.get("name"):
            self.add_error("name", _("Say which name to keep."))
        return said

"""What is asked of a visitor who flags a practice, and of the coordinator who answers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.repository.enums import Verdict


class FlagForm(forms.Form):
    text = forms.CharField(
        label=_("What is outdated?"),
        help_text=_("For example: the course has ended, the address has changed. Name no private person."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2_000,
    )
    home_page = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"})
    )
    """A trap: people do not see it, and programs that fill every field give themselves away."""

    @property
    def by_a_program(self) -> bool:
        return bool(self.data.get("home_page"))


class SettleForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_("Do you agree?"),
        widget=forms.RadioSelect,
        choices=[choice for choice in Verdict.choices if choice[0] != Verdict.WAITING],
    )
    answer = forms.CharField(
        label=_("Your answer"),
        help_text=_("Where you agree, everyone who comes to the page reads it: what holds today?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2_000,
        required=False,
    )

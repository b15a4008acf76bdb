"""What is asked where a consultation is opened for answers, and where what was said in it becomes an input."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cairn.practices.forms import DateInput

if TYPE_CHECKING:
    from cairn.surveys.models import FormVersion


class OpenForm(forms.Form):
    form = forms.ChoiceField(label=pgettext_lazy("questions", "Form"))
    expected = forms.IntegerField(
        label=_("How many people may answer"),
        min_value=1,
        help_text=_("No more answers than that are taken."),
    )
    opens_on = forms.DateField(label=_("Open from"), widget=DateInput())
    closes_on = forms.DateField(label=_("to"), widget=DateInput())

    def __init__(self, *args: Any, versions: Iterable[FormVersion], **more: Any) -> None:
        super().__init__(*args, **more)
        self._forms = {str(version.form_id): version for version in versions}
        choices = [(key, version.title) for key, version in self._forms.items()]
        self.fields["form"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def said(self) -> dict[str, Any]:
        return self.cleaned_data | {"form": self._forms[self.cleaned_data["form"]].form}


class InputForm(forms.Form):
    topic = forms.CharField(
        label=_("Point"),
        max_length=300,
        help_text=_("In your own words; nothing by which somebody could be recognised."),
    )
    times = forms.IntegerField(label=_("How many said so"), min_value=1, required=False)

"""Which answers somebody wants to see or take away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.common.languages import language_name
from cairn.practices.forms import DateInput

if TYPE_CHECKING:
    from cairn.activities.models import Activity


class ChooseForm(forms.Form):
    """By day and activity. A pool is shown whole or not at all, so that nothing can be worked out from the difference."""

    since = forms.DateField(label=_("From"), required=False, widget=DateInput())
    until = forms.DateField(label=_("To"), required=False, widget=DateInput())
    activity = forms.TypedChoiceField(label=_("Activity"), required=False, coerce=int, empty_value=None)
    consultation = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, activities: Iterable[Activity], **more: Any) -> None:
        super().__init__(*args, **more)
        choices = [("", _("any")), *((one.pk, one.title) for one in activities)]
        self.fields["activity"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def said(self) -> dict[str, Any]:
        """What can be understood; what cannot asks for nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class TakeForm(forms.Form):
    purpose = forms.CharField(
        label=_("What you need it for"), max_length=300, help_text=_("It is written down with your name.")
    )
    language = forms.ChoiceField(label=_("Language of questions and answers"))
    kind = forms.ChoiceField(
        label=_("As"),
        choices=[("xlsx", _("Excel")), ("csv", "CSV")],
        widget=forms.RadioSelect,
        initial="xlsx",
    )

    def __init__(self, *args: Any, languages: Iterable[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["language"].choices = [(tag, language_name(tag)) for tag in languages]  # type: ignore[attr-defined]  # a ChoiceField

"""What is asked of whoever was told something serious, and of whoever sees to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cairn.common.languages import LANGUAGES
from cairn.listening.enums import ReportKind
from cairn.practices.forms import DateInput

if TYPE_CHECKING:
    from cairn.activities.models import Session
    from cairn.people.models import Person


def languages() -> list[tuple[str, str]]:
    return sorted(((tag, str(each.name)) for tag, each in LANGUAGES.items()), key=lambda pair: pair[1])


class TellForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What it is about"), choices=ReportKind.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("What you were told"),
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
        help_text=_("In the person’s words where you can. Leave out names of participants."),
    )
    language = forms.ChoiceField(label=_("Language in which you were told"), choices=languages)
    received_on = forms.DateField(label=_("Day on which you were told"), widget=DateInput())
    session = forms.TypedChoiceField(
        label=_("Session that it concerns"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Whoever is staff of that activity will not see this, whatever their role."),
    )
    kept_from = forms.TypedMultipleChoiceField(
        label=_("Who must not see it"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Everyone here who receives reports. Tick whom it is about."),
    )

    def __init__(
        self, *args: Any, sessions: Iterable[Session], handlers: Iterable[Person], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["session"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", _("none, or not known")),
            *((one.pk, f"{one.activity.title}, {date_format(one.planned_on)}") for one in sessions),
        ]
        able = [(one.pk, one.name) for one in handlers]
        if able:
            self.fields["kept_from"].choices = able  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["kept_from"]


class AcknowledgeForm(forms.Form):
    on = forms.DateField(label=_("Day"), widget=DateInput())


class DoneForm(AcknowledgeForm):
    outcome = forms.CharField(
        label=_("What was done, or who sees to it now"),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text=_("Sealed, and read only by those who handle this report."),
    )

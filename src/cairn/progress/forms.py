"""What is asked about reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cairn.practices.forms import DateInput

if TYPE_CHECKING:
    from cairn.money.models import Grant
    from cairn.progress.layouts import Layout
    from cairn.progress.shape import Ask

LARGEST, LARGEST_WORD = 200_000, 5_000_000
"""Most bytes of a template in YAML, and of a Word file."""


def last_half_year(today: date) -> tuple[date, date]:
    """The half of a calendar year that was over last."""
    if today.month > 6:  # the second half is running
        return date(today.year, 1, 1), date(today.year, 6, 30)
    return date(today.year - 1, 7, 1), date(today.year, 1, 1) - timedelta(days=1)


class BeginForm(forms.Form):
    layout = forms.ChoiceField(label=_("Template"), widget=forms.RadioSelect)
    grant = forms.ChoiceField(
        label=_("Grant"), required=False, help_text=_("Budget and staff time come from it.")
    )
    starts_on = forms.DateField(label=_("From"), widget=DateInput())
    ends_on = forms.DateField(label=_("To"), widget=DateInput())
    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        required=False,
        help_text=_("Left empty, it is named by template and period."),
    )
    language = forms.ChoiceField(label=_("Language of the report"), choices=settings.LANGUAGES)

    def __init__(
        self, *arguments: Any, layouts: Iterable[Layout], grants: Iterable[Grant], **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        self.layouts = {layout.key: layout for layout in layouts}
        self.grants = {str(grant.pk): grant for grant in grants}
        offered = [
            (key, f"{layout.name}. {layout.about}" if layout.about else layout.name)
            for key, layout in self.layouts.items()
        ]
        self.fields["layout"].choices = offered  # type: ignore[attr-defined]  # a ChoiceField
        none = [("", _("none"))]
        self.fields["grant"].choices = [*((key, str(grant)) for key, grant in self.grants.items()), *none]  # type: ignore[attr-defined]

    @property
    def said(self) -> dict[str, Any]:
        """As `actions.begin` takes it."""
        told = self.cleaned_data
        layout = self.layouts[told["layout"]]
        usual = f"{layout.name}, {told['starts_on'].isoformat()} – {told['ends_on'].isoformat()}"
        return {
            "layout": layout,
            "grant": self.grants.get(told["grant"]),
            "days": (told["starts_on"], told["ends_on"]),
            "title": told["title"] or usual[:200],
            "language": told["language"],
        }


class WordsForm(forms.Form):
    """The words of one section."""

    words = forms.CharField(
        required=False,
        max_length=20_000,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 16, "dir": "auto"}),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *arguments: Any, label: str, help_text: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["words"].label, self.fields["words"].help_text = label, help_text


class ReasonsForm(forms.Form):
    """One field for each thing that went far otherwise."""

    def __init__(self, *arguments: Any, asks: Iterable[Ask], **named: Any) -> None:
        super().__init__(*arguments, **named)
        for ask in asks:
            self.fields[ask.key] = forms.CharField(
                label=ask.words,
                required=False,
                max_length=2_000,
                widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            )


class NoteForm(forms.Form):
    words = forms.CharField(
        label=_("What has to change?"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )


class SeenForm(forms.Form):
    """What the person had before their eyes."""

    seen = forms.CharField(widget=forms.HiddenInput)


class LayoutForm(forms.Form):
    """A template in YAML, as a file."""

    file = forms.FileField(
        label=_("The template, as a YAML file"),
        widget=forms.ClearableFileInput(attrs={"accept": ".yaml,.yml,.txt"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("This file is larger than a template can be. Choose another."))
        try:
            self.text = file.read().decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            raise forms.ValidationError(
                _("This is not a text in UTF-8. Save it as such, then bring it again.")
            ) from fault
        return file


class WordTemplateForm(forms.Form):
    """A funder's Word file."""

    name = forms.CharField(
        label=_("What it is called"), max_length=100, help_text=_("For example the funder’s name.")
    )
    file = forms.FileField(
        label=_("The Word file"), widget=forms.ClearableFileInput(attrs={"accept": ".docx"})
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_WORD:
            raise forms.ValidationError(
                _("A Word template is at most 5 MB large. Make its pictures smaller.")
            )
        return file

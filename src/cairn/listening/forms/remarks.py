"""What free words stand under, and which of them somebody wants to see."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.common.languages import language_name
from cairn.listening.facts.remarks import OTHER, UNCLEAR


class ThemesForm(forms.Form):
    themes = forms.MultipleChoiceField(label=_("Themes"), required=False, widget=forms.CheckboxSelectMultiple)


class LanguageForm(forms.Form):
    language = forms.ChoiceField(
        label=_("Written in"),
        required=False,
        help_text=_("Told from the words themselves. Short ones often stay unclear."),
    )

    def __init__(self, *args: Any, languages: Iterable[str], **more: Any) -> None:
        super().__init__(*args, **more)
        named = sorted(((tag, language_name(tag)) for tag in languages), key=lambda choice: choice[1])
        others = [(OTHER, _("another language")), (UNCLEAR, _("not clear"))]
        self.fields["language"].choices = [("", _("any language")), *named, *others]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def said(self) -> str:
        """What cannot be understood asks for nothing."""
        return str(self.cleaned_data["language"]) if self.is_valid() else ""

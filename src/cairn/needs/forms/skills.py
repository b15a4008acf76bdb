"""One form for every section of the grid of skills, made from its fields, with labels in a second language where one is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils import translation
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cairn.common.countries import country_choices
from cairn.common.languages import LANGUAGES, is_rtl
from cairn.needs.forms.wishing import LookingForm
from cairn.needs.skills import LONGEST, MOST, Field, Section, Sort
from cairn.practices.forms import DateInput

FEW = 6
"""Up to so many choices are all shown; more go into a list that opens."""
UNSAID = _("Not yet recorded")
Words = str | Promise


class SkillForm(forms.Form):
    """What cannot be is the actions' to refuse; here it is made easy to say."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *arguments: Any, section: Section, beside: str = "", **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.section = section
        for field in section.fields:
            if field.sort is not Sort.OCCUPATION:
                self.fields[field.key] = MAKE[field.sort](field, beside)
            self.fields[field.key].label = both(field.label, beside)

    @property
    def said(self) -> dict[str, Any]:
        return {field.key: self.cleaned_data.get(field.key) for field in self.section.fields}


class WorkForm(LookingForm, SkillForm):
    """Of a section in which an occupation is told."""

    field_order = ["looked_for", "occupation"]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.order_fields(self.field_order)


def form_for(section: Section) -> type[SkillForm]:
    return WorkForm if any(field.sort is Sort.OCCUPATION for field in section.fields) else SkillForm


def initial_of(section: Section, said: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept, as the form shows it."""
    yes_no = {field.key for field in section.fields if field.sort is Sort.YESNO}
    return {key: ("yes" if value else "no") if key in yes_no else value for key, value in said.items()}


def both(words: Words, beside: str) -> str:
    """The words in the reader's language, and below them in the second one where it has its own."""
    here, there = _in_two(words, beside)
    if not there:
        return here
    return format_html(
        '{} <span class="beside" lang="{}" dir="{}">{}</span>',
        here,
        beside,
        "rtl" if is_rtl(beside) else "ltr",
        there,
    )


def _both_plain(words: Words, beside: str) -> str:
    """The same for a list that opens, which cannot hold more than plain words."""
    here, there = _in_two(words, beside)
    return f"{here} / {there}" if there else here


def _in_two(words: Words, beside: str) -> tuple[str, str]:
    here = str(words)
    if not beside:
        return here, ""
    with translation.override(beside):
        there = str(words)
    return here, there if there != here else ""


def _common(field: Field) -> dict[str, Any]:
    return {"required": field.required, "help_text": field.help}


def _text(field: Field, _beside: str) -> forms.Field:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(**_common(field), max_length=LONGEST[Sort.TEXT], widget=widget)


def _long(field: Field, _beside: str) -> forms.Field:
    widget = forms.Textarea(attrs={"rows": 3, "autocomplete": "off"})
    return forms.CharField(**_common(field), max_length=LONGEST[Sort.LONG], widget=widget)


def _number(field: Field, _beside: str) -> forms.Field:
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(**_common(field), min_value=0, max_value=MOST, widget=widget)


def _year(field: Field, _beside: str) -> forms.Field:
    widget = forms.NumberInput(attrs={"inputmode": "numeric", "placeholder": "2015"})
    return forms.IntegerField(**_common(field), widget=widget)


def _date(field: Field, _beside: str) -> forms.Field:
    return forms.DateField(**_common(field), widget=DateInput())


def _yes_no(field: Field, beside: str) -> forms.Field:
    choices = [("yes", both(_("Yes"), beside)), ("no", both(_("No"), beside)), ("", both(UNSAID, beside))]
    return forms.TypedChoiceField(
        **_common(field),
        choices=choices,
        coerce=lambda said: said == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
    )


def _choice(field: Field, beside: str) -> forms.Field:
    few = len(field.choices) <= FEW
    say = both if few else _both_plain
    choices = [(value, say(label, beside)) for value, label in field.choices]
    unsaid = ("", say(UNSAID, beside))
    offered = ([*choices] if field.required else [*choices, unsaid]) if few else [unsaid, *choices]
    return forms.ChoiceField(
        **_common(field), choices=offered, widget=forms.RadioSelect if few else forms.Select
    )


def _choices(field: Field, beside: str) -> forms.Field:
    choices = [(value, both(label, beside)) for value, label in field.choices]
    return forms.MultipleChoiceField(**_common(field), choices=choices, widget=forms.CheckboxSelectMultiple)


def _language(field: Field, _beside: str) -> forms.Field:
    named = sorted((str(one.name), one.autonym, tag) for tag, one in LANGUAGES.items())
    choices = [("", UNSAID), *((tag, f"{name} ({own})") for name, own, tag in named)]
    return forms.ChoiceField(**_common(field), choices=choices)


def _country(field: Field, _beside: str) -> forms.Field:
    return forms.ChoiceField(**_common(field), choices=country_choices)


MAKE: dict[Sort, Callable[[Field, str], forms.Field]] = {
    Sort.TEXT: _text,
    Sort.LONG: _long,
    Sort.NUMBER: _number,
    Sort.YEAR: _year,
    Sort.DATE: _date,
    Sort.YESNO: _yes_no,
    Sort.CHOICE: _choice,
    Sort.CHOICES: _choices,
    Sort.LANGUAGE: _language,
    Sort.COUNTRY: _country,
}

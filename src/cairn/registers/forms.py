"""One form for every kind, made from its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.practices.forms import DateInput, Languages
from cairn.registers.checking import team_of
from cairn.registers.kinds import all_kinds
from cairn.registers.models import Record
from cairn.registers.shape import Field, Kind, Life, Sort
from cairn.registers.showing import ENDING, known_as
from cairn.registers.values import LONGEST, MOST

if TYPE_CHECKING:
    from cairn.practices.models import Practice

FEW = 6
"""Up to so many choices are all shown; more go into a list that opens."""
UNSAID = ("", _("Not yet recorded"))
Choices = list[tuple[str, Any]]


class RecordForm(forms.Form):
    """What is said of one record. What is asked for and when is the actions' to refuse; here it is made easy to say."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, max_value=MOST)

    def __init__(
        self, *arguments: Any, kind: Kind, practice: Practice, record: Record | None = None, **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        self.kind = kind
        offered = _offered(kind, practice, record)
        for field in kind.fields:
            self.fields[field.key] = MAKE[field.sort](field, offered.get(field.key, []))

    @property
    def said(self) -> dict[str, Any]:
        return {field.key: self.cleaned_data.get(field.key) for field in self.kind.fields}


def initial_of(kind: Kind, said: Mapping[str, Any]) -> dict[str, Any]:
    """Kept values as the form shows them."""
    return {field.key: _shown(field, said.get(field.key)) for field in kind.fields}


def _shown(field: Field, value: Any) -> Any:
    if field.sort is Sort.YESNO and value is not None:
        return "yes" if value else "no"
    return value[0] if field.sort is Sort.LINK and value else value


def _offered(kind: Kind, practice: Practice, record: Record | None) -> dict[str, Choices]:
    """Records and people to choose from, by field; two queries at most."""
    offered: dict[str, Choices] = {}
    wanted = {key for field in kind.fields for key in field.to}
    found: dict[str, Choices] = {key: [] for key in wanted}
    if wanted:
        records = Record.objects.filter(practice=practice, kind__in=wanted)
        for one in records.exclude(pk=record.pk) if record else records:
            found[one.kind].append((str(one.pk), known_as(one)))
    for field in kind.fields:
        if field.links:
            by_kind = [(str(all_kinds()[key].plural), found[key]) for key in field.to if found[key]]
            offered[field.key] = (
                by_kind[0][1] if len(by_kind) == 1 else [(name, rows) for name, rows in by_kind]
            )
        elif field.sort is Sort.PERSON:
            offered[field.key] = [(str(number), name) for number, name in team_of(practice).items()]
    return offered


def _common(field: Field) -> dict[str, Any]:
    return {"label": field.label, "required": field.required, "help_text": field.help}


def _text(field: Field, _offered: Choices) -> forms.Field:
    return forms.CharField(**_common(field), max_length=LONGEST[Sort.TEXT])


def _long(field: Field, _offered: Choices) -> forms.Field:
    return forms.CharField(
        **_common(field), max_length=LONGEST[Sort.LONG], widget=forms.Textarea(attrs={"rows": 4})
    )


def _date(field: Field, _offered: Choices) -> forms.Field:
    return forms.DateField(**_common(field), widget=DateInput())


def _whole(field: Field, _offered: Choices) -> forms.Field:
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(**_common(field), min_value=0, max_value=MOST, widget=widget)


def _decimal(field: Field, _offered: Choices) -> forms.Field:
    return forms.DecimalField(**_common(field), min_value=0, max_value=MOST, decimal_places=2)


def _yes_no(field: Field, _offered: Choices) -> forms.Field:
    choices = [("yes", _("Yes")), ("no", _("No")), *([] if field.required else [UNSAID])]
    return forms.TypedChoiceField(
        **_common(field),
        choices=choices,
        coerce=lambda said: said == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
    )


def _choice(field: Field, _offered: Choices) -> forms.Field:
    few = len(field.choices) <= FEW
    unsaid = [] if few and field.required else [UNSAID]
    return forms.ChoiceField(
        **_common(field),
        choices=[*field.choices, *unsaid] if few else [*unsaid, *field.choices],
        widget=forms.RadioSelect if few else forms.Select,
    )


def _choices(field: Field, _offered: Choices) -> forms.Field:
    return forms.MultipleChoiceField(
        **_common(field), choices=field.choices, widget=forms.CheckboxSelectMultiple
    )


def _languages(field: Field, _offered: Choices) -> forms.Field:
    widget = forms.TextInput(attrs={"list": "languages", "autocomplete": "off"})
    asked = _common(field) | {
        "help_text": field.help or _("Names with commas between, for example: French, Tigrinya, Dari.")
    }
    return Languages(**asked, widget=widget)


def _url(field: Field, _offered: Choices) -> forms.Field:
    return forms.URLField(**_common(field), max_length=LONGEST[Sort.URL], assume_scheme="https")


def _person(field: Field, offered: Choices) -> forms.Field:
    return forms.TypedChoiceField(**_common(field), choices=[UNSAID, *offered], coerce=int, empty_value=None)


class One(forms.ChoiceField):
    """One record, as the list that links are."""

    def clean(self, value: Any) -> Any:
        chosen = super().clean(value)
        return [chosen] if chosen else []


def _link(field: Field, offered: Choices) -> forms.Field:
    return One(**_none_yet(field, offered), choices=[UNSAID, *offered])


def _links(field: Field, offered: Choices) -> forms.Field:
    return forms.MultipleChoiceField(
        **_none_yet(field, offered), choices=offered, widget=forms.CheckboxSelectMultiple
    )


def _none_yet(field: Field, offered: Choices) -> dict[str, Any]:
    """Where there is nothing to choose from, the hint says what has to come first."""
    if offered:
        return _common(field)
    hint = _("There is none yet. Add one first under: %(registers)s.")
    names = ", ".join(str(all_kinds()[key].plural) for key in field.to)
    return _common(field) | {"help_text": hint % {"registers": names}}


MAKE: dict[Sort, Callable[[Field, Choices], forms.Field]] = {
    Sort.TEXT: _text,
    Sort.LONG: _long,
    Sort.DATE: _date,
    Sort.WHOLE: _whole,
    Sort.DECIMAL: _decimal,
    Sort.YESNO: _yes_no,
    Sort.CHOICE: _choice,
    Sort.CHOICES: _choices,
    Sort.LANGUAGES: _languages,
    Sort.URL: _url,
    Sort.PERSON: _person,
    Sort.LINK: _link,
    Sort.LINKS: _links,
}


class CloseForm(forms.Form):
    on = forms.DateField(label=_("On which day"), widget=DateInput())


class FilterForm(forms.Form):
    """How a list is narrowed and sorted: by state, by each choice it shows, by days."""

    def __init__(self, *arguments: Any, kind: Kind, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if kind.life is not Life.FACT:
            open_, ended, _deed = ENDING[kind.life]
            states = [
                ("", _("All")),
                ("open", open_),
                ("closed", ended),
                *([("overdue", _("overdue"))] if kind.due else []),
            ]
            self.fields["state"] = forms.ChoiceField(label=_("State"), required=False, choices=states)
        for field in choosing(kind):
            choices = [("", _("All")), *field.choices]
            self.fields[field.key] = forms.ChoiceField(
                label=str(field.label), required=False, choices=choices
            )
        if kind.happened:
            self.fields["since"] = forms.DateField(label=_("From"), required=False, widget=DateInput())
            self.fields["until"] = forms.DateField(label=_("To"), required=False, widget=DateInput())
        self.fields["sort"] = forms.ChoiceField(
            label=_("Sort by"),
            required=False,
            choices=[
                ("", _("newest first")),
                ("oldest", _("oldest first")),
                ("title", kind.field(kind.title).label),
                ("entered", _("last entered first")),
                *([("due", kind.field(kind.due).label)] if kind.due else []),
            ],
        )


def choosing(kind: Kind) -> list[Field]:
    """The fields of a list by which it can be narrowed down."""
    return [kind.field(key) for key in kind.columns if kind.field(key).sort is Sort.CHOICE]

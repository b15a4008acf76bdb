"""The grid in words, in the language that is active: what pages show and documents print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cairn.common.countries import country_name
from cairn.common.languages import language_name
from cairn.needs.occupations import group_name, names_of
from cairn.needs.skills.shape import Field, Section, Sort


class Entry(NamedTuple):
    pk: UUID
    said: Mapping[str, Any]
    """By key of the field; what nobody said is not there."""


class Line(NamedTuple):
    key: str
    label: str
    words: str
    """Empty where nothing is said."""
    own: bool
    """Whether these are somebody's own words, which nobody translated."""


class Told(NamedTuple):
    pk: UUID
    title: str
    lines: list[Line]
    """Without the one that is the title."""


class Part(NamedTuple):
    """A section in words."""

    key: str
    name: str
    entries: list[Told]
    nothing: str
    """What is said where there is nothing to tell; empty where that was not said."""


def told(section: Section, entries: Iterable[Entry], *, nothing: bool, language: str) -> Part:
    """The section in one language; one query where occupations are named."""
    entries = list(entries)
    with translation.override(language):
        names = names_of(_uri(entry.said.get("occupation", "")) for entry in entries)
        return Part(
            section.key,
            str(section.name),
            [_told(section, entry, names) for entry in entries],
            str(section.nothing) if nothing else "",
        )


def _told(section: Section, entry: Entry, names: Mapping[str, str]) -> Told:
    title = section.field(section.title)
    lines = [
        Line(
            field.key,
            str(field.label),
            words_of(field, entry.said.get(field.key), names),
            field.sort in {Sort.TEXT, Sort.LONG},
        )
        for field in section.fields
        if field is not title
    ]
    return Told(entry.pk, words_of(title, entry.said.get(title.key), names), lines)


def words_of(field: Field, value: Any, names: Mapping[str, str]) -> str:
    """A kept value as people read it; `names` are those of occupations by URI. Empty where nothing is said."""
    if value is None:
        return ""
    if field.sort is Sort.OCCUPATION:
        return names.get(_uri(value)) or group_name(value.partition(" ")[0])
    return SAY.get(field.sort, _as_it_stands)(field, value)


def _uri(key: str) -> str:
    return key.partition(" ")[2]


def _as_it_stands(_field: Field, value: Any) -> str:
    return str(value)


def _yes_no(_field: Field, value: bool) -> str:
    return _("yes") if value else _("no")


def _choice(field: Field, value: str) -> str:
    return str(dict(field.choices).get(value, value))


def _choices(field: Field, value: list[str]) -> str:
    return "; ".join(_choice(field, one) for one in value)


SAY: dict[Sort, Callable[[Field, Any], str]] = {
    Sort.YESNO: _yes_no,
    Sort.CHOICE: _choice,
    Sort.CHOICES: _choices,
    Sort.DATE: lambda _field, day: date_format(date.fromisoformat(day), "DATE_FORMAT"),
    Sort.LANGUAGE: lambda _field, tag: language_name(tag),
    Sort.COUNTRY: lambda _field, code: country_name(code),
}

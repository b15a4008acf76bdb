"""From what was said to what is kept, apart by whether it is sealed, and what is left of it once a person is erased."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.common.countries import COUNTRIES
from cairn.common.languages import find
from cairn.needs import occupations
from cairn.needs.skills.shape import Field, Section, Sort

LONGEST = {Sort.TEXT: 200, Sort.LONG: 2_000}
EARLIEST = 1930
MOST = 80
"""Years of work; longer than any."""


class Kept(NamedTuple):
    data: dict[str, Any]
    """What stays open for figures."""
    sealed: str
    """The rest as JSON, to be sealed; empty where nothing is said there."""


def kept(section: Section, said: Mapping[str, Any]) -> Kept:
    """As a row has it. Raises ValidationError by field where something cannot be."""
    values: dict[str, Any] = {}
    faults: dict[str, Any] = {}
    for field in section.fields:
        try:
            values[field.key] = _kept(field, said.get(field.key))
        except ValidationError as fault:
            faults[field.key] = fault.messages
    if not faults and section.check:
        faults = {key: [str(words)] for key, words in section.check(values).items()}
    if faults:
        raise ValidationError(faults)
    known = {key: value for key, value in values.items() if value is not None}
    sealed = {field.key: known[field.key] for field in section.fields if field.sealed and field.key in known}
    return Kept(
        {key: value for key, value in known.items() if key not in sealed},
        json.dumps(sealed, ensure_ascii=False) if sealed else "",
    )


def whole(data: Mapping[str, Any], sealed: str) -> dict[str, Any]:
    """Everything that is said in an entry, by key; what nobody said is not there."""
    return {**data, **(json.loads(sealed) if sealed else {})}


def after_erasure(section: Section, data: Mapping[str, Any]) -> dict[str, Any]:
    """What stays for figures: levels and kinds. A language, a year or an occupation could point to one person."""
    left = {}
    for field in section.fields:
        if field.key in data and not field.sealed:
            value = ROUNDED.get(field.sort, lambda value: value)(data[field.key])
            if value is not None:
                left[field.key] = value
    return left


def _kept(field: Field, said: Any) -> Any:
    said = said.strip() if isinstance(said, str) else said
    if said in (None, "", []):
        if field.required:
            raise ValidationError(_("This has to be filled in."))
        return None
    return KEEP[field.sort](field, said)


def _words(field: Field, said: Any) -> str:
    if len(said) > LONGEST[field.sort]:
        raise ValidationError(_("At most %(count)s characters.") % {"count": LONGEST[field.sort]})
    return str(said)


def _number(_field: Field, said: Any) -> int:
    if not 0 <= said <= MOST:
        raise ValidationError(_("Write a number from 0 to %(most)s.") % {"most": MOST})
    return int(said)


def _year(_field: Field, said: Any) -> int:
    if not EARLIEST <= said <= timezone.localdate().year:
        raise ValidationError(_("Write a year with four digits that is not still to come."))
    return int(said)


def _day(_field: Field, said: date) -> str:
    return said.isoformat()


def _choice(field: Field, said: Any) -> Any:
    if said not in dict(field.choices):
        raise ValidationError(_("Not on the list: %(codes)s") % {"codes": said})
    return said


def _choices(field: Field, said: list[str]) -> list[str]:
    return [_choice(field, one) for one in said]


def _language(_field: Field, said: str) -> str:
    if find(said) is None:
        raise ValidationError(_("Choose one from the list."))
    return said


def _country(_field: Field, said: str) -> str:
    if said not in COUNTRIES:
        raise ValidationError(_("Choose one from the list."))
    return said


def _occupation(_field: Field, said: str) -> str:
    if occupations.chosen(said) is None:
        raise ValidationError(_("Choose one from the list."))
    return said


KEEP: dict[Sort, Callable[[Field, Any], Any]] = {
    Sort.TEXT: _words,
    Sort.LONG: _words,
    Sort.NUMBER: _number,
    Sort.YEAR: _year,
    Sort.DATE: _day,
    Sort.YESNO: lambda _field, said: bool(said),
    Sort.CHOICE: _choice,
    Sort.CHOICES: _choices,
    Sort.LANGUAGE: _language,
    Sort.COUNTRY: _country,
    Sort.OCCUPATION: _occupation,
}
ROUNDED: dict[Sort, Callable[[Any], Any]] = {
    Sort.YEAR: lambda _year: None,
    Sort.NUMBER: lambda _number: None,
    Sort.LANGUAGE: lambda _tag: None,
    Sort.DATE: lambda day: f"{day[:7]}-01",
    Sort.OCCUPATION: lambda key: key[0],
}

"""From what somebody said to what is kept, and back to what programs count with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from cairn.common.languages import TAG
from cairn.registers.shape import LISTS, Field, Sort

LONGEST = {Sort.TEXT: 300, Sort.LONG: 5_000, Sort.URL: 2_000}
MOST = 1_000_000_000
_secure = URLValidator(schemes=["https", "http"])


def kept(field: Field, said: Any) -> Any:
    """As JSON has it; None where nothing is said. Raises ValidationError, in words."""
    said = said.strip() if isinstance(said, str) else said
    if said is None or said == "" or (field.sort in LISTS and not said):
        if field.required:
            raise ValidationError(_("This has to be filled in."))
        return None
    return KEEP[field.sort](field, said)


def typed(field: Field, stands: Any) -> Any:
    """What is kept, in the type that `Sort` names; None, or an empty tuple for lists, where nothing is said."""
    if field.sort in LISTS:
        return tuple(map(UUID, stands or ())) if field.links else tuple(stands or ())
    if stands is None:
        return None
    if field.sort is Sort.DATE:
        return date.fromisoformat(stands)
    return Decimal(stands) if field.sort is Sort.DECIMAL else stands


def _words(field: Field, said: Any) -> str:
    words = str(said)
    if len(words) > LONGEST[field.sort]:
        raise ValidationError(_("At most %(count)s characters.") % {"count": LONGEST[field.sort]})
    if field.sort is Sort.URL:
        _secure(words)
    return words


def _day(_field: Field, said: Any) -> str:
    try:
        return (said if isinstance(said, date) else date.fromisoformat(str(said))).isoformat()
    except ValueError:
        raise ValidationError(_("Write the day as year-month-day, such as 2026-03-31.")) from None


def _whole(_field: Field, said: Any) -> int:
    number = _number(said)
    if number != number.to_integral_value():
        raise ValidationError(_("Write a whole number."))
    return int(number)


def _number(said: Any) -> Decimal:
    try:
        number = Decimal(str(said))
    except InvalidOperation:
        raise ValidationError(_("Write a number.")) from None
    if not number.is_finite() or not 0 <= number <= MOST:
        raise ValidationError(_("Write a number from 0 to a thousand million."))
    return number


def _yes_no(_field: Field, said: Any) -> bool:
    if not isinstance(said, bool):
        raise ValidationError(_("Say yes or no."))
    return said


def _choice(field: Field, said: Any) -> str:
    return _choices(field, [said])[0]


def _choices(field: Field, said: Any) -> list[str]:
    if strange := [str(one) for one in said if one not in dict(field.choices)]:
        raise ValidationError(_("Not on the list: %(codes)s") % {"codes": ", ".join(strange)})
    return list(said)


def _languages(_field: Field, said: Any) -> list[str]:
    if strange := [str(tag) for tag in said if not TAG.fullmatch(str(tag))]:
        raise ValidationError(_("Not on the list: %(codes)s") % {"codes": ", ".join(strange)})
    return list(said)


def _links(field: Field, said: Any) -> list[str]:
    """Ids in one order, so that the same links are the same value."""
    try:
        ids = sorted({str(UUID(str(one))) for one in said})
    except ValueError:
        raise ValidationError(_("There is no such record here.")) from None
    if field.sort is Sort.LINK and len(ids) > 1:
        raise ValidationError(_("Choose one only."))
    return ids


KEEP: dict[Sort, Callable[[Field, Any], Any]] = {
    Sort.TEXT: _words,
    Sort.LONG: _words,
    Sort.URL: _words,
    Sort.DATE: _day,
    Sort.WHOLE: _whole,
    Sort.DECIMAL: lambda _field, said: str(_number(said)),
    Sort.YESNO: _yes_no,
    Sort.CHOICE: _choice,
    Sort.CHOICES: _choices,
    Sort.LANGUAGES: _languages,
    Sort.PERSON: lambda _field, said: int(said),
    Sort.LINK: _links,
    Sort.LINKS: _links,
}

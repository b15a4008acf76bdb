"""From what stands in a cell to what it means; and back."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from cairn.sheets.shape import Kind
from cairn.texts.words import folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from cairn.sheets.shape import Column, Value

LONGEST = 5_000
"""Most characters of one cell."""
YES = frozenset({"yes", "y", "true", "1", "x", "oui", "vrai", "نعم", "✓"})
NO = frozenset({"no", "n", "false", "0", "non", "faux", "لا", "-", "–"})
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?$")


class Unclear(ValueError):
    """What a cell holds cannot be understood; the words say what would be."""


def reader_of(column: Column) -> Callable[[Any], Value]:
    """Reads the cells of one column: the meaning of a cell, None for an empty one. What it returns raises Unclear."""
    read = _choice(column) if column.kind is Kind.CHOICE else _READ[column.kind]

    def understood(cell: Any) -> Value:
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            return None
        return read(cell)

    return understood


def _text(cell: Any) -> str:
    words = _plain(cell)
    if len(words) > LONGEST:
        raise Unclear(
            _("At most %(most)s characters; here are %(there)s.") % {"most": LONGEST, "there": len(words)}
        )
    return words


def _date(cell: Any) -> date:
    """Only the order year, month, day is unmistakable: 3/4/2025 is April here and March there."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    found = DAY.match(str(cell).strip())
    try:
        if found:
            return date(*map(int, found.groups()))
    except ValueError:
        found = None
    raise Unclear(
        _("“%(cell)s” is no day. Write year-month-day, such as 2025-03-31.") % {"cell": _short(cell)}
    )


def _whole(cell: Any) -> int:
    number = _number(cell)
    if number is None or number != number.to_integral_value():
        raise Unclear(_("“%(cell)s” is no whole number.") % {"cell": _short(cell)})
    return int(number)


def _decimal(cell: Any) -> Decimal:
    number = _number(cell)
    if number is None:
        raise Unclear(
            _("“%(cell)s” is no number. Write it without blanks, with a point: 1250.50.")
            % {"cell": _short(cell)}
        )
    return number


def _yes_no(cell: Any) -> bool:
    said = folded(_plain(cell))
    if said in YES or said in NO:
        return said in YES
    raise Unclear(_("“%(cell)s” is neither yes nor no.") % {"cell": _short(cell)})


def _choice(column: Column) -> Callable[[Any], Value]:
    known = {said: value for value, label in column.choices for said in (folded(value), *_labels(label))}

    def read(cell: Any) -> str:
        value = known.get(folded(_plain(cell)))
        if value is None:
            raise Unclear(
                _("“%(cell)s” is not on the list: %(list)s.")
                % {"cell": _short(cell), "list": ", ".join(str(label) for _value, label in column.choices)}
            )
        return value

    return read


def _labels(label: Any) -> set[str]:
    """The label in each language of the site: a sheet may have been filled in another than the reader's."""
    said = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            said.add(folded(str(label)))
    return said


def _number(cell: Any) -> Decimal | None:
    """Not yes and no, not infinity, and at most as long as a number of ours may be."""
    if isinstance(cell, bool) or len(str(cell)) > 30:
        return None
    try:
        number = Decimal(str(cell).strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _plain(cell: Any) -> str:
    """As a person reads it: 3.0 in a workbook is 3. The apostrophe that our own exports put before a formula goes again."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    words = str(cell).strip()
    return words[1:] if words[:1] == "'" and words[1:2] in {"=", "+", "-", "@", "|", "%"} else words


def _short(cell: Any) -> str:
    words = _plain(cell)
    return words if len(words) <= 40 else f"{words[:40]}…"


_READ: dict[Kind, Callable[[Any], Value]] = {
    Kind.TEXT: _text,
    Kind.DATE: _date,
    Kind.WHOLE: _whole,
    Kind.DECIMAL: _decimal,
    Kind.YES_NO: _yes_no,
}


def shown(column: Column, value: Value) -> str | int | float | date | None:
    """As it is written into a sheet: labels for choices, yes and no in words."""
    if column.kind is Kind.CHOICE:
        return str(dict(column.choices).get(str(value), value or "")) if value is not None else None
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return float(value) if isinstance(value, Decimal) else value

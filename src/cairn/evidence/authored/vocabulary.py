"""Which records rules may ask, and by what: every register by its key, and of its fields those that hold no free words.

Nothing here reads a text: no rule hangs on what people wrote, only on days, counts, choices, links and yes or no.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from cairn.registers.kinds import all_kinds
from cairn.registers.shape import Field, Sort

if TYPE_CHECKING:
    from cairn.registers.facts import Row
    from cairn.registers.shape import Kind

WORDS = frozenset({Sort.TEXT, Sort.LONG, Sort.URL})
NUMBERS = frozenset({Sort.WHOLE, Sort.DECIMAL})
SET_APART = frozenset({Sort.CHOICE, Sort.CHOICES, Sort.LANGUAGES})
"""Fields whose values can be named."""


def kind_of(key: str) -> Kind | None:
    return all_kinds().get(key)


def fields_of(kind: Kind) -> dict[str, Field]:
    """The fields that a rule may look at, by key."""
    return {field.key: field for field in kind.open_fields if field.sort not in WORDS}


def matching(rows: Iterable[Row], where: Mapping[str, Any]) -> list[Row]:
    """Those of the rows that have all of this."""
    return [row for row in rows if all(_has(row[field], wanted) for field, wanted in where.items())]


def _has(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, Mapping):
        return value is not None and value >= wanted["at_least"]
    if isinstance(wanted, bool):
        return (value if isinstance(value, bool) else bool(value)) is wanted
    return bool(set(map(str, _listed(value))) & set(map(str, _listed(wanted))))


def misfits(kind: Kind, where: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What of a filter cannot be asked of a register: the field, what is wrong, how to mend it."""
    known = fields_of(kind)
    for key, wanted in where.items():
        if key not in known:
            yield key, f"Rules cannot ask “{key}” of {kind.key}", f"use one of: {', '.join(known)}"
        elif fault := _misfit(known[key], wanted):
            yield key, *fault


def _misfit(field: Field, wanted: Any) -> tuple[str, str] | None:
    if isinstance(wanted, bool):
        return None
    if field.sort in NUMBERS:
        numbers = isinstance(wanted, Mapping) and set(wanted) == {"at_least"}
        return None if numbers else (f"“{field.key}” holds a number", "write `{at_least: 3}`")
    if field.sort in SET_APART:
        values = {value for value, _words in field.choices}
        odd = [str(one) for one in _listed(wanted) if values and one not in values]
        known = ", ".join(sorted(values)) or "codes of languages"
        return (f"“{field.key}” is never {', '.join(odd)}", f"use one of: {known}") if odd else None
    return f"“{field.key}” is asked by true or false", "`true` for yes or filled, `false` for no or empty"


def values_in(rows: Iterable[Row], field: str) -> set[str]:
    """All values that a field has in these rows."""
    return {str(one) for row in rows for one in _listed(row[field]) if one is not None}


def _listed(wanted: Any) -> list[Any]:
    return list(wanted) if isinstance(wanted, list | tuple) else [wanted]

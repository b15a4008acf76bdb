"""Which lists can be taken away and brought back, and what an uploaded sheet would do."""

from __future__ import annotations

import hashlib
import json
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from cairn.people.facts import permissions_in
from cairn.sheets import cells
from cairn.sheets.models import Import
from cairn.sheets.shape import Fault, Judged, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.db.models import Model, QuerySet

    from cairn.people.models import Person
    from cairn.practices.models import Practice
    from cairn.sheets.shape import Change, Table, Value

SAMPLE = 20
"""Rows that a preview shows."""
STEP = 1_000
"""After so many rows whoever waits is told how far it is."""


def tables() -> dict[str, Table]:
    """Every table that a room declares in its `lists.py`, by key."""
    found: dict[str, Table] = {}
    for room in apps.get_app_configs():
        if room.name.startswith("cairn.") and find_spec(f"{room.name}.lists"):
            found |= {table.key: table for table in import_module(f"{room.name}.lists").TABLES}
    return found


class Offer(NamedTuple):
    table: Table
    take: bool
    """Whether this person may take it away."""
    bring: bool


def offers_for(person: Person, practice: Practice) -> list[Offer]:
    """The lists that this person may take away or bring in, by name."""
    allowed = permissions_in(person, practice.organisation)
    offers = [
        Offer(table, table.may_take in allowed, table.may_bring in allowed)
        for table in tables().values()
        if table.needs <= allowed
    ]
    return sorted((one for one in offers if one.take or one.bring), key=lambda one: str(one.table.name))


def visible_to(person: Person) -> QuerySet[Import]:
    """One's own imports: what stood in a sheet is for whoever brought it."""
    return Import.objects.filter(by=person).select_related("practice__organisation")


def tally(changes: Sequence[Change]) -> tuple[int, int]:
    """How many rows make something new, and how many change what is there."""
    changed = {change.row for change in changes if change.before is not None}
    return len({change.row for change in changes} - changed), len(changed)


class Understood(NamedTuple):
    rows: list[Row]
    faults: list[Fault]


def _nobody(_done: int) -> None:
    """Where nobody waits to hear how far it is."""


def understood(
    sheet: Sequence[Sequence[Any]],
    matching: dict[int, str],
    table: Table,
    told: Callable[[int], None] = _nobody,
) -> Understood:
    """Every cell read; a row with a cell that is not clear is left out and its faults are named, all of them."""
    columns = {place: table.column(key) for place, key in matching.items()}
    readers = {place: cells.reader_of(column) for place, column in columns.items()}
    lacking = [column for column in table.columns if column.required and column.key not in matching.values()]
    good: list[Row] = []
    faults: list[Fault] = []
    seen: dict[Any, int] = {}
    for number, row in enumerate(sheet[1:], start=2):
        wrong, values = [], {}
        for place, column in columns.items():
            try:
                values[column.key] = readers[place](row[place] if place < len(row) else None)
            except cells.Unclear as fault:
                wrong.append(Fault(number, column.key, str(fault)))
            else:
                if column.required and values[column.key] is None:
                    wrong.append(Fault(number, column.key, _("Something must stand here.")))
        wrong += [Fault(number, column.key, _("The sheet has no such column.")) for column in lacking]
        wrong += _twice(number, values, table, seen) if not wrong else []
        if number % STEP == 0:
            told(number // 2)
        faults += wrong
        if not wrong:
            good.append(Row(number, values))
    return Understood(good, faults)


def _twice(number: int, values: dict[str, Value], table: Table, seen: dict[Any, int]) -> list[Fault]:
    """Two rows that would be known by the same key."""
    if not table.known_by:
        return []
    key = tuple(values.get(column) for column in table.known_by)
    first = seen.setdefault(key, number)
    if first == number or None in key:
        return []
    return [Fault(number, table.known_by[0], _("Row %(number)s says this already.") % {"number": first})]


def judged(sheet: Import, table: Table, *, by: Person, told: Callable[[int], None] = _nobody) -> Judged:
    """Everything that is wrong with the sheet, and what its good rows would do."""
    matching = {int(place): key for place, key in sheet.matching.items()}
    rows, faults = understood(json.loads(sheet.cells), matching, table, told)
    told(len(rows) // 2)
    found = table.judge(sheet.practice, by, rows)
    told(len(rows) * 3 // 4)
    return Judged(sorted([*faults, *found.faults]), found.changes, found.unchanged)


def snapshot(thing: Model, names: Sequence[str] | None = None) -> dict[str, Any]:
    """The thing's own columns, ready for JSON."""
    fields = thing._meta.concrete_fields  # noqa: SLF001  # Django's public name
    kept = {
        field.attname: getattr(thing, field.attname)
        for field in fields
        if names is None or field.attname in names
    }
    return json.loads(json.dumps(kept, cls=DjangoJSONEncoder))  # type: ignore[no-any-return]


def digest_of(thing: Model) -> str:
    """Tells whether a thing is still as an import left it."""
    return hashlib.sha256(json.dumps(snapshot(thing), sort_keys=True).encode()).hexdigest()

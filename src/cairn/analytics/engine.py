"""Running measures over the files of a snapshot: ibis on DuckDB, within this process.

Only this file knows of DuckDB. Another engine is another `columns_of`: see docs/decisions/0018.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import ibis

from cairn.analytics.measures import Columns, Tally, all_tallies
from cairn.participants.counting import Share
from cairn.results.enums import Measure
from cairn.results.measures import Counted, all_measures
from cairn.results.measures.shape import number, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from decimal import Decimal
    from pathlib import Path
    from typing import Any

    from cairn.results.measures import ComputedMeasure

OFFLINE = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
"""DuckDB would fetch what it lacks from the network; we lack nothing."""


def columns_of(folder: Path) -> Columns:
    """The tables of a snapshot; nothing is read before it is asked for."""
    connection = ibis.duckdb.connect(**OFFLINE)
    names = [field.name for field in fields(Columns)]
    return Columns(**{name: connection.read_parquet(folder / f"{name}.parquet") for name in names})


def practices_in(folder: Path) -> set[int]:
    """Numbers of those of which the snapshot was made."""
    found = ibis.duckdb.connect(**OFFLINE).read_parquet(folder / "practices.parquet")
    return set(found.practice.to_pyarrow().to_pylist())


def figures(
    columns: Columns, practices: Iterable[int], start: date, end: date, keys: Iterable[str] = ()
) -> dict[str, dict[int, Counted]]:
    """By measure (all, where no key is named) and practice, from one day to another, both included."""
    numbers = list(practices)
    return {
        key: _figures_of(key, all_tallies()[key](columns, start, end), numbers)
        for key in keys or all_tallies()
    }


def asked(tally: Tally) -> tuple[Any, Any]:
    """What the engine finds, as tables of Arrow: rows and, of people, cells."""
    return tally.rows.to_pyarrow(), None if tally.cells is None else tally.cells.to_pyarrow()


def _figures_of(key: str, tally: Tally, practices: list[int]) -> dict[int, Counted]:
    rows, told = asked(tally)
    found = {
        practice: (value, records)
        for practice, value, records in _across(rows, "practice", "value", "records")
    }
    cells: dict[int, dict[str, dict[str, int]]] = {}
    names = ("practice", "dimension", "category", "value")
    for practice, dimension, category, value in () if told is None else _across(told, *names):
        cells.setdefault(practice, {"sex": {}, "age": {}})[dimension][category] = value
    measure = all_measures()[key]
    return {
        practice: _made(measure, *found.get(practice, (0, 0)), cells.get(practice)) for practice in practices
    }


def _across(table: Any, *names: str) -> Iterator[tuple[Any, ...]]:
    """Its rows, which is quicker than to make a dictionary of each."""
    return zip(*(table[name].to_pylist() for name in names), strict=True)


def _made(
    measure: ComputedMeasure, value: Decimal | int, records: int, cells: dict[str, dict[str, int]] | None
) -> Counted:
    if measure.measure == Measure.PERCENT:
        return percent(Share(int(value), records))
    counted = number(value, records)
    if measure.counts_people and records:
        return Counted(counted.value, records, cells=cells or {"sex": {}, "age": {}})
    return counted

"""Running measures over the files of a snapshot: ibis on DuckDB, within this process.

Only this file knows of DuckDB. Another engine is another `columns_of`: see docs/decisions/0016.
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
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path
    from typing import Any

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
    folder: Path, practices: Iterable[int], start: date, end: date, keys: Iterable[str] = ()
) -> dict[str, dict[int, Counted]]:
    """By measure (all, where no key is named) and practice, from one day to another, both included."""
    columns, practices = columns_of(folder), list(practices)
    return {
        key: _figures_of(key, all_tallies()[key](columns, start, end), practices)
        for key in keys or all_tallies()
    }


def _figures_of(key: str, tally: Tally, practices: list[int]) -> dict[int, Counted]:
    rows = {row["practice"]: row for row in tally.rows.to_pyarrow().to_pylist()}
    cells: dict[int, dict[str, dict[str, int]]] = {}
    for cell in [] if tally.cells is None else tally.cells.to_pyarrow().to_pylist():
        of = cells.setdefault(cell["practice"], {"sex": {}, "age": {}})
        of[cell["dimension"]][cell["category"]] = cell["value"]
    nothing = {"records": 0, "value": 0}
    return {
        practice: _made(key, rows.get(practice, nothing), cells.get(practice, {})) for practice in practices
    }


def _made(key: str, row: dict[str, Any], cells: dict[str, dict[str, int]]) -> Counted:
    measure = all_measures()[key]
    if measure.measure == Measure.PERCENT:
        return percent(Share(row["value"], row["records"]))
    counted = number(row["value"], row["records"])
    if measure.counts_people and counted.records:
        return Counted(counted.value, counted.records, cells=cells or {"sex": {}, "age": {}})
    return counted

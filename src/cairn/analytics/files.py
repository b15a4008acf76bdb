"""The files of a snapshot: one table each, in Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from cairn.analytics.tables import Sort

AT_ONCE = 100_000
"""Rows that are held before they are written: a practice's own rows lie together, and small practices share a group."""
HOURS = Decimal("0.000001")


class Strange(ValueError):
    """A word that is on no list: it is not taken."""


def schema_of(columns: Mapping[str, Sort | frozenset[str]]) -> Any:
    """What Arrow calls the columns of a table, the practice before all others."""
    import pyarrow as arrow  # noqa: PLC0415  # an extra, and heavy

    types = {
        Sort.DAY: arrow.date32(),
        Sort.HOURS: arrow.decimal128(18, 6),
        Sort.WHOLE: arrow.int32(),
        Sort.YES_NO: arrow.bool_(),
        Sort.SOMEONE: arrow.int64(),
    }
    told = [
        (name, types[sort] if isinstance(sort, Sort) else arrow.string()) for name, sort in columns.items()
    ]
    return arrow.schema([("practice", arrow.int64()), *told])


class Writer:
    """One table's file, written in groups of rows."""

    def __init__(self, file: Path, columns: Mapping[str, Sort | frozenset[str]]) -> None:
        import pyarrow as arrow  # noqa: PLC0415  # an extra, and heavy
        from pyarrow import parquet  # noqa: PLC0415  # likewise

        self._columns = columns
        self._schema = schema_of(columns)
        self._table = arrow.table
        self._array = arrow.array
        self._file = parquet.ParquetWriter(file, self._schema, compression="zstd")
        self._held: list[tuple[Any, ...]] = []

    def add(self, practice: int, rows: Iterable[tuple[Any, ...]]) -> None:
        for row in rows:
            self._held.append((practice, *row))
            if len(self._held) >= AT_ONCE:
                self._flush()

    def close(self) -> None:
        self._flush()
        self._file.close()

    def _flush(self) -> None:
        across = list(zip(*self._held, strict=True)) or [() for _ in self._schema]
        told: list[Sequence[Any]] = [across[0]]
        for values, (name, sort) in zip(across[1:], self._columns.items(), strict=True):
            told.append(_checked(name, sort, values))
        arrays = [self._array(values, field.type) for values, field in zip(told, self._schema, strict=True)]
        self._file.write_table(self._table(arrays, schema=self._schema))
        self._held.clear()


def _checked(name: str, sort: Sort | frozenset[str], values: Sequence[Any]) -> Sequence[Any]:
    if sort is Sort.HOURS:
        return tuple(None if value is None else Decimal(value).quantize(HOURS) for value in values)
    if isinstance(sort, frozenset) and (strange := set(values) - sort):
        raise Strange(f"{name}: {len(strange)} values are on no list, so no snapshot was made.")
    return values

"""The rows of one opening, taken out and put in again together, under fresh keys and in an order by chance.

Otherwise the newest would be the last in the table, or lie last in its page of the file (docs/decisions/0013). Plain SQL, because
this is done at every answer, and Django's objects would cost many times the commit itself.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, NamedTuple

from django.db import connection

from cairn.vault.sealing import Seals
from cairn.voices.enums import RemarkState
from cairn.voices.models import Answer, Opening, Remark, Spent

chance = secrets.SystemRandom()
"""What shuffles; one story puts a known one in its place."""
Row = tuple[Any, ...]
Table = type[Answer] | type[Remark] | type[Spent]
ANSWER, REMARK = ("language", "way", "said"), ("question", "language", "state", "text")


class Words(NamedTuple):
    """A remark that comes in."""

    question: str
    language: str
    text: str


@dataclass(slots=True)
class Lot:
    """All answers of an opening: those that are there as the database has them, and those that come in now."""

    opening: Opening
    there: list[Row]
    answers: list[Answer] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    """As SHA-256."""
    words: list[Words] = field(default_factory=list)

    @property
    def size(self) -> int:
        return len(self.there) + len(self.answers)


def lot_of(opening: Opening) -> Lot:
    """As it is now. In a transaction that holds the opening until the lot is put in."""
    return Lot(opening, _there(Answer, ANSWER, opening))


def known(tokens: Sequence[str]) -> set[str]:
    """Those of these SHA-256 that were used before."""
    places = ", ".join(repeat("%s", len(tokens)))
    return {key for (key,) in _asked(f"SELECT key FROM {_name(Spent)} WHERE key IN ({places})", tokens)}  # noqa: S608  # names of ours


def put_in(lot: Lot) -> None:
    """What comes in among all that is there, in the same transaction as `lot_of`."""
    said = Answer._meta.get_field("said")  # noqa: SLF001  # Django's public name
    new = [(each.language, each.way, said.get_db_prep_save(each.said, connection)) for each in lot.answers]
    rows = [tuple(row[1:]) for row in lot.there] + new
    _instead(Answer, ANSWER, lot.opening, zip(_keys(), rows, strict=False))
    tokens = [*(key for (key,) in _there(Spent, (), lot.opening)), *lot.tokens]
    _instead(Spent, (), lot.opening, ((token, ()) for token in tokens))
    words = _there(Remark, REMARK, lot.opening)
    if words or lot.words:
        _instead(Remark, REMARK, lot.opening, _sealed_anew(lot, words))


def _sealed_anew(lot: Lot, there: list[Row]) -> Iterable[tuple[uuid.UUID, Row]]:
    """Words are sealed for the place that they have, so each is opened and sealed anew."""
    text = Remark._meta.get_field("text")  # noqa: SLF001  # Django's public name
    seals = Seals(Remark(opening=lot.opening).sealed_for)
    opened = [(*row, seals.unseal(sealed, text.place_of(_uuid(key)))) for key, *row, sealed in there]
    new = [(each.question, each.language, RemarkState.HELD.value, each.text) for each in lot.words]
    for key, (*row, words) in zip(_keys(), opened + new, strict=False):
        yield key, (*row, seals.seal(words, text.place_of(key)))


def _there(table: Table, columns: Sequence[str], opening: Opening) -> list[Row]:
    """Key and columns of all rows of the opening."""
    named = ", ".join(("key", *columns))
    return _asked(f"SELECT {named} FROM {_name(table)} WHERE opening_id = %s", [opening.pk])  # noqa: S608  # names of ours


def _instead(
    table: Table, columns: Sequence[str], opening: Opening, rows: Iterable[tuple[uuid.UUID | str, Row]]
) -> None:
    """These rows, in an order by chance, in place of all those of the opening."""
    named = ", ".join(("key", "opening_id", *columns))
    places = ", ".join(repeat("%s", 2 + len(columns)))
    written = [(_stored(key), opening.pk, *row) for key, row in rows]
    chance.shuffle(written)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {_name(table)} WHERE opening_id = %s", [opening.pk])  # noqa: S608  # names of ours
        cursor.executemany(f"INSERT INTO {_name(table)} ({named}) VALUES ({places})", written)  # noqa: S608  # names of ours


def _asked(statement: str, values: Sequence[Any]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def _name(table: Table) -> str:
    return connection.ops.quote_name(table._meta.db_table)  # noqa: SLF001  # Django's public name


def _keys() -> Iterable[uuid.UUID]:
    while True:
        yield uuid.UUID(int=chance.getrandbits(128), version=4)


def _uuid(key: uuid.UUID | str) -> uuid.UUID:
    """SQLite has no type for it."""
    return uuid.UUID(str(key))


def _stored(key: uuid.UUID | str) -> uuid.UUID | str:
    """As the database keeps it; a token is kept as it is."""
    if isinstance(key, str) or connection.features.has_native_uuid_field:
        return key
    return key.hex

"""The rows of one opening, taken out and put in again together, under fresh keys and in an order by chance.

Otherwise the newest would be the last in the table, or lie last in its page of the file (docs/decisions/0013). Plain SQL where
rows stay as they are: this is done at every answer, and Django's objects would cost many times the commit itself.
"""

from __future__ import annotations

import secrets
import uuid
from typing import TYPE_CHECKING

from django.db import connection

from cairn.voices.models import Answer, Opening, Remark, Spent

if TYPE_CHECKING:
    from collections.abc import Sequence


chance = secrets.SystemRandom()
"""What shuffles; one story puts a known one in its place."""


def put_in(opening: Opening, spent: Spent, answer: Answer, words: Sequence[Remark]) -> None:
    """The new rows among all those of the opening. In the caller's transaction, which holds the opening."""
    _anew(opening, answer, keyed=True)
    _anew(opening, spent, keyed=False)
    there = list(opening.remarks.all())
    if words or there:
        _remarks_anew(opening, [*there, *words])


def _anew(opening: Opening, new: Answer | Spent, *, keyed: bool) -> None:
    """`keyed` gives every row a new key; a spent token keeps its own, which is how it is known again."""
    meta = new._meta  # noqa: SLF001  # Django's public name
    new.opening = opening
    columns = [str(field.column) for field in meta.concrete_fields]
    own = [field.get_db_prep_save(getattr(new, field.attname), connection) for field in meta.concrete_fields]
    key = columns.index("key")
    table = connection.ops.quote_name(meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE opening_id = %s", [opening.pk])  # noqa: S608  # names of ours
        rows = [*map(list, cursor.fetchall()), own]
        if keyed:
            for row in rows:
                row[key] = meta.get_field("key").get_db_prep_save(_key(), connection)
        chance.shuffle(rows)
        cursor.execute(f"DELETE FROM {table} WHERE opening_id = %s", [opening.pk])  # noqa: S608
        places = ", ".join(["%s"] * len(columns))
        cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)  # noqa: S608


def _remarks_anew(opening: Opening, rows: list[Remark]) -> None:
    """Words are sealed for the place that they have, so each is opened and sealed anew."""
    for row in rows:
        row.opening, row.text, row.key = opening, str(row.text), _key()
    opening.remarks.all().delete()
    chance.shuffle(rows)
    Remark.objects.bulk_create(rows)


def _key() -> uuid.UUID:
    return uuid.UUID(int=chance.getrandbits(128), version=4)

"""Which name belongs to which code, for houses that cannot do without: off unless `CAIRN_NAMES` says where.

A file of its own, so that neither the database nor its backups hold a name. Every name is sealed with a key made for it alone:
erasing destroys that key, and no copy of the file can be read for that person any more. The file keeps its own list of who
read or wrote what, beside the trail, so that whoever looks after it sees it without the rest of Cairn.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, cast
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from cairn.vault import keystore
from cairn.vault.sealing import seal, unseal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


PLACE = "names.name.{}"
"""What a name is bound to, so that it does not open in another's row."""
KIND = "name"
"""How owners of keys for names begin."""


def is_kept() -> bool:
    """Whether this house keeps names at all."""
    return bool(settings.NAMES)


@contextmanager
def _store() -> Iterator[sqlite3.Connection]:
    """No write-ahead log and zeros over what is deleted, as where keys are kept."""
    file = cast("Path", settings.NAMES)  # whoever comes here asked `is_kept`
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)
    with closing(sqlite3.connect(file, timeout=20)) as store:
        store.execute("PRAGMA secure_delete=ON")
        store.execute("PRAGMA synchronous=FULL")
        store.execute("CREATE TABLE IF NOT EXISTS name (person TEXT PRIMARY KEY, sealed TEXT) WITHOUT ROWID")
        store.execute(
            "CREATE TABLE IF NOT EXISTS look (at TEXT, by TEXT, deed TEXT, person TEXT, reason TEXT)"
        )
        with store:
            yield store


def look_up(person: UUID, *, by: str, reason: str) -> str:
    """The name; empty where none is kept. Asking is written down either way."""
    with _store() as store:
        _write(store, by, "read", person, reason)
        row = store.execute("SELECT sealed FROM name WHERE person = ?", (str(person),)).fetchone()
    return unseal(row[0], owner=owner_of(person), place=PLACE.format(person)) if row else ""


def put(person: UUID, name: str, *, by: str, reason: str) -> None:
    """In place of the one before."""
    sealed = seal(name, owner=owner_of(person), place=PLACE.format(person))
    with _store() as store:
        _write(store, by, "put", person, reason)
        store.execute("INSERT OR REPLACE INTO name VALUES (?, ?)", (str(person), sealed))


def erase(person: UUID, *, by: str, reason: str) -> None:
    """The name, and its key, so that no older copy of the file tells it. Nothing where none is kept."""
    with _store() as store:
        _write(store, by, "erased", person, reason)
        store.execute("DELETE FROM name WHERE person = ?", (str(person),))
    keystore.destroy(owner_of(person))


def forgotten(owner: str) -> bool:
    """The name goes with all other records; whether it was the owner of a name at all, and there is a store."""
    kind, _colon, person = owner.partition(":")
    if kind != KIND or not is_kept():
        return False
    erase(UUID(person), by="", reason="")
    return True


def looks() -> list[tuple[str, str, str, str, str]]:
    """When, by whom, what, with whom (never a name), why; oldest first."""
    with _store() as store:
        return store.execute("SELECT at, by, deed, person, reason FROM look ORDER BY rowid").fetchall()


def _write(store: sqlite3.Connection, by: str, deed: str, person: UUID, reason: str) -> None:
    at = timezone.now().isoformat(timespec="seconds")
    store.execute("INSERT INTO look VALUES (?, ?, ?, ?, ?)", (at, by, deed, str(person), reason))


def owner_of(person: UUID) -> str:
    """Whose key seals the name."""
    return f"{KIND}:{person}"

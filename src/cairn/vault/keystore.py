"""Where keys are kept: in a file of their own, apart from the database and from its backups.

Every participant, and every practice, has a data key. It is kept wrapped by the master key. Whoever destroys the data key makes
everything sealed with it unreadable, in the database of today and in every older backup of it, because no backup of the
database holds a key.

The master keys come from `CAIRN_MASTER_KEYS` (current first, with commas between, each `name:secret`), or else from a file
made on first need. A deployment that takes safety seriously gives `CAIRN_KEYS_DIR` a disk of its own.
"""

from __future__ import annotations

import base64
import os
import secrets
import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NONCE = 12
"""Bytes of a random nonce: what AES-GCM takes (NIST SP 800-38D, 8.2.2)."""


class Forgotten(LookupError):
    """There is no such key: it was destroyed, or never made here."""


class Unreadable(ValueError):
    """The key is there but does not open this: another master key, or bytes that somebody changed."""


class Master(NamedTuple):
    name: str
    key: bytes


class DataKey(NamedTuple):
    version: int
    key: bytes


def masters() -> list[Master]:
    """Every master key that may still open something; the first is the one that closes."""
    given = settings.MASTER_KEYS or _master_file().read_text().split()
    return [Master(name, base64.urlsafe_b64decode(key)) for name, key in (line.split(":") for line in given)]


def _master_file() -> Path:
    file: Path = settings.KEYS_DIR / "master"
    if not file.exists():
        settings.KEYS_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(file, [_new_master()])
    return file


def _new_master() -> str:
    return f"k{secrets.token_hex(4)}:{base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()}"


def _write(file: Path, lines: list[str]) -> None:
    """All or nothing, and for the owner's eyes only."""
    new = file.with_suffix(f".{secrets.token_hex(4)}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write("\n".join(lines))
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)


class _Held(threading.local):
    """The store as this thread has it open, and which file that was: another one may take its place."""

    store: sqlite3.Connection | None = None
    file: tuple[Path, int] | None = None


_held = _Held()


@contextmanager
def _store() -> Iterator[sqlite3.Connection]:
    """The store of data keys, within a transaction. It stays open, because every sealed word asks for a key."""
    path = settings.KEYS_DIR / "keys.sqlite3"
    if _held.store is None or not path.exists() or _held.file != (path, path.stat().st_ino):
        if _held.store:
            _held.store.close()
        _held.store = _opened(path)
        _held.file = (path, path.stat().st_ino)
    with _held.store:
        yield _held.store


def _opened(path: Path) -> sqlite3.Connection:
    """No write-ahead log and zeros over what is deleted, so that a destroyed key is gone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    store = sqlite3.connect(path, timeout=20)
    store.execute("PRAGMA secure_delete=ON")
    store.execute("PRAGMA synchronous=FULL")
    store.execute(
        "CREATE TABLE IF NOT EXISTS data_key (owner TEXT, version INTEGER, master TEXT, wrapped BLOB,"
        " PRIMARY KEY (owner, version)) WITHOUT ROWID"
    )
    return store


def ensure(owner: str) -> DataKey:
    """The owner's current key, made now if there is none."""
    try:
        return key_of(owner)
    except Forgotten:
        _make(owner)
    return key_of(owner)


def _make(owner: str) -> None:
    """Two who make it at once make one."""
    with _store() as store:
        store.execute(
            "INSERT OR IGNORE INTO data_key SELECT ?, 1, ?, ? WHERE NOT EXISTS"
            " (SELECT 1 FROM data_key WHERE owner = ?)",
            (owner, *_wrapped(owner, secrets.token_bytes(32)), owner),
        )


def renew(owner: str) -> DataKey:
    """A new key for what is sealed from now on; the older ones still open what they closed."""
    version = key_of(owner).version + 1
    with _store() as store:
        store.execute(
            "INSERT INTO data_key VALUES (?, ?, ?, ?)",
            (owner, version, *_wrapped(owner, secrets.token_bytes(32))),
        )
    return key_of(owner)


def key_of(owner: str, version: int | None = None) -> DataKey:
    """The key of this version, or the newest. Raises Forgotten, and Unreadable where no master key opens it."""
    wanted = "" if version is None else "AND version = :version"
    with _store() as store:
        row = store.execute(
            f"SELECT version, master, wrapped FROM data_key WHERE owner = :owner {wanted}"  # noqa: S608  # a constant
            " ORDER BY version DESC LIMIT 1",
            {"owner": owner, "version": version},
        ).fetchone()
    if row is None:
        raise Forgotten(owner)
    return DataKey(row[0], _unwrapped(owner, row[1], row[2]))


def owners() -> list[str]:
    with _store() as store:
        return [owner for (owner,) in store.execute("SELECT DISTINCT owner FROM data_key ORDER BY owner")]


def destroy(owner: str) -> None:
    """No one can read again what was sealed for this owner. There is no way back."""
    with _store() as store:
        store.execute("DELETE FROM data_key WHERE owner = ?", (owner,))


def drop_older(owner: str) -> None:
    """Once nothing is sealed with them any more."""
    with _store() as store:
        store.execute(
            "DELETE FROM data_key WHERE owner = ? AND version < (SELECT max(version) FROM data_key WHERE owner = ?)",
            (owner, owner),
        )


def change_master() -> int:
    """A new master key; every data key is wrapped anew and the old master opens nothing any more.

    Returns how many data keys were wrapped. Stopped half-way, both masters stay and a second run ends it.
    With `CAIRN_MASTER_KEYS` the new key is the one put first there; it is only wrapped anew.
    """
    if not settings.MASTER_KEYS:
        file = _master_file()
        _write(file, [_new_master(), *file.read_text().split()])
    with _store() as store:
        rows = store.execute("SELECT owner, version, master, wrapped FROM data_key").fetchall()
        store.executemany(
            "UPDATE data_key SET master = ?, wrapped = ? WHERE owner = ? AND version = ?",
            [
                (*_wrapped(owner, _unwrapped(owner, master, wrapped)), owner, version)
                for owner, version, master, wrapped in rows
            ],
        )
    if not settings.MASTER_KEYS:
        _write(file, file.read_text().split()[:1])
    return len(rows)


def _wrapped(owner: str, key: bytes) -> tuple[str, bytes]:
    master = masters()[0]
    nonce = secrets.token_bytes(NONCE)
    return master.name, nonce + AESGCM(master.key).encrypt(nonce, key, owner.encode())


def _unwrapped(owner: str, master: str, wrapped: bytes) -> bytes:
    found = next((known.key for known in masters() if known.name == master), None)
    if found is None:
        raise Unreadable(f"master key {master} is not here")
    try:
        return AESGCM(found).decrypt(wrapped[:NONCE], wrapped[NONCE:], owner.encode())
    except InvalidTag as fault:
        raise Unreadable(f"the key of {owner}") from fault

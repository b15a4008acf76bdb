"""Tables as the migrations make them, kept as a file: making them takes longer than most stories do."""

import sqlite3
from hashlib import sha256
from pathlib import Path

from django.db import connection
from django.db.backends.signals import connection_created

ROOT = Path(__file__).parents[1]


def stamp():
    """Changes with every migration, and with every library that may bring some."""
    digest = sha256()
    for file in sorted([*ROOT.glob("src/cairn/*/migrations/*.py"), *ROOT.glob("locks/*.txt")]):
        digest.update(str(file.relative_to(ROOT)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


class Kept:
    """Fills the tests' database from the file when it is opened for the first time; the migrations then find all done."""

    def __init__(self, folder):
        self.file = folder / f"{stamp()}.sqlite3"
        connection_created.connect(self.fill)

    def fill(self, connection, **_kwargs):
        if connection.vendor != "sqlite" or not _is_for_tests(connection):
            return
        connection_created.disconnect(self.fill)
        if self.file.exists():
            with sqlite3.connect(self.file) as kept:
                kept.backup(connection.connection)

    def keep(self):
        """Called once the migrations ran. Written beside and moved, as other workers may read or do the same."""
        if connection.vendor != "sqlite" or self.file.exists():
            return
        for old in self.file.parent.glob("*.sqlite3"):
            old.unlink(missing_ok=True)
        beside = self.file.with_suffix(f".{id(self)}")
        with sqlite3.connect(beside) as kept:
            connection.connection.backup(kept)
        beside.replace(self.file)


def _is_for_tests(connection):
    return (
        connection.is_in_memory_db()
        or connection.settings_dict["NAME"] == connection.settings_dict["TEST"]["NAME"]
    )

"""Tables as the migrations make them, kept as a file: making them takes longer than most stories do."""

import os
import sqlite3
import subprocess
import sys
from fcntl import LOCK_EX, flock
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db.backends.signals import connection_created

ROOT = Path(__file__).parents[1]


def stamp():
    """Changes with every migration, with what puts triggers up after them, and with every library that may bring some."""
    digest = sha256()
    made = ("src/cairn/*/migrations/*.py", "src/cairn/evidence/watching/*.py", "locks/*.txt")
    for file in sorted(file for pattern in made for file in ROOT.glob(pattern)):
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
        # One worker makes it, the others wait.
        with (self.file.parent / "lock").open("w") as lock:
            flock(lock, LOCK_EX)
            if not self.file.exists():
                self._make()
        with sqlite3.connect(self.file) as kept:
            kept.backup(connection.connection)

    def _make(self):
        """In a process of its own, as in earnest: measured for coverage the migrations take three times as long."""
        for old in self.file.parent.glob("*.sqlite3"):
            old.unlink()
        with TemporaryDirectory(dir=self.file.parent) as folder:
            environment = {**os.environ, "CAIRN_DATA_DIR": folder}
            environment.pop("DATABASE_URL", None)
            migrating = [sys.executable, "-m", "cairn", "migrate", "--verbosity", "0"]
            subprocess.run(migrating, cwd=ROOT, env=environment, check=True)
            made = Path(folder) / "cairn.sqlite3"
            with sqlite3.connect(made) as tables:
                tables.execute("PRAGMA journal_mode=DELETE")
            made.replace(self.file)


def _is_for_tests(connection):
    return (
        connection.is_in_memory_db()
        or connection.settings_dict["NAME"] == connection.settings_dict["TEST"]["NAME"]
    )

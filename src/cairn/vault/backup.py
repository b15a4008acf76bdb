"""One file that holds everything but the keys, sealed for a key that is not on this machine (age, https://age-encryption.org/v1).

The keys that open sealed records are no part of it: an old copy of them would bring erased people back. They leave by
themselves, into a file of their own, of which only the newest copy is to be kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pyrage
from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

MANIFEST = "manifest.json"
DATABASE = "database"
FILES = "files"


class BackupFault(Exception):
    """What is wrong, in words for whoever runs the command."""


def new_key(file: Path) -> str:
    """Writes a new secret key, for its owner's eyes only, and returns the public one. Raises FileExistsError."""
    identity = pyrage.x25519.Identity.generate()
    file.touch(mode=0o600, exist_ok=False)
    file.write_text(f"{identity}\n", encoding="ascii")
    return str(identity.to_public())


def recipients_of(public: Sequence[str]) -> list[pyrage.x25519.Recipient]:
    """The keys that will open a backup. Raises BackupFault for none, and for what is none."""
    if not public:
        raise BackupFault(_("Say for which key: --to age1… or CAIRN_BACKUP_TO. Make one by --new-key FILE."))
    try:
        return [pyrage.x25519.Recipient.from_str(each.strip()) for each in public]
    except pyrage.RecipientError as fault:
        raise BackupFault(
            _("“%(key)s” is no public key; it begins with age1.") % {"key": ", ".join(public)}
        ) from fault


def make(target: Path, *, public: Sequence[str]) -> list[str]:
    """Everything but the keys, as it stands at one moment; the names of what is in it. People may go on working meanwhile.

    Raises BackupFault, and FileExistsError where there is such a file already.
    """
    recipients = recipients_of(public)
    with _workplace() as folder, _claimed(target):
        _copy_database(folder / DATABASE)
        for file in _files():
            kept = folder / FILES / file.relative_to(settings.DATA_DIR)
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, kept)
        return _seal(folder, target, recipients)


def make_of_keys(target: Path, *, public: Sequence[str]) -> list[str]:
    """The keys alone. Raises as `make` does."""
    recipients = recipients_of(public)
    with _workplace() as folder, _claimed(target):
        store = settings.KEYS_DIR / "keys.sqlite3"
        for file in sorted(settings.KEYS_DIR.glob("*")):
            if file == store:
                _copy_sqlite(store, folder / store.name)
            else:
                shutil.copyfile(file, folder / file.name)
        return _seal(folder, target, recipients)


def restore(source: Path, *, secret: Path, replace: bool = False) -> list[str]:
    """Brings back what `make` put away, after every part of it was compared with its sum; what is in it.

    What stood there is moved aside, not deleted, where `replace` says so. Raises BackupFault before anything is touched.
    """
    with _opened(source, secret) as (folder, parts):
        if DATABASE not in parts:
            raise BackupFault(_("This file holds keys, not data: bring it back by --keys."))
        _bring_database(folder / DATABASE, replace)
        _put(folder / FILES, settings.DATA_DIR)
    return parts


def restore_keys(source: Path, *, secret: Path, replace: bool = False) -> list[str]:
    """Brings the keys back. Raises as `restore` does."""
    with _opened(source, secret) as (folder, parts):
        if DATABASE in parts:
            raise BackupFault(_("This file holds data, not keys."))
        there = settings.KEYS_DIR / "keys.sqlite3"
        _aside(there, replace)
        for part in parts:
            _put_file(folder / part, settings.KEYS_DIR / part)
    return parts


@contextmanager
def _workplace() -> Iterator[Path]:
    """A folder that only the owner can look into, on the disk of the data; gone afterwards."""
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR, prefix="backup-") as folder:
        yield Path(folder)


@contextmanager
def _claimed(target: Path) -> Iterator[None]:
    """The file is ours alone from the start, and gone again where it could not be finished."""
    target.touch(mode=0o600, exist_ok=False)
    try:
        yield
    except BaseException:
        target.unlink()
        raise


def _files() -> list[Path]:
    """Everything beside the database: attached documents, the secret key of sessions. Not the keys, not what is being made,
    not snapshots: they can be made again, and would bring back what was erased."""
    database = settings.DATABASES["default"]["NAME"]
    return sorted(
        file
        for file in settings.DATA_DIR.rglob("*")
        if file.is_file()
        and settings.KEYS_DIR not in file.parents
        and not str(file).startswith(str(database))
        and not file.relative_to(settings.DATA_DIR).parts[0].startswith(("backup-", "snapshots"))
    )


def _copy_database(target: Path) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(target)) as copy:
            connection.connection.backup(copy)
    else:
        _postgresql("pg_dump", "--format=custom", f"--file={target}")


def _copy_sqlite(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as store, closing(sqlite3.connect(target)) as copy:
        store.backup(copy)


def _postgresql(program: str, *arguments: str) -> None:
    """The server's own tool, with the password in its environment and not on the command line."""
    found = shutil.which(program)
    if not found:
        raise BackupFault(
            _("%(program)s is not installed; it comes with PostgreSQL’s client.") % {"program": program}
        )
    place = connection.get_connection_params()
    names = {"PGHOST": "host", "PGPORT": "port", "PGUSER": "user", "PGPASSWORD": "password"}
    environment = {name: str(place[key]) for name, key in names.items() if place.get(key)}
    done = subprocess.run(  # noqa: S603  # our own arguments, no shell
        [found, f"--dbname={place['dbname']}", *arguments],
        env={"PATH": os.defpath} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BackupFault(done.stderr.strip() or program)


def _seal(folder: Path, target: Path, recipients: list[pyrage.x25519.Recipient]) -> list[str]:
    parts = sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())
    sums = {part: _sum(folder / part) for part in parts}
    said = {"made_at": timezone.now().isoformat(), "engine": connection.vendor, "sums": sums}
    (folder / MANIFEST).write_text(json.dumps(said, indent=2), encoding="utf-8")
    with tempfile.TemporaryFile(dir=settings.DATA_DIR) as plain, target.open("wb") as out:
        with tarfile.open(fileobj=plain, mode="w:gz", compresslevel=3) as archive:
            for part in (MANIFEST, *parts):
                archive.add(folder / part, arcname=part)
        plain.seek(0)
        pyrage.encrypt_io(plain, out, recipients)
    return parts


@contextmanager
def _opened(source: Path, secret: Path) -> Iterator[tuple[Path, list[str]]]:
    with _workplace() as folder:
        with tempfile.TemporaryFile(dir=settings.DATA_DIR) as plain:
            _decrypt(source, secret, plain)
            plain.seek(0)
            with tarfile.open(fileobj=plain, mode="r:gz") as archive:
                archive.extractall(folder, filter="data")
        yield folder, _checked(folder)


def _decrypt(source: Path, secret: Path, plain: object) -> None:
    try:
        identity = pyrage.x25519.Identity.from_str(secret.read_text(encoding="ascii").strip())
        with source.open("rb") as closed:
            pyrage.decrypt_io(closed, plain, [identity])
    except FileNotFoundError as fault:
        raise BackupFault(_("There is no file “%(file)s”.") % {"file": fault.filename}) from fault
    except (pyrage.IdentityError, pyrage.DecryptError, UnicodeDecodeError, OSError) as fault:
        raise BackupFault(
            _("This key does not open this file, or the file was damaged. Nothing was changed.")
        ) from fault


def _checked(folder: Path) -> list[str]:
    """The parts, each as it was when put away."""
    said = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    changed = [part for part, digest in said["sums"].items() if _sum(folder / part) != digest]
    if changed:
        raise BackupFault(_("Damaged: %(parts)s. Nothing was changed.") % {"parts": ", ".join(changed)})
    if DATABASE in said["sums"] and said["engine"] != connection.vendor:
        raise BackupFault(
            _("This backup is of a %(theirs)s database, and this house keeps its data in %(ours)s.")
            % {"theirs": said["engine"], "ours": connection.vendor}
        )
    return list(said["sums"])


def _sum(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _bring_database(source: Path, replace: bool) -> None:
    if connection.vendor != "sqlite":
        if not replace and connection.introspection.table_names():
            raise BackupFault(
                _("There is data in this database. Say --replace to put the backup in its place.")
            )
        connection.close()
        _postgresql("pg_restore", "--clean", "--if-exists", "--no-owner", str(source))
        return
    connection.close()
    there = Path(settings.DATABASES["default"]["NAME"])
    _aside(there, replace)
    _put_file(source, there)


def _aside(there: Path, replace: bool) -> None:
    """Moves what stands there out of the way, with its journals. Raises BackupFault where nobody said so."""
    if not there.exists():
        return
    if not replace:
        raise BackupFault(
            _("“%(file)s” is there already. Say --replace to move it aside and put the backup in its place.")
            % {"file": there.name}
        )
    stamp = timezone.now().strftime("%Y%m%d-%H%M%S")
    for name in (there.name, f"{there.name}-wal", f"{there.name}-shm"):
        file = there.with_name(name)
        if file.exists():
            file.rename(file.with_name(f"{name}.before-{stamp}"))


def _put(source: Path, target: Path) -> None:
    for file in sorted(each for each in source.rglob("*") if each.is_file()):
        _put_file(file, target / file.relative_to(source))


def _put_file(source: Path, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = target.with_name(f"{target.name}.new")
    shutil.copyfile(source, new)
    new.chmod(0o600)
    new.replace(target)

"""Put away, brought back; and who was erased stays unreadable in a backup that is older than the erasure."""

import json
import sqlite3
import stat
import tarfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pyrage
import pytest
from django.core.management import CommandError, call_command

from cairn.vault import backup, keystore
from cairn.vault.sealing import seal, unseal


@pytest.fixture
def place(settings, tmp_path, monkeypatch):
    """A house of its own: a database with one row, an attached document, keys."""
    settings.DATA_DIR = tmp_path / "data"
    settings.KEYS_DIR = settings.DATA_DIR / "keys"
    (settings.DATA_DIR / "documents").mkdir(parents=True)
    (settings.DATA_DIR / "documents" / "plan.txt").write_text("The plan.")
    file = settings.DATA_DIR / "cairn.sqlite3"
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", str(file))
    live = sqlite3.connect(file)
    live.execute("CREATE TABLE said (words TEXT)")
    live.execute("INSERT INTO said VALUES ('as it was')")
    live.commit()
    closed = SimpleNamespace(
        vendor="sqlite", connection=live, ensure_connection=lambda: None, close=live.close
    )
    monkeypatch.setattr(backup, "connection", closed)
    return SimpleNamespace(file=file, live=live, folder=tmp_path, said=lambda: _said(file))


def _said(file):
    there = sqlite3.connect(file)
    words = there.execute("SELECT words FROM said").fetchone()[0]
    there.close()
    return words


@pytest.fixture
def secret(tmp_path):
    return tmp_path / "secret"


@pytest.fixture
def public(secret):
    return [backup.new_key(secret)]


def test_everything_but_the_keys_comes_back(place, secret, public, settings):
    seal("words", owner="participant:1", place="x")
    put_away = place.folder / "monday.age"
    (settings.DATA_DIR / "snapshots").mkdir()
    (settings.DATA_DIR / "snapshots" / "people.parquet").write_text("Can be made again.")

    parts = backup.make(put_away, public=public)
    place.live.execute("UPDATE said SET words = 'changed since'")
    place.live.commit()
    (settings.DATA_DIR / "cairn.sqlite3-wal").touch()
    (settings.DATA_DIR / "documents" / "plan.txt").write_text("Spoilt.")
    backup.restore(put_away, secret=secret, replace=True)

    assert parts == ["database", "files/documents/plan.txt"]
    assert place.said() == "as it was"
    assert (settings.DATA_DIR / "documents" / "plan.txt").read_text() == "The plan."
    aside = [
        file for file in settings.DATA_DIR.glob("*.before-*") if file.name.startswith("cairn.sqlite3.before")
    ]
    assert _said(aside[0]) == "changed since"
    assert not list(settings.DATA_DIR.glob("backup-*"))
    assert stat.S_IMODE(put_away.stat().st_mode) == 0o600


def test_keys_leave_by_themselves_and_come_back(place, secret, public):
    closed = seal("words", owner="participant:1", place="x")
    put_away = place.folder / "keys.age"

    parts = backup.make_of_keys(put_away, public=public)
    keystore.destroy("participant:1")
    with pytest.raises(backup.BackupFault, match="--replace"):
        backup.restore_keys(put_away, secret=secret)
    backup.restore_keys(put_away, secret=secret, replace=True)

    assert parts == ["keys.sqlite3", "master"]
    assert unseal(closed, owner="participant:1", place="x") == "words"


def test_nothing_is_touched_where_something_stands_already(place, secret, public):
    put_away = place.folder / "monday.age"
    backup.make(put_away, public=public)

    with pytest.raises(backup.BackupFault, match="is there already"):
        backup.restore(put_away, secret=secret)
    with pytest.raises(FileExistsError):
        backup.make(put_away, public=public)

    assert place.said() == "as it was"


def test_only_its_key_opens_it(place, public, tmp_path):
    put_away = place.folder / "monday.age"
    backup.make(put_away, public=public)
    another = tmp_path / "another"
    backup.new_key(another)

    with pytest.raises(backup.BackupFault, match="does not open"):
        backup.restore(put_away, secret=another, replace=True)
    with pytest.raises(backup.BackupFault, match="no file"):
        backup.restore(put_away, secret=tmp_path / "nowhere", replace=True)


@pytest.mark.parametrize("public", [[], ["age1nonsense"]])
def test_without_a_key_nothing_is_put_away(place, public):
    with pytest.raises(backup.BackupFault):
        backup.make(place.folder / "monday.age", public=public)

    assert not (place.folder / "monday.age").exists()


def _sealed(place, public, parts, *, engine="sqlite", sums=None):
    """A backup made by hand."""
    sums = sums or {name: sha256(content).hexdigest() for name, content in parts.items()}
    manifest = json.dumps({"engine": engine, "sums": sums}).encode()
    plain = BytesIO()
    with tarfile.open(fileobj=plain, mode="w:gz") as archive:
        for name, content in {"manifest.json": manifest, **parts}.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, BytesIO(content))
    file = place.folder / "by-hand.age"
    file.write_bytes(pyrage.encrypt(plain.getvalue(), [pyrage.x25519.Recipient.from_str(public[0])]))
    return file


def test_what_was_damaged_is_not_brought_back(place, secret, public):
    damaged = _sealed(place, public, {"database": b"x"}, sums={"database": "0"})

    with pytest.raises(backup.BackupFault, match="Damaged: database"):
        backup.restore(damaged, secret=secret, replace=True)

    assert place.said() == "as it was"


def test_a_backup_of_another_kind_is_told(place, secret, public):
    theirs = _sealed(place, public, {"database": b"x"}, engine="postgresql")
    with pytest.raises(backup.BackupFault, match="of a postgresql database"):
        backup.restore(theirs, secret=secret, replace=True)

    keys = _sealed(place, public, {"master": b"x"})
    with pytest.raises(backup.BackupFault, match="holds keys"):
        backup.restore(keys, secret=secret, replace=True)

    data = _sealed(place, public, {"database": b"x"})
    with pytest.raises(backup.BackupFault, match="holds data"):
        backup.restore_keys(data, secret=secret, replace=True)


@pytest.fixture
def server(monkeypatch, settings, place):
    """PostgreSQL's own tools, taken down."""
    asked = []

    def run(command, *, env, **_):
        asked.append((Path(command[0]).name, command[1:], env))
        for argument in command:
            if argument.startswith("--file="):
                Path(argument.removeprefix("--file=")).write_bytes(b"dump")
        return SimpleNamespace(
            returncode=int("refused" in settings.DATABASES["default"]["NAME"]), stderr="no"
        )

    fake = SimpleNamespace(
        vendor="postgresql",
        get_connection_params=lambda: {"dbname": settings.DATABASES["default"]["NAME"], "password": "quiet"},
        close=lambda: None,
        introspection=SimpleNamespace(table_names=lambda: ["said"]),
    )
    monkeypatch.setattr(backup, "connection", fake)
    monkeypatch.setattr(backup.shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(backup.subprocess, "run", run)
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", "house")
    return asked


def test_a_server_is_asked_by_its_own_tools(place, server, secret, public):
    put_away = place.folder / "monday.age"

    backup.make(put_away, public=public)
    with pytest.raises(backup.BackupFault, match="There is data"):
        backup.restore(put_away, secret=secret)
    backup.restore(put_away, secret=secret, replace=True)

    (dump, asked, environment), (bring, again, _environment) = server
    assert (dump, bring) == ("pg_dump", "pg_restore")
    assert "--dbname=house" in asked
    assert "--dbname=house" in again
    assert "quiet" not in " ".join(asked)
    assert environment["PGPASSWORD"] == "quiet"


def test_what_the_server_says_is_passed_on(place, server, public, settings, monkeypatch):
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", "refused")
    with pytest.raises(backup.BackupFault, match="no"):
        backup.make(place.folder / "monday.age", public=public)

    monkeypatch.setattr(backup.shutil, "which", lambda _program: None)
    with pytest.raises(backup.BackupFault, match="pg_dump is not installed"):
        backup.make(place.folder / "tuesday.age", public=public)


def test_the_commands_say_what_they_did(place, secret, capsys, monkeypatch):
    call_command("backup", secret, new_key=True)
    public = capsys.readouterr().out.strip()
    monkeypatch.setenv("CAIRN_BACKUP_TO", public)
    put_away = place.folder / "monday.age"

    call_command("backup", put_away)
    call_command("backup", place.folder / "keys.age", keys=True, to=[public])
    with pytest.raises(CommandError, match="is there already"):
        call_command("backup", put_away)
    call_command("restore", put_away, secret=secret, replace=True)
    call_command("restore", place.folder / "keys.age", secret=secret, keys=True, replace=True)

    assert "2 parts" in capsys.readouterr().out
    with pytest.raises(CommandError, match="no public key"):
        call_command("backup", place.folder / "other.age", to=["age1x"])
    with pytest.raises(CommandError, match="no file"):
        call_command("restore", place.folder / "nowhere.age", secret=secret)


# What follows happens in processes of their own, with a database in a file or on a server, as it would in earnest.
BEGIN = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
from datetime import date
from tests.factories import Coordinator, SocialWorker, a_person, an_organisation
from tests.participants.factories import a_participant
from cairn.practices import actions as practices
house = an_organisation(); cora = a_person("Cora", house, Coordinator); sol = a_person("Sol", house, SocialWorker)
practice = practices.create(organisation=house, by=cora, title="Steady Steps")
for words in ("CANARY-GONE", "CANARY-STAYS"):
    a_participant(practice, cora, worker=sol, enrolled_on=date(2025, 3, 1), own_words=words)
"""
ERASE = """
from cairn.participants.ending import erasing
from cairn.participants.models import Participant
gone = next(one for one in Participant.objects.all() if one.own_words == "CANARY-GONE")
erasing.erase(participant=gone, by=None)
from django.core.management import CommandError, call_command
try:
    call_command("restore", "{old}", "--secret={secret}")
except CommandError as refused:
    print(refused)
"""
LOOK = """
from django.http import Http404
from cairn.participants.models import Participant
from cairn.participants.opening import opened
from cairn.people.models import Person
from cairn.vault.keystore import Forgotten
sol = Person.objects.get(name="Sol")
for one in Participant.objects.all():
    try:
        words = one.own_words
    except Forgotten:
        words = "nothing"
    try:
        opened(by=sol, pk=one.pk); door = "opens"
    except Http404:
        door = "is not there"
    print(words, door, "erased" if one.erased_on else "as before the erasure")
"""


def test_who_was_erased_stays_unreadable_in_an_older_backup(earnest, tmp_path):
    secret, old = tmp_path / "secret", tmp_path / "old.age"
    public = backup.new_key(secret)
    begun = earnest(script=BEGIN)
    assert begun.code == 0, begun.said
    made = earnest("backup", old, "--to", public)
    assert made.code == 0, made.said

    erased = earnest(script=ERASE.format(old=old, secret=secret))
    assert "--replace" in erased.said, erased.said
    brought = earnest("restore", old, "--secret", secret, "--replace")
    assert brought.code == 0, brought.said
    looked = earnest(script=LOOK)

    assert sorted(looked.said.splitlines()) == [
        "CANARY-STAYS opens as before the erasure",
        "nothing is not there as before the erasure",
    ]
    opened = pyrage.decrypt(old.read_bytes(), [pyrage.x25519.Identity.from_str(secret.read_text().strip())])
    with tarfile.open(fileobj=BytesIO(opened)) as archive:
        contents = b"".join(archive.extractfile(member).read() for member in archive)
    kept = b"".join(file.read_bytes() for file in (tmp_path / "data").rglob("*") if file.is_file())
    assert b"CANARY" not in contents + kept

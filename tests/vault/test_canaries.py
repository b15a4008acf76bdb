"""Fifty markers stand in everything sensitive; nothing outside the right pages shows one: no file, no log, no export, no backup."""

import gzip
import io
import json
import tarfile
import zipfile

import pyrage

from cairn.vault import backup

MARK = "CANARY-"


def marks_in(content):
    """How often a marker stands in these bytes, also where they are packed."""
    found = content.count(MARK.encode()) + content.count(MARK.encode("utf-16-le"))
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            found += sum(marks_in(packed.read(name)) for name in packed.namelist())
    if content[:2] == b"\x1f\x8b":
        found += marks_in(gzip.decompress(content))
    return found


def test_the_search_finds_what_is_there():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sheet.xml", "a CANARY-1 and CANARY-2")

    assert marks_in(packed.getvalue()) == 2
    assert marks_in(gzip.compress(b"CANARY-1")) == 1
    assert marks_in("CANARY-1".encode("utf-16-le")) == 1


def test_no_marker_is_found_where_it_should_not_be(earnest, tmp_path):
    out, secret, put_away = tmp_path / "out", tmp_path / "secret", tmp_path / "all.age"
    out.mkdir()
    made = earnest(script="from django.core.management import call_command as call\n"
                          "call('migrate', verbosity=0); call('demo', people=8, months=13)")  # fmt: skip
    assert made.code == 0, made.said

    planted = earnest(script="from tests.vault import canaries; canaries.plant()")
    assert planted.code == 0, planted.said
    told = json.loads(planted.said.splitlines()[-1])
    walked = earnest(script=f"from tests.vault import canaries; canaries.walk({str(out)!r}); canaries.see()")
    assert walked.code == 0, walked.said
    saved = earnest("backup", put_away, "--to", backup.new_key(secret))
    assert saved.code == 0, saved.said

    assert told["bare"] == []
    assert told["markers"] >= 50
    assert walked.said.splitlines()[-1] == "read"
    assert json.loads(walked.said.splitlines()[-2])["opened"] > 50
    opened = pyrage.decrypt(
        put_away.read_bytes(), [pyrage.x25519.Identity.from_str(secret.read_text().strip())]
    )
    with tarfile.open(fileobj=io.BytesIO(opened)) as archive:
        held = b"".join(archive.extractfile(member).read() for member in archive)
    files = [file for folder in (tmp_path / "data", out) for file in folder.rglob("*") if file.is_file()]
    found = {str(file): marks_in(file.read_bytes()) for file in files}
    said = {
        name: marks_in(each.said.encode())
        for name, each in (("made", made), ("planted", planted), ("walked", walked), ("saved", saved))
    }
    assert {
        name: number for name, number in (found | said | {"backup": marks_in(held)}).items() if number
    } == {}

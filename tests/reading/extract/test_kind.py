import io
import zipfile
from time import perf_counter

import pytest

from cairn.reading.extract.kind import MOST_BYTES, Kind, kind_of
from cairn.reading.lines import Unreadable


def zipped(*members: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


WORD = zipped(("word/document.xml", b"<a/>"))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"words", Kind.TEXT),
        ("a.md", b"words", Kind.TEXT),
        ("A.HTML", b"<p>words</p>", Kind.HTML),
        ("a.htm", "<html>".encode("utf-16"), Kind.HTML),
        ("a.docx", WORD, Kind.DOCX),
        ("a.pdf", b"%PDF-1.7", Kind.PDF),
        ("a.pdf", b"junk before\n%PDF-1.7", Kind.PDF),
        ("a.txt", b"a text about %PDF-1.7", Kind.TEXT),
        ("a.json", b' {"a": 1}', Kind.JSON),
    ],
)
def test_name_and_content_agree(name, data, kind):
    assert kind_of(name, data) is kind


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.exe", b"words", "Only .txt, .html, .docx, .pdf and .json files can be read."),
        ("a", b"words", "Only"),
        ("a.txt", b" \n", "The file is empty."),
        ("a.txt", b"x" * (MOST_BYTES + 1), "larger than 20 MB"),
        ("a.docx", b"%PDF-1.7", "says .docx but its content is: PDF"),
        ("a.pdf", WORD, "says .pdf but its content is: Word"),
        ("a.txt", b"<!DOCTYPE html><p>", "says .txt but its content is: HTML"),
        ("a.html", b"words", "says .html but its content is: text"),
        ("a.json", b"words", "says .json but its content is: text"),
        ("a.pdf", b"words", "says .pdf but its content is: text"),
        ("a.pdf", b"\x89PNG\r\n", "picture"),
        ("a.docx", b"\xd0\xcf\x11\xe0", "old Office file"),
        ("a.docx", zipped(("other.xml", b"")), "zip archive"),
        ("a.docx", b"PK\x03\x04 broken", "damaged"),
    ],
)
def test_what_may_not_be_read_is_said_in_one_sentence(name, data, says):
    with pytest.raises(Unreadable, match=says.replace("(", r"\(")) as refused:
        kind_of(name, data)

    assert str(refused.value).count(". ") == 0


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = zipped(("word/document.xml", b"\0" * 200 * 2**20))
    began = perf_counter()

    with pytest.raises(Unreadable, match="far more than a document needs"):
        kind_of("bomb.docx", bomb)

    assert perf_counter() - began < 2


def test_many_members_are_refused():
    with pytest.raises(Unreadable, match="far more"):
        kind_of("many.docx", zipped(*((f"{number}.xml", b"") for number in range(2_001))))


def test_one_swollen_member_is_refused():
    with pytest.raises(Unreadable, match="far more"):
        kind_of("a.docx", zipped(("word/document.xml", b"\0" * 4 * 2**20)))


def test_an_encrypted_archive_is_refused():
    locked = bytearray(WORD)
    entry = locked.rindex(b"PK\x01\x02")
    locked[entry + 8] |= 1

    with pytest.raises(Unreadable, match="without a password"):
        kind_of("a.docx", bytes(locked))

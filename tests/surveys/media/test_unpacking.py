"""What somebody brings at once."""

import zipfile
from types import SimpleNamespace

import pytest

from cairn.surveys.media import unpacking
from cairn.surveys.media.unfit import Unfit
from cairn.surveys.writing.workbook import as_xlsx
from tests.surveys.media.making import a_picture, a_zip
from tests.surveys.sheets import SHEETS

BOOK = as_xlsx(SHEETS, key="today", number=1)


def an_upload(name, data, size=None):
    return SimpleNamespace(name=name, size=size or len(data), read=lambda: data)


def unpacked(files, name="form.zip", **more):
    return unpacking.unpacked([an_upload(name, a_zip(files, **more))])


def test_folders_and_what_systems_add_are_left_out():
    found = unpacked(
        {
            "form/today.xlsx": BOOK,
            "form/media/a.png": b"a",
            "form/media/": b"",
            "__MACOSX/form/media/._a.png": b"x",
            "form/.DS_Store": b"x",
            "form/~$today.xlsx": b"x",
            "form/Thumbs.db": b"x",
        }
    )

    assert found == {"today.xlsx": BOOK, "a.png": b"a"}


def test_files_one_by_one_beside_a_zip():
    uploads = [
        an_upload("a.zip", a_zip({"a.png": b"a"})),
        an_upload("b.png", b"b"),
        an_upload("t.xlsx", BOOK),
    ]

    assert set(unpacking.unpacked(uploads)) == {"a.png", "b.png", "t.xlsx"}


def test_a_zip_in_a_zip_stays_closed():
    assert set(unpacked({"more.zip": a_zip({"a.png": b"a"})})) == {"more.zip"}


def test_the_same_twice_is_no_matter_and_two_of_a_name_are():
    assert unpacked({"one/a.png": b"a", "two/a.png": b"a"}) == {"a.png": b"a"}
    with pytest.raises(Unfit, match=r"“a\.png” is there twice"):
        unpacked({"one/a.png": b"a", "two/a.png": b"b"})


def test_the_workbook_comes_alone_or_in_a_zip():
    beside = an_upload("a.png", b"a")
    packed = an_upload("form.zip", a_zip({"form/today.xlsx": BOOK, "form/a.png": b"a"}))

    assert unpacking.brought(an_upload("words.txt", BOOK), [beside]) == (BOOK, {"a.png": b"a"})
    assert unpacking.brought(packed, []) == (BOOK, {"a.png": b"a"})


@pytest.mark.parametrize("files", [{"a.png": b"a"}, {"a.xlsx": BOOK, "b.xlsx": BOOK}])
def test_one_workbook_is_needed(files):
    with pytest.raises(Unfit, match="One workbook"):
        unpacking.brought(an_upload("form.zip", a_zip(files)), [])


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "media/../../a.png", "..\\..\\a.png"])
def test_names_that_lead_out_are_refused(name):
    with pytest.raises(Unfit, match="leads out of it"):
        unpacked({name: b"x"})


def test_bombs_are_refused_without_being_unpacked(monkeypatch):
    monkeypatch.setattr(zipfile.ZipFile, "read", None)
    with pytest.raises(Unfit, match="more than 30 MB"):
        unpacked({"a.png": bytes(2**20)})
    with pytest.raises(Unfit, match="more than 30 MB"):
        unpacked({f"{number}.png": b"x" for number in range(unpacking.MOST_FILES + 1)})
    with pytest.raises(Unfit, match="more than 30 MB"):
        unpacked({"a.png": bytes(16 * 2**20), "b.png": bytes(16 * 2**20)}, way=zipfile.ZIP_STORED)


def test_thirty_megabytes_are_refused_unread():
    with pytest.raises(Unfit, match="more than 30 MB"):
        unpacking.unpacked([SimpleNamespace(name="a.png", size=31 * 2**20, read=None)])


def test_rare_ways_of_packing_are_refused():
    with pytest.raises(Unfit, match="a password or is packed in a rare way"):
        unpacked({"a.png": a_picture()}, way=zipfile.ZIP_BZIP2)


def test_damage_is_told():
    packed = a_zip({"a.png": a_picture()}, way=zipfile.ZIP_STORED)
    broken = packed.replace(b"IHDR", b"XXXX")

    with pytest.raises(Unfit, match="damaged"):
        unpacking.unpacked([an_upload("a.zip", broken)])
    assert unpacking.unpacked([an_upload("a.zip", b"PK nothing")]) == {"a.zip": b"PK nothing"}

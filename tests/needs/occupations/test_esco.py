"""ESCO's file of occupations, read and judged row by row."""

import pytest

from cairn.needs.occupations import esco
from tests.needs.occupations.esco import TITLES, line, sheet


def test_each_row_is_an_occupation(tmp_path):
    rows, faults = esco.read(sheet(tmp_path))

    assert faults == []
    assert rows[0].name == "carpenter"
    assert rows[0].other_names == ("joiner", "timber framer")
    assert rows[0].group == "7115"
    assert rows[4].group == "0110"


def test_how_far_one_is_is_told(tmp_path):
    told = []

    esco.read(sheet(tmp_path), told.append)

    assert told == [1, 2, 3, 4, 5]


def test_every_fault_names_its_row_and_column(tmp_path):
    file = sheet(
        tmp_path,
        line(1, "7115", "carpenter"),
        line(2, "71", "roofer"),
        line(3, "7121", ""),
        line(1, "7115", "carpenter"),
        line(4, "7115", "x" * 301),
        line(5, "7115", "tiler").replace("http://", ""),
    )

    faults = esco.read(file).faults

    assert [(fault.row, fault.column) for fault in faults] == [
        (3, "iscoGroup"), (4, "preferredLabel"), (5, "conceptUri"), (6, "preferredLabel"), (7, "conceptUri"),
    ]  # fmt: skip
    assert "twice" in faults[2].words


def test_a_file_of_something_else_is_refused_with_what_is_missing(tmp_path):
    with pytest.raises(esco.Unreadable, match=r"iscoGroup.*occupations_xx\.csv"):
        esco.read(sheet(tmp_path, titles=TITLES.replace("iscoGroup", "skillType")))


@pytest.mark.parametrize(("content", "words"), [
    (b"", "missing"),
    (TITLES.encode() + b"\n", "no occupation"),
    (TITLES.encode() + b"\nx,\xff\xfe", "not UTF-8"),
    (TITLES.encode() + b'\nx,"y"z,', "not a CSV"),
])  # fmt: skip
def test_what_cannot_be_read_is_refused_in_words(tmp_path, content, words):
    file = tmp_path / "occupations_en.csv"
    file.write_bytes(content)

    with pytest.raises(esco.Unreadable, match=words):
        esco.read(file)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(esco.Unreadable, match="cannot be opened: No such file"):
        esco.read(tmp_path / "none.csv")


@pytest.mark.parametrize(("name", "language"), [("occupations_fr.csv", "fr"), ("skills_fr.csv", "")])
def test_the_name_tells_the_language(name, language):
    assert esco.language_in(name) == language

import pytest

from cairn.reading.extract.text import extract
from cairn.reading.lines import Unreadable


def texts(data: bytes) -> list[str]:
    return [line.text for line in extract(data).lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_common_encodings_are_read(encoding):
    assert texts("Łódź\n✓ été".encode(encoding)) == ["Łódź", "✓ été"]


def test_old_windows_text_is_read_with_a_note():
    document = extract("Un été".encode("cp1252"))

    assert document.lines[0].text == "Un été"
    assert "Windows-1252" in document.notes[0]


@pytest.mark.parametrize("data", [b"ab\x00\x01cd", b"\xff\xfe\x00\xd8", b"caf\x81\xe9"])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(Unreadable, match="cannot be decoded"):
        extract(data)


def test_a_wrapped_sentence_is_one_line_again():
    wrapped = (
        b"We asked everybody who came to us in the first year what they wanted to learn,\n"
        b"And then we asked again in the second year, when people knew us a little more,\n"
        b"Because Anna had said that nobody tells the truth to a stranger with a paper form\n"
        b"in hand.\n\nA new paragraph.\n"
    )

    assert len(texts(wrapped)) == 2


def test_a_line_that_goes_on_in_lower_case_belongs_to_the_one_before():
    assert texts("✓ Compost is made\nfrom scraps\n✓ Beds\nare mulched.\nnew".encode()) == [
        "✓ Compost is made from scraps",
        "✓ Beds are mulched.",
        "new",
    ]


def test_headings_rules_and_cells():
    lines = extract(b"# Garden\nfirst\n-----\n| Compost | yes |\nRain\tno\n").lines

    assert [(line.text, line.level, line.cells) for line in lines] == [
        ("Garden", 1, ()),
        ("first", None, ()),
        ("Compost yes", None, ("Compost", "yes")),
        ("Rain no", None, ("Rain", "no")),
    ]

import json

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.publications.portrait import to_text
from cairn.reading.actions import draft_file, read_bytes, read_file
from cairn.reading.lines import Unreadable
from tests.reading.test_portraits import portrait
from tests.reading.world import OWN, garden

WATER = b"Is water used sparingly?\nLeft out: no roof\nJa.\nTools: A: https://a.example\n\xe2\x9c\x93 Rain from the roof is stored in barrels\n\xe2\x9c\x97 Owls\n"


def test_the_shipped_framework_that_fits_best_is_used():
    assert read_file(OWN).framework == "good-practice-criteria"


def test_a_given_framework_is_used():
    assert read_bytes("a.txt", WATER, garden()).framework == "garden"


def test_our_own_export_needs_no_framework():
    assert read_bytes("a.json", to_text(portrait()).encode()).framework == "garden"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("none.txt", None, "cannot be opened"),
        ("a.html", b"<p></p>", "no text"),
        ("a.docx", b"%PDF-1.7", "PDF"),
    ],
)
def test_what_cannot_be_read_is_refused(name, data, says, tmp_path):
    if data:
        (tmp_path / name).write_bytes(data)

    with pytest.raises(Unreadable, match=says):
        read_file(tmp_path / name)


def test_drafting_from_a_file(tmp_path):
    assert draft_file(OWN, title="Own").title == "Own"
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(Unreadable, match="cannot be drafted from JSON"):
        draft_file(tmp_path / "a.json")


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["a.txt", "a.html", "a.pdf", "a.docx", "a.json"]),
    st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"PK\x05\x06", b"<html>", b"{", b"\xff\xfe"]),
    st.binary(max_size=400),
)
def test_any_bytes_raise_nothing_but_unreadable(name, start, data):
    said = outcome_of(name, start + data)

    assert said == "garden" or said.endswith(".")


def outcome_of(name: str, data: bytes) -> str:
    try:
        return read_bytes(name, data, garden()).framework
    except Unreadable as refused:
        return str(refused)


def test_the_command_prints_a_table_and_touches_no_database(tmp_path, capsys):
    """The tests have no database unless they ask for it; this one does not."""
    call_command("read", str(OWN), framework="good-practice-criteria@1")

    printed = capsys.readouterr().out
    assert "country: Belgium" in printed
    assert "✓ I1.1" in printed
    assert "Met: 22" in printed


def test_the_command_prints_json(capsys):
    call_command("read", str(OWN), json=True)

    assert json.loads(capsys.readouterr().out)["summary"]["met"] == 22


@pytest.mark.parametrize(
    ("arguments", "says"), [({}, "cannot be opened"), ({"framework": "none"}, "No framework none")]
)
def test_the_command_refuses_in_one_sentence(arguments, says, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("read", "nowhere.txt", **arguments)

    assert ended.value.code == 2
    assert says in capsys.readouterr().err

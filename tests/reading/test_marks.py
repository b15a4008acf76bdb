import pytest

from cairn.frameworks.enums import Standing
from cairn.reading.lines import Line
from cairn.reading.marks import legend_of, marked, sign_after, sign_before

LABELS = {"half way": Standing.PARTLY}


def read(*lines: Line | str) -> list[tuple[str, str | None]]:
    whole = tuple(Line(line) if isinstance(line, str) else line for line in lines)
    return [(one.text, one.mark and str(one.mark)) for one in marked(whole, LABELS)]


def row(*cells: str, table: int = 1) -> Line:
    return Line(" ".join(cells), cells=cells, table=table)


ALWAYS = {
    "met": "✓ ✔ ☑ ✅ [x] (x) [X] [✓] yes: oui: sí: ja: tak: نعم: yes\u0020-",
    "not_met": "✗ ✘ ❌ no: non: nein: nie: [no] (non)",
    "partly": "◐ ~ partly: partially: teilweise: częściowo: partiellement:",
    "not_applicable": "n/a: [n/a]",
}


@pytest.mark.parametrize(
    ("sign", "mark"),
    [
        (sign, mark)
        for mark, signs in ALWAYS.items()
        for sign in signs.replace("yes -", "").split() + (["yes -"] if mark == "met" else [])
    ],
)
def test_signs_before(sign, mark):
    assert read(f"{sign} Compost is made", "✓ Other") == [("Compost is made", mark), ("Other", "met")]


@pytest.mark.parametrize(
    ("sign", "mark"),
    [
        ("✓", "met"),
        ("[x]", "met"),
        ("(yes)", "met"),
        (": yes", "met"),
        ("– no", "not_met"),
        ("✗", "not_met"),
        ("—", "not_met"),
        ("| partly.", "partly"),
        ("(n/a)", "not_applicable"),
    ],
)
def test_signs_after(sign, mark):
    assert read(f"Compost is made {sign}", "Other ✓") == [("Compost is made", mark), ("Other", "met")]


@pytest.mark.parametrize("dash", "–−—")
def test_every_dash_beside_ticks_is_not_met(dash):
    assert read("✓ One", f"{dash} Two") == [("One", "met"), ("Two", "not_met")]


@pytest.mark.parametrize(
    "text", ["No one is left out", "Yes we can", "xylophones are played", "Partly cloudy", "See e.g. no"]
)
def test_words_of_a_sentence_are_no_marks(text):
    assert sign_before(text) is None
    assert sign_after(text) is None


@pytest.mark.parametrize("bullet", ["-", "–", "•", "*"])
def test_bullets_alone_are_unknown(bullet):
    assert read(f"{bullet} One", f"{bullet} Two") == [("One", None), ("Two", None)]


def test_the_side_is_decided_once():
    """The dashes before are bullets, for the ticks stand after."""
    assert read("– One ✓", "– Two ✗", "– Three") == [("One", "met"), ("Two", "not_met"), ("Three", None)]


def test_numbers_and_bullets_before_a_mark_are_left_out():
    assert read("1. ✓ One", "- [x] Two", "3) – Three") == [
        ("One", "met"),
        ("Two", "met"),
        ("Three", "not_met"),
    ]


def test_a_legend_explains_the_signs():
    assert read("x = not met; ☐ = met", "x One", "☐ Two") == [
        ("= not met; ☐ = met", "not_met"),
        ("One", "not_met"),
        ("Two", "met"),
    ]
    assert legend_of(Line("✓: met")) == {"✓": Standing.MET}
    assert legend_of(Line("The sign ✓ = met is what everybody in the room had agreed upon")) == {}
    assert legend_of(Line("✓ Yes: we do")) == {}
    assert legend_of(Line("no legend")) == {}


def test_cells_hold_marks_on_either_side_and_notes():
    assert read(row("✓", "Compost is made"), row("Rain is stored", "no"), row("Half way", "Rota")) == [
        ("Compost is made", "met"),
        ("Rain is stored", "not_met"),
        ("Rota", "partly"),
    ]
    (one, _other) = marked((row("S1.1", "Compost is made daily", "✓", "since May"), row("Rota", "✓")), {})
    assert (one.text, one.note) == ("Compost is made daily", "since May")


def test_two_marks_in_a_row_are_unknown():
    assert read(row("Compost is made", "✓", "no"), row("Rota", "✓", ""), row("✓", "–")) == [
        ("Compost is made", None),
        ("Rota", "met"),
        ("✓ –", None),
    ]


def test_rows_in_a_document_of_marks_in_the_text():
    assert read("✓ One", "✓ Two", row("✓ Three", "of the garden")) == [
        ("One", "met"),
        ("Two", "met"),
        ("Three of the garden", "met"),
    ]
    assert read("One ✓", "Two ✓", row("Three", "of the garden")) == [
        ("One", "met"),
        ("Two", "met"),
        ("Three of the garden", None),
    ]


def test_columns_say_what_a_sign_in_them_means():
    assert read(
        row("Item", "Met", "Not met"),
        row("Compost is made", "x", ""),
        row("Rain is stored", "", "x"),
        row("Rota", "x", "x"),
        row("Table", "", ""),
        row("Weeds", "because of rain", ""),
        row("", "x", ""),
        row("Other table", "x", table=2),
    ) == [
        ("Item Met Not met", None),
        ("Compost is made", "met"),
        ("Rain is stored", "not_met"),
        ("Rota", None),
        ("Table", None),
        ("Weeds", None),
        (" x ", None),
        ("Other table", None),
    ]


def test_an_unread_sign_is_never_a_no():
    assert read("x One", "x Two") == [("One", None), ("Two", None)]

"""What we export is read back to the same assessment."""

from datetime import date

import pytest

from cairn.frameworks.enums import Mode, NodeKind, Standing, TextStatus
from cairn.publications.portrait import (
    FrameworkPortrait,
    Labelled,
    MarkPortrait,
    NodePortrait,
    Portrait,
    PracticePortrait,
    Tally,
    Tool,
)
from cairn.reading.actions import read_bytes
from cairn.reading.assemble import assembled
from cairn.reading.shape import Reading
from cairn.reports.writers import docx, html, json
from tests.reading.world import document_in, garden

SIGNS = [Standing.MET, Standing.PARTLY, Standing.NOT_MET, Standing.NOT_APPLICABLE, Standing.UNKNOWN]
LABELS = dict(zip(SIGNS, ["Met", "Half way", "Not met", "Does not apply", ""], strict=True))


def portrait_of_garden() -> Portrait:
    """All that a document may hold: every mark, notes, other wording, tools, a question left out."""
    turn = iter(SIGNS * 9)

    def node(one) -> NodePortrait:
        mark = None
        if one.kind is NodeKind.ITEM:
            standing = next(turn)
            level = "" if standing is Standing.UNKNOWN else standing.value
            mark = MarkPortrait(
                standing, level, LABELS[standing], "Seen in May" if standing is Standing.MET else ""
            )
        is_question = one.kind is NodeKind.QUESTION
        return NodePortrait(
            one.id,
            one.kind,
            one.text,
            left_out="It never rains here" if one.id == "S2" else None,
            narrative="We dig little.\n\n- not deep\n- not often\n\nThat is **all**." if is_question else "",
            tools=(Tool("A calendar", "https://example.org/c"), Tool("A spade")) if one.id == "S1" else (),
            mark=mark,
            children=tuple(node(child) for child in one.children),
        )

    framework = garden()
    return Portrait(
        practice=PracticePortrait(
            "Garden Days",
            "Doors",
            summary="Two lines.\nHere.",
            starts_on=date(2021, 3, 1),
            country=Labelled("BE", "Belgium"),
        ),
        framework=FrameworkPortrait("garden", "1", "Garden Criteria", "us", "CC0", TextStatus.OWN),
        mode=Mode.SELF,
        language="en",
        assessed_on=None,
        tally=Tally(),
        nodes=tuple(node(one) for one in framework.nodes if one.kind is not NodeKind.GATE),
    )


def said(reading: Reading) -> dict[str, tuple]:
    """Everything that must survive, by id."""
    questions = {one.id: (one.text, one.tools, one.left_out) for one in reading.questions if one.text}
    return questions | {item.id: (item.text, str(item.mark), item.note) for item in reading.found}


@pytest.mark.parametrize("writer", [html, json])
def test_our_pages_and_our_json_come_back_exactly(writer):
    portrait = portrait_of_garden()
    exact = read_bytes("g.json", json.write(portrait))

    reading = read_bytes(f"g.{writer.EXTENSION}", writer.write(portrait))

    assert said(reading) == said(exact)
    assert [one.narrative for one in reading.questions] == [one.narrative for one in exact.questions]
    assert [item.level for item in reading.items] == [item.level for item in exact.items]
    assert (reading.practice.title, reading.practice.country) == ("Garden Days", "Belgium")
    assert (reading.practice.summary, reading.framework, reading.language) == (
        "Two lines.\nHere.",
        "garden",
        "en",
    )


def test_our_word_files_come_back():
    portrait = portrait_of_garden()
    exact = read_bytes("g.json", json.write(portrait))

    reading = assembled(document_in("g.docx", docx.write(portrait)), garden())

    assert said(reading) == said(exact)
    assert [one.narrative for one in reading.questions if one.text] == [
        one.narrative.replace("**", "") for one in exact.questions
    ]
    assert (reading.practice.title, reading.practice.country) == ("Garden Days", "Belgium")
    assert [line.text for line in reading.unmatched] == ["Nothing has been judged yet."]

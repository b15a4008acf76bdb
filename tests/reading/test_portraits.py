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
    to_text,
)
from cairn.reading.lines import Unreadable
from cairn.reading.portraits import reading_of


def portrait(**facts) -> Portrait:
    item = NodePortrait(
        "S2.1", NodeKind.ITEM, "Rain", mark=MarkPortrait(Standing.MET, "met", note="two", wording="Regen")
    )
    bare = NodePortrait("S2.2", NodeKind.ITEM, "Morning")
    question = NodePortrait(
        "S2",
        NodeKind.QUESTION,
        "Water?",
        left_out="no roof",
        narrative="Ja.",
        tools=(Tool("A"),),
        children=(item, bare),
    )
    return Portrait(
        practice=PracticePortrait(**{"title": "Garden Days", "organisation": "Doors"} | facts),
        framework=FrameworkPortrait("garden", "1", "Garden", "us", "CC0", TextStatus.OWN),
        mode=Mode.SELF,
        language="de",
        assessed_on=None,
        tally=Tally(),
        nodes=(question,),
    )


def test_our_own_json_is_read_exactly():
    reading = reading_of(to_text(portrait()).encode())

    assert (reading.framework, reading.version, reading.language) == ("garden", "1", "de")
    (question,) = reading.questions
    assert (question.text, question.narrative, question.left_out, question.tools) == (
        "Water?",
        "Ja.",
        "no roof",
        (Tool("A"),),
    )
    rain, morning = question.items
    assert (rain.mark, rain.level, rain.text, rain.note, rain.confidence) == (
        "met",
        "met",
        "Regen",
        "two",
        1.0,
    )
    assert (morning.mark, morning.text) == ("unknown", "Morning")


def test_the_facts_of_the_practice():
    full = portrait(country=Labelled("BE", "Belgium"), starts_on=date(2021, 3, 1), ends_on=date(2023, 2, 28))

    practice = reading_of(to_text(full).encode()).practice

    assert (practice.country, practice.period) == ("Belgium", "2021-03-01 – 2023-02-28")
    assert reading_of(to_text(portrait()).encode()).practice.period is None


@pytest.mark.parametrize(
    "data",
    [
        b"[1, 2]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        to_text(portrait()).replace("cairn-portrait-1", "other-1").encode(),
    ],
)
def test_other_json_is_refused(data):
    with pytest.raises(Unreadable, match="not an assessment exported by Cairn"):
        reading_of(data)

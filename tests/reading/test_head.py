from cairn.reading.head import practice_of
from cairn.reading.lines import Line
from cairn.reading.marks import Marked
from cairn.reading.shape import PracticeReading


def read(*lines: Line | str, framework: set[str] | None = None):
    whole = [Line(line) if isinstance(line, str) else line for line in lines]
    practice, left = practice_of([Marked(line, line.text) for line in whole], framework or set())
    return practice, [one.text for one in left]


def test_labels_with_their_values_on_the_line_below_it_or_in_a_cell():
    practice, left = read(
        Line("Garden Days", level=1),
        "Country: Belgium",
        "CONTACT DETAILS",
        "Anna",
        "anna@example.org",
        "Website: see https://example.org/garden now",
        Line("Funding The city", cells=("Funding", "The city"), table=1),
        Line("Weather Fine", cells=("Weather", "Fine"), table=1),
        Line("Project starts May", cells=("Project starts", "May"), table=1),
        "Objectives",
        "Grow.",
        "Share.",
    )

    assert practice == PracticeReading(
        title="Garden Days",
        country="Belgium",
        contact="Anna",
        website="https://example.org/garden",
        funding="The city",
        period="May",
        objectives="Grow.\n\nShare.",
    )
    assert left == ["anna@example.org", "Weather Fine"]


def test_the_first_loose_line_is_the_title_but_not_the_frameworks_name():
    assert read("Garden Criteria", "Garden Days", "more", framework={"Garden Criteria"}) == (
        PracticeReading(title="Garden Days"),
        ["more"],
    )
    assert read("word " * 40) == (PracticeReading(), ["word " * 40])


def test_a_period_from_its_two_ends():
    assert read("Title: G", "Starts: 2021", "Ends: 2022")[0].period == "2021 – 2022"
    assert read("Title: G", "Ends: 2022")[0].period == "2022"

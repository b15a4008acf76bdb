"""A paper as text: always the same bytes, and back again."""

from dataclasses import replace
from datetime import date

import pytest

from cairn.charts import Chart, Column, Dot, Mark, Series, Way
from cairn.progress import shape

PART = shape.Part(
    "people",
    "People",
    "Records.",
    date(2025, 7, 1),
    (shape.Figure("new", "New", "20", 20.0),),
    (shape.Table("sex", "By sex", ("Sex", "People"), (("woman", 14), ("All", 20), ("x", None), ("y", 1.5))),),
    told=(shape.Count("", date(2025, 6, 30), {"total": 20, "sex:woman": None}),),
)
PAPER = shape.Paper(
    "Half a year", "Steady Steps", "House", "", date(2025, 1, 1), date(2025, 6, 30), "en", date(2025, 7, 1),
    (shape.Section("people", "People", "Words.", (PART,)), shape.Section("next", "Next")),
)  # fmt: skip


def test_there_and_back():
    text = shape.to_text(PAPER)

    assert shape.from_text(text) == PAPER
    assert shape.to_text(shape.from_text(text)) == text
    assert len(shape.digest_of(text)) == 64


def test_charts_are_kept_as_values_and_a_paper_without_any_stays_the_same_bytes():
    day = date(2025, 3, 1)
    course = Chart("Course", "It goes.", [(0, "0")], 9, [Series([Dot(day, 3, "3", 1)])], [Way(day, 0, day, 9)], [Mark(day, 9, "Target")])  # fmt: skip
    columns = Chart("Columns", "They stand.", [], columns=[Column("3/25", None, "not known")])
    table = replace(PART.tables[0], charts=(course, columns), reading="So it is read.")
    text = shape.to_text(replace(PAPER, sections=(shape.Section("a", "A", parts=(replace(PART, tables=(table,)),)),)))  # fmt: skip

    back = shape.from_text(text)

    assert shape.to_text(back) == text
    assert back.parts[0].tables[0].charts[0].drawn(key="k") == course.drawn(key="k")
    assert '"charts"' not in shape.to_text(PAPER)
    assert '"reading"' not in shape.to_text(PAPER)


def test_parts_are_kept_as_plain_values():
    assert shape.from_kept(shape.to_kept([PART])) == (PART,)
    assert PAPER.parts == (PART,)


def test_a_figure_by_its_key():
    assert PART.figure("new").number == 20
    assert PART.figure("strange") is None


@pytest.mark.parametrize(
    ("cell", "words"),
    [(None, "–"), ("woman", "woman"), (1200, "1,200"), (12000.0, "12,000"), (11.9, "11.90")],
)
def test_cells_in_words(cell, words):
    assert shape.said(cell) == words

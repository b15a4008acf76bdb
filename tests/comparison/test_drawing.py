"""Drawings say in shapes and words what the tables say, in either reading direction."""

import re

import pytest
from lxml import etree

from cairn.common.drawing import PRINT
from cairn.comparison.drawing import Column, Point, Row, Strand, heatmap, strands

SVG = "{http://www.w3.org/2000/svg}"
STANDINGS = ("met", "partly", "not_met", "not_applicable", "unknown")


def a_heatmap(**more):
    columns = [
        Column(f"A.{order}", f"Item {order}", "A" if order < 3 else "B", order, 4, f"{order} of 4")
        for order in range(5)
    ]
    rows = [
        Row("First practice", "1 of 3 met", STANDINGS),
        Row("Second", "nothing judged yet", ["left_out"] * 5),
    ]
    said = {"key": "k", "title": "Who meets what", "desc": "Two practices."}
    return etree.fromstring(heatmap(columns, rows, **said, **more))


def boxes(drawing):
    return [float(box.get("x")) for box in drawing.iter(f"{SVG}rect")]


def test_every_standing_has_its_shape_and_what_was_left_out_has_none():
    paths = {path.get("class"): path.get("d") for path in a_heatmap().iter(f"{SVG}path")}

    assert {role: path.count("M") for role, path in paths.items()} == {
        "met": 1,
        "rim partly": 1,
        "partly": 1,
        "rim not_met": 1,
        "dash not_met": 1,
        "dot not_applicable": 1,
        "rim unknown": 1,
    }


def test_counts_stand_below_each_column():
    texts = [text.text for text in a_heatmap().iter(f"{SVG}text")]

    assert [text for text in texts if re.fullmatch(r"\d/4", text)] == ["0/4", "1/4", "2/4", "3/4", "4/4"]
    assert "\u2068First practice\u2069" in texts
    assert "1 of 3 met" in texts


def test_where_nothing_is_decided_the_bar_is_dashed_and_not_empty():
    columns = [
        Column("A.1", "Item", "A", 0, 0, "nothing judged yet"),
        Column("A.2", "Item", "A", 0, 3, "0 of 3 met"),
    ]
    drawing = etree.fromstring(heatmap(columns, [], key="k", title="t", desc="d"))

    tracks = [
        box.get("stroke-dasharray") for box in drawing.iter(f"{SVG}rect") if box.get("class") == "track"
    ]
    assert tracks == ["3 2.5", None]
    counts = [text.text for text in drawing.iter(f"{SVG}text")]
    assert "0/3" in counts
    assert "0/0" not in counts


def test_right_to_left_everything_is_mirrored():
    left, right = a_heatmap(), a_heatmap(rtl=True)
    wide = float(left.get("width"))

    assert [wide - x - 16 for x in boxes(left)] == pytest.approx(boxes(right))
    assert "\u20671 of 3 met\u2069" in [text.text for text in right.iter(f"{SVG}text")]


def test_for_documents_colours_are_written_out():
    drawing = a_heatmap(palette=PRINT)

    assert next(drawing.iter(f"{SVG}path")).get("fill") == PRINT.met
    assert drawing.find(f"{SVG}title").text == "Who meets what"
    assert drawing.find(f"{SVG}desc").text == "Two practices."


def test_nothing_to_draw_is_drawn_as_nothing():
    drawing = etree.fromstring(heatmap([], [], key="k", title="t", desc="d"))

    assert list(drawing.iter(f"{SVG}path")) == []


def some_strands(**more):
    points = [Point(0, 0, "Not decided", "May"), Point(1, 2, "1 of 2", "June"), Point(2, 2, "2 of 2", "July")]
    lines = [Strand("Criterion A", points)]
    return etree.fromstring(strands(lines, key="k", title="t", desc="d", **more))


def test_undecided_is_dashed_and_the_rest_as_high_as_its_share():
    drawing = some_strands()

    tracks = [box for box in drawing.iter(f"{SVG}rect") if box.get("class") == "track"]
    bars = [float(box.get("height")) for box in drawing.iter(f"{SVG}rect") if box.get("class") == "bar"]
    assert [bool(box.get("stroke-dasharray")) for box in tracks] == [True, False, False]
    assert bars == [32, 64]


def test_time_runs_as_one_reads():
    right = [x for x in boxes(some_strands()) if x]

    assert right == sorted(right)
    assert boxes(some_strands(rtl=True)) == sorted(boxes(some_strands(rtl=True)), reverse=True)

"""Charts: whole XML that is named, says its figures in words, is mirrored, and that documents take as well."""

from datetime import date

import pytest
import typst
from lxml import etree

from cairn.charts import Chart, Column, Dot, Item, Mark, Series, Way, columns, course, strip, wheel
from cairn.charts.frame import RIGHT_TO_LEFT
from cairn.common.drawing import PAGE, PRINT

SAID = {"key": "k", "title": "How it <goes>", "desc": "Two & three"}
SCALE = [(0, "0"), (50, "50"), (100, "100 %")]
JANUARY, JUNE = date(2025, 1, 1), date(2025, 6, 30)
ITEMS = [
    Item(standing, strength, f"{standing} <{strength}>")
    for strength in range(4)
    for standing in ("met", "partly", "not_met", "unknown")
]
DOTS = [Dot(JANUARY, 20, "20 in <January>", 10, 35), Dot(JUNE, 60, "60 in June")]


def a_course(palette=PAGE, rtl=False):
    return course(
        [Series([Dot(JANUARY, 90, "Answered")], beside=True), Series(DOTS, filled=True)],
        ways=[Way(JANUARY, 0, JUNE, 80)],
        marks=[Mark(JUNE, 80, "Target")],
        top=100,
        scale=SCALE,
        palette=palette,
        rtl=rtl,
        **SAID,
    )


def some_columns(palette=PAGE, rtl=False):
    told = [Column("Jan", 30, "30 of 40", 40), Column("Feb", None, "not known"), Column("Mar", 0, "nobody")]
    return columns(told, scale=SCALE, palette=palette, rtl=rtl, **SAID)


def a_strip(palette=PAGE, rtl=False):
    return strip([ITEMS, ITEMS], palette=palette, rtl=rtl, **SAID)


def a_wheel(palette=PAGE, rtl=False):
    return wheel([ITEMS, [], ITEMS], middle="25", under="of 31", palette=palette, rtl=rtl, **SAID)


DRAWN = [a_course, some_columns, a_strip, a_wheel]


@pytest.mark.parametrize("palette", [PAGE, PRINT], ids=["page", "print"])
@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("draw", DRAWN)
def test_every_chart_is_whole_xml_with_a_title_and_a_description(draw, palette, rtl):
    svg = etree.fromstring(draw(palette, rtl))

    assert (svg.get("role"), svg.get("aria-labelledby")) == ("img", "k-title k-desc")
    assert [child.text for child in svg[:2]] == ["How it <goes>", "Two & three"]
    assert "style" not in {key for node in svg.iter() for key in node.attrib}


@pytest.mark.parametrize("draw", DRAWN)
def test_right_to_left_is_another_drawing(draw):
    assert draw(rtl=True) != draw()


@pytest.mark.parametrize("draw", DRAWN)
def test_documents_take_it(draw, tmp_path):
    (tmp_path / "chart.svg").write_text(draw(PRINT))
    (tmp_path / "page.typ").write_text('#set document(title: "T")\n#image("chart.svg", alt: "A chart")')

    assert typst.compile(tmp_path / "page.typ", pdf_standards=["ua-1"]).startswith(b"%PDF")


class TestCourse:
    def test_time_runs_as_the_reader_reads(self):
        assert 'points="64,146 344,82"' in a_course()
        assert 'points="296,146 16,82"' in a_course(rtl=True)
        assert RIGHT_TO_LEFT in a_course(rtl=True)

    def test_every_value_is_said_when_one_points_at_it(self):
        drawn = a_course()
        assert "<title>20 in &lt;January&gt;</title>" in drawn
        assert "<title>Target</title>" in drawn
        assert ">01/01/2025<" in drawn
        assert ">06/30/2025<" in drawn

    def test_of_one_day_it_is_said_once(self):
        drawn = course([Series(DOTS[:1])], top=0, scale=[], **SAID)
        assert drawn.count("01/01/2025") == 1

    def test_without_anything_there_is_nothing(self):
        assert course([Series([], filled=True)], top=1, scale=[], **SAID) is None

    def test_nothing_is_filled_without_dots(self):
        assert "<polygon" not in course(
            [Series([], filled=True)], ways=[Way(JANUARY, 0, JUNE, 1)], top=1, scale=[], **SAID
        )


class TestColumns:
    def test_what_is_not_known_is_no_nothing(self):
        drawn = some_columns()
        assert drawn.count("<rect") == 2  # so many of so many
        assert drawn.count("stroke-dasharray") == 1  # its foot

    def test_labels_that_find_no_room_are_left_out(self):
        many = [Column(f"Month {place}", 1, "") for place in range(24)]
        assert columns(many, scale=[], **SAID).count("<text") == 6

    def test_without_any_there_is_nothing(self):
        assert columns([], scale=SCALE, **SAID) is None


class TestStrength:
    def test_an_item_is_as_many_stones_as_it_is_strong(self):
        assert a_strip().count("<ellipse") == 2 * (0 + 1 + 2 + 3) * 4
        assert "stroke-dasharray" not in strip([[Item("not_met", 0, "")]], **SAID)
        assert strip([[Item("unknown", 0, "")]], **SAID).count("stroke-dasharray") == 1
        assert strip([[Item("unknown", 2, "")]], **SAID).count("stroke-dasharray") == 2

    def test_long_rows_go_on_below(self):
        assert 'height="96"' not in strip([ITEMS[:3]], **SAID)
        assert float(etree.fromstring(a_strip()).get("height")) > float(
            etree.fromstring(strip([ITEMS[:3]], **SAID)).get("height")
        )

    def test_a_wheel_of_nothing_is_its_middle(self):
        assert "<path" not in wheel([], middle="0", under="of 0", **SAID)
        assert a_wheel().count("<path") == 2 * (16 + 12 + 3)  # also where nothing is strong, but decided


class TestChart:
    def test_columns_where_there_are_any_else_a_course(self):
        told = [Column("Jan", 30, "30 of 40", 40)]
        kept = Chart("How it <goes>", "Two & three", SCALE, columns=told)
        way = Chart("How it <goes>", "Two & three", SCALE, 100, [Series(DOTS)])

        assert kept.drawn(key="k") == columns(told, scale=SCALE, **SAID)
        assert way.drawn(key="k", rtl=True) == course([Series(DOTS)], top=100, scale=SCALE, rtl=True, **SAID)

    def test_nothing_to_draw_is_empty(self):
        nothing = Chart("", "", SCALE, series=[Series([])])

        assert nothing.empty
        assert nothing.drawn(key="k") is None
        assert not Chart("", "", [], marks=[Mark(JUNE, 80, "Target")]).empty

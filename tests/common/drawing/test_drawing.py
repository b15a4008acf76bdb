"""Drawings: shapes that differ, words that are read, XML that stands by itself."""

import re

import pytest
from lxml import etree

from cairn.common.drawing import PAGE, PRINT, Bar, Line, Stone, profile, ring, stones, wheel
from cairn.common.drawing.svg import number, short

STANDINGS = ("met", "partly", "not_met", "not_applicable", "unknown")
ALL = tuple(Stone(standing, f"{standing} <&> “item”") for standing in STANDINGS)
SAID = {"key": "k", "title": "How it <stands>", "desc": "Two & three"}


def drawn(palette, rtl):
    return {
        "stones": stones([Line((ALL, ALL), "Criterion A & B")], palette=palette, rtl=rtl, **SAID),
        "wheel": wheel([ALL, (), ALL], middle="81%", under="25 of 31", palette=palette, rtl=rtl, **SAID),
        "profile": profile(
            [Bar("Criterion", 0.8, "8 of 10"), Bar("Other", None, "Not decided"), Bar("None", 0, "0 of 3")],
            palette=palette,
            rtl=rtl,
            **SAID,
        ),
        "ring": ring(0.5, middle="50%", palette=palette, rtl=rtl, **SAID),
    }


@pytest.mark.parametrize("palette", [PAGE, PRINT])
@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("name", ["stones", "wheel", "profile", "ring"])
def test_every_drawing_is_whole_xml_with_a_title_and_a_description(palette, rtl, name):
    svg = etree.fromstring(drawn(palette, rtl)[name])

    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "k-title k-desc"
    assert svg[0].text == "How it <stands>"
    assert svg[1].text == "Two & three"
    assert "style" not in {key for node in svg.iter() for key in node.attrib}


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("name", ["stones", "wheel", "profile", "ring"])
def test_nothing_is_drawn_outside_of_the_picture(rtl, name):
    svg = etree.fromstring(drawn(PRINT, rtl)[name])
    wide = float(svg.get("width"))

    xs = [float(node.get("x") or node.get("cx")) for node in svg.iter() if node.get("x") or node.get("cx")]
    starts = [float(x) for node in svg.iter() for x in re.findall(r"M (-?[\d.]+)", node.get("d", ""))]

    assert all(0 <= x <= wide for x in xs + starts)


@pytest.mark.parametrize("picture", [stones, wheel])
def test_each_standing_has_a_shape_of_its_own_whatever_the_colours(picture):
    def shape(standing):
        one = (Stone(standing),)
        svg = stones([Line((one,))], **SAID) if picture is stones else wheel([one], middle="", **SAID)
        return re.sub(r'class="[^"]*"', "", svg)

    assert len({shape(standing) for standing in STANDINGS}) == len(STANDINGS)


def test_a_long_line_goes_on_in_the_next_row():
    short_path = etree.fromstring(stones([Line(((ALL[0],) * 5,))], wide=150, **SAID))
    long_group = etree.fromstring(stones([Line(((ALL[0],) * 12,))], wide=150, **SAID))
    two_groups = etree.fromstring(stones([Line(((ALL[0],) * 4, (ALL[0],) * 4))], wide=150, **SAID))

    assert float(long_group.get("height")) > float(short_path.get("height"))
    assert float(two_groups.get("height")) > float(short_path.get("height"))


def test_right_to_left_is_the_mirror_image():
    there = stones([Line((ALL,), "Label")], **SAID)
    back = stones([Line((ALL,), "Label")], rtl=True, **SAID)

    assert 'text-anchor="start"' in there
    assert 'text-anchor="end"' in back
    assert "M 417 " in back


def test_an_undecided_ring_is_dashed_and_has_no_arc():
    undecided = ring(None, middle="–", **SAID)

    assert 'stroke-dasharray="4 4"' in undecided
    assert 'class="arc"' not in undecided
    assert 'class="arc"' not in ring(0, middle="0%", **SAID)


def test_a_wheel_of_one_item_and_of_none_can_be_drawn():
    assert etree.fromstring(wheel([(ALL[0],)], middle="100%", **SAID)).tag.endswith("svg")
    assert etree.fromstring(wheel([], middle="not yet", **SAID)).tag.endswith("svg")


def test_words_are_cut_and_numbers_are_short():
    assert short("abcdef", 4) == "abc…"
    assert short("abc", 4) == "abc"
    assert number(2.0) == "2"
    assert number(2.505) == "2.5"
    assert number(0) == "0"

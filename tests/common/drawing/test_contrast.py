"""Colours that can be told apart, by WCAG 2.2: 4.5 to 1 for words, 3 to 1 for shapes. Browsers' tools cannot judge SVG."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from cairn.common.drawing import PRINT

CSS = (Path(__file__).resolve().parents[3] / "src/cairn/common/static/common/cairn.css").read_text()
WORDS = [
    ("ink", "paper"), ("ink", "card"), ("ink", "sunk"), ("soft", "paper"), ("soft", "card"), ("soft", "sunk"),
    ("accent", "paper"), ("accent", "card"), ("on-accent", "accent"), ("accent", "accent-soft"), ("ink", "accent-soft"),
    ("ink", "warm-soft"), ("ink", "bad-soft"), ("bad", "card"), ("bad", "paper"), ("soft", "accent-soft"),
]  # fmt: skip
SHAPES = [
    ("met", "card"), ("met", "paper"), ("partly", "card"), ("partly", "paper"), ("not-met", "card"), ("hollow", "card"),
    ("hollow", "paper"), ("edge", "card"), ("edge", "paper"), ("met", "sunk"), ("edge", "sunk"), ("warm", "paper"),
    ("warm", "card"), ("bad", "bad-soft"), ("accent", "sunk"),
]  # fmt: skip


def tokens(scheme):
    block = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[scheme]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


LIGHT = tokens(0)
DARK = LIGHT | tokens(1)


def luminance(colour):
    def linear(channel):
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), WORDS)
def test_words_can_be_read(scheme, front, back):
    assert contrast(scheme[front], scheme[back]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), SHAPES)
def test_shapes_can_be_seen(scheme, front, back):
    assert contrast(scheme[front], scheme[back]) >= 3


def test_documents_are_printed_in_the_colours_of_light_pages():
    names = {"paper": "card", "not_met": "not-met"}

    for field in fields(PRINT):
        if field.name != "font":
            assert getattr(PRINT, field.name) == LIGHT[names.get(field.name, field.name)]

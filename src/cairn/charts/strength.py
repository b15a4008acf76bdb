"""Items with a strength of 0 to 3: as small cairns in a row, and as a wheel whose wedges are as long as they are strong.

Filled is met, a coloured rim partly met, hollow not met, a dashed rim not decided. An item without strength is a foot
only, dashed where it is not decided, and a stub in the wheel. Each says
its standing in words when one points at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from django.utils.safestring import SafeString

from cairn.common.drawing.palette import PAGE, Palette
from cairn.common.drawing.svg import element, number, picture, titled, words

MOST = 3
ROLES = {"met": "met", "partly": "rim partly", "not_met": "rim not_met"}


@dataclass(frozen=True, slots=True)
class Item:
    standing: str
    """met, partly, not_met or anything else: not decided."""
    strength: int
    """0 to 3."""
    words: str
    """Shown when one points at it."""


def _painted(standing: str, palette: Palette) -> dict[str, str | float]:
    """What is not decided has a dashed rim."""
    role = ROLES.get(standing)
    return {**palette.paint(role)} if role else {**palette.paint("rim unknown"), "stroke-dasharray": "3 2.5"}


STONE, STEP, GROUP = (20.0, 10.0), 25.0, 12.0
ROW = MOST * (STONE[1] + 2) + 18


def strip(
    groups: Sequence[Sequence[Item]],
    *,
    key: str,
    title: str,
    desc: str,
    palette: Palette = PAGE,
    rtl: bool = False,
    wide: float = 440,
) -> SafeString:
    """Each item as stones upon one another, as many as it is strong; groups stay apart, and what is too long goes on below."""
    shapes: list[str] = []
    x, row = 1.0, 0
    for group in groups:
        for item in group:
            if x + STONE[0] > wide:
                x, row = 1.0, row + 1
            left = wide - x - STONE[0] if rtl else x
            shapes.append(_cairn(item, left, (row + 1) * ROW - 8, palette))
            x += STEP
        x += GROUP
    return picture(*shapes, size=(wide, (row + 1) * ROW), key=key, title=title, desc=desc)


def _cairn(item: Item, left: float, foot: float, palette: Palette) -> str:
    """The stones become smaller upwards."""
    ground: dict[str, str | float] = {
        "x1": left,
        "x2": left + STONE[0],
        "y1": foot + 3,
        "y2": foot + 3,
        "stroke-width": 1.5,
    }
    is_open = not item.strength and item.standing not in ROLES
    dashed: dict[str, str | float] = {"stroke-dasharray": "3 3"} if is_open else {}
    shapes = [titled(item.words), element("line", {**ground, **dashed, **palette.paint("arc-track")})]
    for level in range(min(item.strength, MOST)):
        narrow = level * 2.5
        box: dict[str, str | float] = {
            "cx": left + STONE[0] / 2 + (level % 2 - 0.5),
            "cy": foot - level * (STONE[1] + 1.5) - STONE[1] / 2 + 1,
            "rx": STONE[0] / 2 - narrow,
            "ry": STONE[1] / 2 - 0.5,
            "stroke-width": 1.6,
        }
        shapes.append(element("ellipse", {**box, **_painted(item.standing, palette)}))
    return element("g", {}, *shapes)


SIZE, OUTER, INNER = 240.0, 116.0, 48.0
STUB = 0.35
"""As long is a wedge without strength whose standing is known."""
BETWEEN = 0.6
"""Gap between groups, in wedges."""


def wheel(
    groups: Sequence[Sequence[Item]],
    *,
    middle: str,
    under: str,
    key: str,
    title: str,
    desc: str,
    palette: Palette = PAGE,
    rtl: bool = False,
) -> SafeString:
    """One wedge for each item on a faint full one; `middle` is said large in the middle, `under` small below it."""
    shapes = [
        _wedge(item, start, end, palette)
        for item, start, end in _turned([one for one in groups if one], rtl=rtl)
    ]
    centre = SIZE / 2
    shapes.append(words(middle, (centre, centre + 8), 26, "middle", palette.paint("label")))
    shapes.append(words(under, (centre, centre + 26), 12, "middle", palette.paint("soft")))
    return picture(*shapes, size=(SIZE, SIZE), key=key, title=title, desc=desc)


def _turned(groups: Sequence[Sequence[Item]], *, rtl: bool) -> Iterator[tuple[Item, float, float]]:
    """Each item with its angles, from the top; right-to-left turns the other way round."""
    turn = 2 * pi / (sum(map(len, groups)) + BETWEEN * len(groups) or 1) * (-1 if rtl else 1)
    passed = BETWEEN / 2
    for group in groups:
        for item in group:
            angles = sorted(turn * at - pi / 2 for at in (passed + 0.06, passed + 0.94))
            yield item, angles[0], angles[1]
            passed += 1
        passed += BETWEEN


def _wedge(item: Item, start: float, end: float, palette: Palette) -> str:
    whole: dict[str, str | float] = {
        "d": _sector(start, end, OUTER),
        "stroke-width": 0.7,
        **palette.paint("track"),
    }
    shapes = [titled(item.words), element("path", whole)]
    if item.strength or item.standing in ROLES:
        reach = INNER + (OUTER - INNER) * max(min(item.strength, MOST), STUB) / MOST
        drawn: dict[str, str | float] = {
            "d": _sector(start, end, reach),
            "stroke-width": 1.6,
            "stroke-linejoin": "round",
        }
        shapes.append(element("path", {**drawn, **_painted(item.standing, palette)}))
    return element("g", {}, *shapes)


def _sector(start: float, end: float, outer: float) -> str:
    def at(angle: float, radius: float) -> str:
        return f"{number(SIZE / 2 + radius * cos(angle))} {number(SIZE / 2 + radius * sin(angle))}"

    wide = int(end - start > pi)
    arc = f"A {number(outer)} {number(outer)} 0 {wide} 1 {at(end, outer)}"
    back = f"A {number(INNER)} {number(INNER)} 0 {wide} 0 {at(start, INNER)}"
    return f"M {at(start, INNER)} L {at(start, outer)} {arc} L {at(end, INNER)} {back} Z"

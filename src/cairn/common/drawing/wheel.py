"""The wheel: one wedge per item, a wider gap between questions, the share in the middle.

The shapes mean what they mean among stones: filled, filled halfway (from the middle outwards), hollow with a dash,
dashed, dot.
"""

from collections.abc import Sequence
from math import cos, pi, sin

from django.utils.safestring import SafeString

from cairn.common.drawing.palette import PAGE, Palette
from cairn.common.drawing.stones import Stone
from cairn.common.drawing.svg import element, number, picture, titled, words

SIZE = 240.0
OUTER, INNER = 114.0, 60.0
BETWEEN = 0.6
"""Gap between groups, in wedges."""
EDGE = 2.6
"""Half the gap between neighbours, in units, the same from the middle to the rim."""


def wheel(
    groups: Sequence[Sequence[Stone]],
    *,
    middle: str,
    under: str = "",
    key: str,
    title: str,
    desc: str,
    palette: Palette = PAGE,
    rtl: bool = False,
) -> SafeString:
    """`middle` is said large in the middle, `under` small below it. Right-to-left turns the other way round."""
    filled = [group for group in groups if group]
    turns = sum(len(group) for group in filled) + BETWEEN * len(filled)
    way = -1 if rtl else 1
    shapes: list[str] = []
    passed = BETWEEN / 2
    for group in filled:
        for stone in group:
            angles = [2 * pi * at / turns * way - pi / 2 for at in (passed, passed + 1)]
            shapes.append(_wedge(stone, min(angles), max(angles), palette))
            passed += 1
        passed += BETWEEN
    centre = SIZE / 2
    size = 38 if len(middle) < 5 else 28
    shapes.append(words(middle, (centre, centre + size * 0.32), size, "middle", palette.paint("label")))
    if under:
        shapes.append(words(under, (centre, centre + 32), 12.5, "middle", palette.paint("soft")))
    return picture(*shapes, size=(SIZE, SIZE), key=key, title=title, desc=desc)


def _point(angle: float, radius: float) -> str:
    return f"{number(SIZE / 2 + radius * cos(angle))} {number(SIZE / 2 + radius * sin(angle))}"


def _sector(start: float, end: float, inner: float, outer: float) -> str:
    """A piece of the ring, its sides parallel to its neighbours' sides."""
    near, far = min(EDGE / inner, (end - start) / 3), min(EDGE / outer, (end - start) / 3)
    wide = int(end - start - 2 * far > pi)
    return (
        f"M {_point(start + near, inner)} L {_point(start + far, outer)} "
        f"A {number(outer)} {number(outer)} 0 {wide} 1 {_point(end - far, outer)} L {_point(end - near, inner)} "
        f"A {number(inner)} {number(inner)} 0 {wide} 0 {_point(start + near, inner)} Z"
    )


def _wedge(stone: Stone, start: float, end: float, palette: Palette) -> str:
    thick: dict[str, str | float] = {"stroke-width": 1.8, "stroke-linejoin": "round"}
    whole = _sector(start, end, INNER, OUTER)
    turn, half = (start + end) / 2, (INNER + OUTER) / 2
    if stone.standing == "met":
        shapes = [element("path", {**thick, "d": whole, **palette.paint("met")})]
    elif stone.standing == "partly":
        shapes = [
            element("path", {**thick, "d": whole, **palette.paint("rim partly")}),
            element("path", {**thick, "d": _sector(start, end, INNER, half), **palette.paint("partly")}),
        ]
    elif stone.standing == "not_met":
        dash = f"M {_point(turn, half - 6)} L {_point(turn, half + 6)}"
        shapes = [
            element("path", {**thick, "d": whole, **palette.paint("rim not_met")}),
            element("path", {**thick, "d": dash, "stroke-linecap": "round", **palette.paint("dash not_met")}),
        ]
    elif stone.standing == "not_applicable":
        x, y = SIZE / 2 + half * cos(turn), SIZE / 2 + half * sin(turn)
        shapes = [element("circle", {"cx": x, "cy": y, "r": 3.5, **palette.paint("dot not_applicable")})]
    else:
        shapes = [
            element(
                "path", {**thick, "d": whole, "stroke-dasharray": "4 3.5", **palette.paint("rim unknown")}
            )
        ]
    return element("g", {}, titled(stone.words), *shapes)

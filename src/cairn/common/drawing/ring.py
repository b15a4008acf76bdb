"""The ring: one share, small enough for a list."""

from math import pi

from django.utils.safestring import SafeString

from cairn.common.drawing.palette import PAGE, Palette
from cairn.common.drawing.svg import element, number, picture, words

SIZE, RADIUS = 56.0, 23.0


def ring(
    share: float | None,
    *,
    middle: str,
    key: str,
    title: str,
    desc: str,
    palette: Palette = PAGE,
    rtl: bool = False,
) -> SafeString:
    """`share` is 0 to 1, None where nothing is decided: then the ring is dashed and `middle` says so."""
    centre, round_about = SIZE / 2, 2 * pi * RADIUS
    circle: dict[str, str | float] = {"cx": centre, "cy": centre, "r": RADIUS}
    track = {**circle, "stroke-width": 2, **palette.paint("arc-track")}
    shapes = [element("circle", {**track, "stroke-dasharray": "4 4"} if share is None else track)]
    if share:
        done = round_about * min(share, 1)
        turn = f"rotate(-90 {number(centre)} {number(centre)})"
        mirror = f"translate({number(SIZE)} 0) scale(-1 1) " if rtl else ""
        arc: dict[str, str | float] = {
            "stroke-width": 7,
            "stroke-dasharray": f"{number(done)} {number(round_about)}",
            "transform": mirror + turn,
        }
        shapes.append(element("circle", {**circle, **arc, **palette.paint("arc")}))
    shapes.append(words(middle, (centre, centre + 5), 14, "middle", palette.paint("label")))
    return picture(*shapes, size=(SIZE, SIZE), key=key, title=title, desc=desc)

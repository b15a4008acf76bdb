"""The profile: one bar per criterion, with its words above it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from cairn.common.drawing.palette import PAGE, Palette
from cairn.common.drawing.svg import element, picture, short, words

WIDE, HIGH, ROW = 440.0, 13.0, 48.0


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    share: float | None
    """0 to 1; None where nothing is decided, drawn as a dashed track."""
    words: str
    """The share as it is said, such as "12 of 14"."""


def profile(
    bars: Sequence[Bar], *, key: str, title: str, desc: str, palette: Palette = PAGE, rtl: bool = False
) -> SafeString:
    shapes: list[str] = []
    for row, bar in enumerate(bars):
        y = row * ROW
        near, far = (WIDE - 1, 1.0) if rtl else (1.0, WIDE - 1)
        start, end = ("end", "start") if rtl else ("start", "end")
        room = max(int(WIDE / 7.6) - len(bar.words) - 2, 8)
        shapes += [
            words(short(bar.label, room), (near, y + 15), 13.5, start, palette.paint("label")),
            words(bar.words, (far, y + 15), 13.5, end, palette.paint("soft")),
            *_bar(bar, y + 23, palette, rtl=rtl),
        ]
    return picture(*shapes, size=(WIDE, max(len(bars), 1) * ROW - 8), key=key, title=title, desc=desc)


def _bar(bar: Bar, y: float, palette: Palette, *, rtl: bool) -> list[str]:
    box: dict[str, str | float] = {"y": y, "height": HIGH, "rx": HIGH / 2}
    track = {**box, "x": 1, "width": WIDE - 2, "stroke-width": 1, **palette.paint("track")}
    if bar.share is None:
        return [element("rect", {**track, "stroke-dasharray": "5 4"})]
    long = (WIDE - 2) * min(max(bar.share, 0), 1)
    return [
        element("rect", track),
        element("rect", {**box, "x": WIDE - 1 - long if rtl else 1, "width": long, **palette.paint("bar")}),
    ]

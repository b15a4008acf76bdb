"""The heatmap: a row per practice, a column per item, columns grouped by criterion, a bar per item below.

All cells of one standing are one path, so that a thousand practices are a picture of some hundred KiB.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString

from cairn.common.drawing import PAGE, Palette
from cairn.common.drawing.svg import element, number, picture, short, titled, words
from cairn.comparison.drawing.bidi import named, spoken

WIDE, HIGH = 16, 12
"""Of one cell, in units of the drawing."""
ACROSS, DOWN, APART = 20, 17, 10
"""From column to column, from row to row, and further between criteria."""
NAMES, SHARES = 220, 150
"""Room for what stands before and after the cells of a row."""
BAR = 48
MIDDLE = HIGH // 2


@dataclass(frozen=True, slots=True)
class Column:
    id: str
    text: str
    group: str
    """The criterion; columns of one criterion stand together."""
    met: int
    decided: int
    words: str
    """Both counts as they are said."""


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    words: str
    """The row's share as it is said."""
    standings: Sequence[str]
    """One for each column; anything but a value of Standing leaves its place empty."""


def heatmap(
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    key: str,
    title: str,
    desc: str,
    palette: Palette = PAGE,
    rtl: bool = False,
) -> SafeString:
    places, after = _across(columns)
    wide = after + SHARES
    head = 26 + max((len(column.id) for column in columns), default=0) * 7
    high = head + len(rows) * DOWN + BAR + 60
    plan = _Plan(columns, places, wide, head, palette, rtl)
    shapes = [
        *plan.heads(),
        *plan.names(rows, after),
        *plan.cells(rows),
        *plan.bars(head + len(rows) * DOWN + 8),
    ]
    return picture(*shapes, size=(wide, high), key=key, title=title, desc=desc)


def _across(columns: Sequence[Column]) -> tuple[list[int], int]:
    """Where each column begins, and where the last one ends."""
    places: list[int] = []
    x = NAMES
    for _group, together in groupby(columns, key=lambda column: column.group):
        for _column in together:
            places.append(x)
            x += ACROSS
        x += APART
    return places, x


@dataclass(frozen=True, slots=True)
class _Plan:
    columns: Sequence[Column]
    places: Sequence[int]
    wide: int
    head: int
    palette: Palette
    rtl: bool

    def left(self, x: int, wide: int) -> int:
        """The left edge of something `wide`, mirrored where one reads from the right."""
        return self.wide - x - wide if self.rtl else x

    def text(self, said: str, x: int, y: float, size: float, role: str, *, end: bool = False) -> str:
        anchor = "end" if end != self.rtl else "start"
        return words(spoken(said, rtl=self.rtl), (self.left(x, 0), y), size, anchor, self.palette.paint(role))

    def upright(self, said: str, x: int, y: float, role: str) -> str:
        """Words read from below upwards, ending at `y`."""
        at = self.left(x, WIDE) + WIDE / 2 + 4
        turn = {"transform": f"rotate(-90 {number(at)} {number(y)})"}
        return words(said, (at, y), 11, "start", {**self.palette.paint(role), **turn})

    def heads(self) -> Iterable[str]:
        for label, pairs in groupby(
            zip(self.columns, self.places, strict=True), key=lambda pair: pair[0].group
        ):
            together = list(pairs)
            room = max(int(len(together) * ACROSS / 7), 2)
            yield self.text(named(short(label, room)), together[0][1], 14, 12, "label")
            for column, x in together:
                yield self.upright(column.id, x, self.head - 6, "soft")

    def names(self, rows: Sequence[Row], after: int) -> Iterable[str]:
        for down, row in enumerate(rows):
            y = self.head + down * DOWN + HIGH - 1.5
            yield self.text(named(short(row.label, 31)), NAMES - 10, y, 12, "label", end=True)
            yield self.text(row.words, after, y, 12, "soft")

    def cells(self, rows: Sequence[Row]) -> Iterable[str]:
        where: dict[str, list[str]] = defaultdict(list)
        lefts = [self.left(x, WIDE) for x in self.places]
        for down, row in enumerate(rows):
            y = self.head + down * DOWN
            for x, standing in zip(lefts, row.standings, strict=True):
                where[standing].append(f"{x} {y}")
        for standing, roles in SHAPES.items():
            for role, shape, more in roles:
                if where[standing]:
                    path = "".join(map(shape, where[standing]))
                    yield element(
                        "path", {"d": path, "stroke-width": 1.5, **more, **self.palette.paint(role)}
                    )

    def bars(self, y: int) -> Iterable[str]:
        for column, place in zip(self.columns, self.places, strict=True):
            x = self.left(place, WIDE)
            box: dict[str, str | float] = {"x": x, "width": WIDE}
            open_ended = {} if column.decided else {"stroke-dasharray": "3 2.5"}
            track = {**box, "y": y, "height": BAR, **open_ended, **self.palette.paint("track")}
            shapes = [element("rect", track)]
            if column.decided:
                long = BAR * column.met / column.decided
                filled = {**box, "y": y + BAR - long, "height": long}
                shapes.append(element("rect", {**filled, **self.palette.paint("bar")}))
            yield element("g", {}, titled(f"{column.text} {column.words}"), *shapes)
            said = f"{column.met}/{column.decided}" if column.decided else "–"
            yield self.upright(said, place, y + BAR + 6 + len(said) * 6.5, "soft")


Shape = Callable[[str], str]


def _whole(at: str) -> str:
    return f"M{at}h{WIDE}v{HIGH}h-{WIDE}z"


def _half(at: str) -> str:
    return f"M{at}m0 {MIDDLE}h{WIDE}v{MIDDLE}h-{WIDE}z"


def _dash(at: str) -> str:
    return f"M{at}m4 {MIDDLE}h{WIDE - 8}"


def _dot(at: str) -> str:
    return f"M{at}m6 {MIDDLE - 2}h4v4h-4z"


ROUND: dict[str, str | float] = {"stroke-linejoin": "round"}
SHAPES: dict[str, tuple[tuple[str, Shape, dict[str, str | float]], ...]] = {
    "met": (("met", _whole, ROUND),),
    "partly": (("rim partly", _whole, ROUND), ("partly", _half, ROUND)),
    "not_met": (("rim not_met", _whole, ROUND), ("dash not_met", _dash, {"stroke-linecap": "round"})),
    "not_applicable": (("dot not_applicable", _dot, {}),),
    "unknown": (("rim unknown", _whole, {"stroke-dasharray": "3 2.5"}),),
}
"""What stones look like, square: role, shape and further attributes of each path."""

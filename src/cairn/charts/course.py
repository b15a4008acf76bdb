"""A course through time: what was measured, the way that was meant, and how sure a value is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.safestring import SafeString

from cairn.charts.frame import BOTTOM, HIGH, UNDER, WIDE, Attributes, Frame, Place, points
from cairn.common.drawing.palette import PAGE, Palette
from cairn.common.drawing.svg import element, picture, titled


@dataclass(frozen=True, slots=True)
class Dot:
    """A value on a day; `words` are shown when one points at it. Between `low` and `high` the true value is likely."""

    day: date
    value: float
    words: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Dots on a full line; `beside` the main one hollow on a thin dashed line, `filled` down to nothing."""

    dots: Sequence[Dot]
    beside: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """What was meant, as a dashed line."""

    starts_on: date
    begin: float
    ends_on: date
    end: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A diamond."""

    day: date
    value: float
    words: str


@dataclass(frozen=True, slots=True)
class _Time:
    frame: Frame
    first: date
    last: date

    def at(self, day: date, value: float) -> Place:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.frame.x(share), self.frame.y(value)


def course(
    series: Sequence[Series],
    *,
    top: float,
    scale: Sequence[tuple[float, str]],
    key: str,
    title: str,
    desc: str,
    ways: Sequence[Way] = (),
    marks: Sequence[Mark] = (),
    palette: Palette = PAGE,
    rtl: bool = False,
) -> SafeString | None:
    """`top` is the largest value that fits, `scale` the values with a line across and how they are said. None without anything to
    draw."""
    days = [dot.day for one in series for dot in one.dots] + [mark.day for mark in marks]
    days += [day for way in ways for day in (way.starts_on, way.ends_on)]
    if not days:
        return None
    time = _Time(Frame(top or 1, palette, rtl), min(days), max(days))
    shapes = [shape for one in series if one.filled for shape in _filling(one, time)]
    shapes += [*time.frame.scale(scale), *_days(time)]
    for way in ways:
        ends = [time.at(way.starts_on, way.begin), time.at(way.ends_on, way.end)]
        shapes.append(time.frame.line(ends, "arc-track", 2, "6 5"))
    shapes += [_mark(mark, time) for mark in marks]
    for one in series:
        shapes += _drawn(one, time)
    return picture(*shapes, size=(WIDE, HIGH), key=key, title=title, desc=desc)


def _days(time: _Time) -> Iterator[str]:
    """The first and the last."""
    for day, anchor in ((time.first, "start"), (time.last, "end")):
        if day != time.first or anchor == "start":
            at = (time.at(day, 0)[0], UNDER)
            yield time.frame.said(date_format(day, "SHORT_DATE_FORMAT"), at, anchor)


def _filling(one: Series, time: _Time) -> Iterator[str]:
    if one.dots:
        upper = [time.at(dot.day, dot.value) for dot in one.dots]
        ends = [(upper[-1][0], BOTTOM), (upper[0][0], BOTTOM)]
        paint = time.frame.palette.paint("track")
        yield element("polygon", {"points": points([*upper, *ends]), "stroke-width": 0, **paint})


def _drawn(one: Series, time: _Time) -> Iterator[str]:
    places = [time.at(dot.day, dot.value) for dot in one.dots]
    yield time.frame.line(places, *(("arc-track", 1.5, "2 4") if one.beside else ("arc", 3)))
    for dot, place in zip(one.dots, places, strict=True):
        yield _dot(dot, place, time, beside=one.beside)


def _dot(dot: Dot, place: Place, time: _Time, *, beside: bool) -> str:
    shapes = [titled(dot.words)]
    if dot.low is not None and dot.high is not None:
        ends = [time.at(dot.day, end) for end in (dot.low, dot.high)]
        shapes.append(time.frame.line(ends, "arc-track", 3))
    paint = time.frame.palette.paint("rim unknown" if beside else "met")
    size: Attributes = {"r": 4, "stroke-width": 1.5} if beside else {"r": 5}
    shapes.append(element("circle", {"cx": place[0], "cy": place[1], **size, **paint}))
    return element("g", {}, *shapes)


def _mark(mark: Mark, time: _Time) -> str:
    x, y = time.at(mark.day, mark.value)
    corners = points([(x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y)])
    shape: Attributes = {"points": corners, "stroke-width": 2, **time.frame.palette.paint("rim unknown")}
    return element("g", {}, titled(mark.words), element("polygon", shape))

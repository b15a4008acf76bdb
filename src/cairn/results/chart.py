"""How an indicator goes: what was measured beside the line towards the target, as SVG. The table beside it says the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from cairn.common.drawing import PAGE
from cairn.common.drawing.svg import element, number, picture, titled, words
from cairn.results.reckoning import line_of, plain, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cairn.results.models import Indicator
    from cairn.results.reckoning import Point

WIDE, HIGH = 400.0, 220.0
INNER = (54.0, 16.0, 346.0, 172.0)
"""Where values are drawn: left, top, right and bottom. Room for words at either side, so that it can be mirrored."""
RIGHT_TO_LEFT, END = "\u2067", "\u2069"


@dataclass(frozen=True, slots=True)
class Frame:
    """From days and values to places. Time runs as the reader reads."""

    first: date
    last: date
    top: Decimal
    mirrored: bool

    def x(self, day: date) -> float:
        left, _top, right, _bottom = INNER
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return right - share * (right - left) if self.mirrored else left + share * (right - left)

    def y(self, value: Decimal) -> float:
        _left, top, _right, bottom = INNER
        return bottom - float(value / self.top) * (bottom - top)

    def at(self, day: date, value: Decimal) -> tuple[float, float]:
        return self.x(day), self.y(value)

    def said(self, text: str, at: tuple[float, float], anchor: str) -> str:
        """Words at a place; "start" is where the reader begins."""
        if self.mirrored:
            anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
            text = f"{RIGHT_TO_LEFT}{text}{END}"
        return words(text, at, 14, anchor, PAGE.paint("soft"))


def course(indicator: Indicator, points: Sequence[Point]) -> SafeString | None:
    """The drawing; None where nothing is measured and no target is set."""
    lines = [line_of(indicator, target) for target in indicator.targets.all()]
    known = [(one.measurement.ends_on, one.actual.value) for one in points if one.actual.value is not None]
    days = [day for line in lines for day in (line.starts_on, line.due_on)] + [day for day, _value in known]
    if not days:
        return None
    values = [line.end for line in lines] + [line.begin for line in lines if line.begin]
    top = max([*values, *(value for _day, value in known), Decimal(1)])
    frame = Frame(min(days), max(days), top, get_language_bidi())
    shapes = _scale(indicator, frame)
    for line in lines:
        if line.begin is not None and not line.at_once:
            ends = [frame.at(line.starts_on, line.begin), frame.at(line.due_on, line.end)]
            shapes.append(_path(ends, "arc-track", 2, dash="6 5"))
        shapes.append(_mark(frame.at(line.due_on, line.end), _("Target: %(value)s") % {"value": said(indicator, line.end)}))  # fmt: skip
    shapes.append(_path([frame.at(day, value) for day, value in known], "arc", 3))
    shapes += [_dot(frame, indicator, day, value) for day, value in known]
    return picture(
        *shapes,
        size=(WIDE, HIGH),
        key=f"course-{indicator.pk}",
        title=_("How it goes: %(indicator)s") % {"indicator": indicator},
        desc=_(
            "Measured values as dots on a full line, the way to the target as a dashed line, targets as diamonds. The table below says the same."
        ),
    )


def _scale(indicator: Indicator, frame: Frame) -> list[str]:
    """Three lines across with their values, and the first and last day."""
    left, _top, right, bottom = INNER
    beside = right + 8 if frame.mirrored else left - 8
    shapes = []
    for value in (Decimal(0), frame.top / 2, frame.top):
        y = frame.y(value)
        shapes.append(_path([(left, y), (right, y)], "arc-track", 0.5))
        if indicator.measure != "yes_no" or value in {0, frame.top}:
            label = said(indicator, value) if indicator.measure == "yes_no" else plain(value.quantize(Decimal("0.1")))  # fmt: skip
            shapes.append(frame.said(label, (beside, y + 4), "end"))
    for day, anchor in ((frame.first, "start"), (frame.last, "end")):
        if day != frame.first or anchor == "start":
            words_ = date_format(day, "SHORT_DATE_FORMAT")
            shapes.append(frame.said(words_, (frame.x(day), bottom + 26), anchor))
    return shapes


def _path(places: Sequence[tuple[float, float]], role: str, width: float, dash: str = "") -> str:
    joined = " ".join(f"{number(x)},{number(y)}" for x, y in places)
    drawn: dict[str, str | float] = {"points": joined, "stroke-width": width, **PAGE.paint(role)}
    return element("polyline", drawn | ({"stroke-dasharray": dash} if dash else {}))


def _dot(frame: Frame, indicator: Indicator, day: date, value: Decimal) -> str:
    x, y = frame.at(day, value)
    said_ = f"{date_format(day, 'SHORT_DATE_FORMAT')}: {said(indicator, value)}"
    return element("g", {}, titled(said_), element("circle", {"cx": x, "cy": y, "r": 5, **PAGE.paint("met")}))


def _mark(at: tuple[float, float], text: str) -> str:
    x, y = at
    corners = " ".join(
        f"{number(a)},{number(b)}" for a, b in ((x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y))
    )
    shape: dict[str, str | float] = {"points": corners, "stroke-width": 2, **PAGE.paint("rim unknown")}
    return element("g", {}, titled(text), element("polygon", shape))

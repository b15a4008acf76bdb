"""Answers as pages show them: shares in words, and drawings with the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from cairn.common.drawing import Bar, profile
from cairn.common.drawing.palette import PAGE
from cairn.common.drawing.svg import element, number, picture, titled, words
from cairn.listening.facts.answers import Asked
from cairn.listening.facts.wilson import ENOUGH, interval

if TYPE_CHECKING:
    from cairn.listening.facts.answers import Period
    from cairn.participants.counting import Share


def share_said(share: Share) -> str:
    """“3 of 7”; from ten answers on with per cent and between what the true share may lie."""
    if not share.whole:
        return _("Not yet recorded")
    counted = _("%(part)s of %(whole)s") % {"part": share.part, "whole": share.whole}
    likely = interval(share)
    if likely is None:
        return counted
    return _("%(counted)s (%(share)s %%, likely between %(low)s and %(high)s %%)") % {
        "counted": counted,
        "share": _cent(share.part / share.whole),
        "low": _cent(likely.low),
        "high": _cent(likely.high),
    }


def response_said(share: Share) -> str:
    """How many of those who could answer did; per cent from ten on. No interval: they are all who could."""
    if not share.whole:
        return _("Not yet recorded")
    counted = _("%(part)s of %(whole)s") % {"part": share.part, "whole": share.whole}
    return counted if share.whole < ENOUGH else f"{counted} ({_cent(share.part / share.whole)} %)"


def _cent(value: float) -> int:
    return round(100 * value)


@dataclass(frozen=True, slots=True)
class Shown:
    """One question with its drawing and its table."""

    asked: Asked
    rows: tuple[tuple[str, str], ...]
    """Each choice and how many chose it, in words."""
    favourable: str
    drawing: SafeString | None


def shown(asked: Asked) -> Shown:
    rows = tuple((said.label, _count(said.count, asked.answered)) for said in asked.said)
    bars = [
        Bar(said.label, said.count / asked.answered if asked.answered else None, words)
        for said, (_label, words) in zip(asked.said, rows, strict=True)
    ]
    drawing = (
        profile(
            bars,
            key=f"q-{asked.name}",
            title=asked.label,
            desc=_("One bar for each answer; the table below says the same."),
            rtl=get_language_bidi(),
        )
        if bars
        else None
    )
    return Shown(asked, rows, share_said(asked.favourable) if asked.favourable else "", drawing)


def _count(count: int, answered: int) -> str:
    said = _("%(part)s of %(whole)s") % {"part": count, "whole": answered}
    return said if answered < ENOUGH else f"{said} ({_cent(count / answered)} %)"


def period_said(period: Period) -> str:
    return half_year(period.starts_on) if period.half_year else date_format(period.starts_on, "F Y")


def half_year(day: date) -> str:
    first = _("first half of %(year)s") % {"year": day.year}
    return first if day.month == 1 else _("second half of %(year)s") % {"year": day.year}


HIGH, STEP, LEFT, TOP = 150.0, 64.0, 34.0, 12.0
"""Of the drawing, in its units: how high the scale is, from period to period, room for the scale and above it."""


def trend_drawn(periods: Sequence[Period]) -> SafeString:
    """Favourable shares from period to period: a dot each, and a line between what is likely where ten or more answered."""
    wide = LEFT + STEP * max(len(periods), 2)
    shapes = [_scale(mark, wide) for mark in (0, 50, 100)]
    places = [LEFT + STEP * (place + 0.5) for place in range(len(periods))]
    if get_language_bidi():
        places = [wide + LEFT - x for x in places]
    path = " ".join(
        f"{'L' if place else 'M'} {number(x)} {number(_y(period.share))}"
        for place, (x, period) in enumerate(zip(places, periods, strict=True))
    )
    shapes.append(element("path", {"d": path, "stroke-width": 2, **PAGE.paint("arc")}))
    shapes += [_dot(x, period) for x, period in zip(places, periods, strict=True)]
    return picture(
        *shapes,
        size=(wide, TOP + HIGH + 12),
        key="trend",
        title=_("How it was, through time"),
        desc=_("The share of favourable answers in each period; the table below says the same."),
    )


def _scale(mark: int, wide: float) -> str:
    y = TOP + HIGH * (1 - mark / 100)
    line: dict[str, str | float] = {"x1": LEFT, "x2": wide, "y1": y, "y2": y, "stroke-width": 1}
    return element("line", {**line, **PAGE.paint("arc-track")}) + words(
        str(mark), (LEFT - 6, y + 4), 11, "end", PAGE.paint("soft")
    )


def _y(share: Share) -> float:
    return TOP + HIGH * (1 - share.part / share.whole)


def _dot(x: float, period: Period) -> str:
    likely = interval(period.share)
    shapes = [titled(f"{period_said(period)}: {share_said(period.share)}")]
    if likely:
        high, low = (TOP + HIGH * (1 - end) for end in (likely.high, likely.low))
        line: dict[str, str | float] = {"x1": x, "x2": x, "y1": high, "y2": low, "stroke-width": 2}
        shapes.append(element("line", {**line, **PAGE.paint("arc-track")}))
    shapes.append(element("circle", {"cx": x, "cy": _y(period.share), "r": 5, **PAGE.paint("met")}))
    return element("g", {}, *shapes)

"""Answers as pages show them: shares in words, and drawings with the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from cairn.charts import Chart, Dot, Series
from cairn.common.drawing import Bar, profile
from cairn.common.languages import language_name
from cairn.listening.facts.answers import Asked
from cairn.listening.facts.wilson import ENOUGH, interval
from cairn.voices.spoken import kin

if TYPE_CHECKING:
    from cairn.listening.facts.answers import Period
    from cairn.participants.counting import Share
    from cairn.voices.models import Remark


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


def cells_of(period: Period) -> tuple[str, str, str]:
    """A line of the table beside the chart of `trend_chart`."""
    return period_said(period), share_said(period.share), response_said(period.response)


def response_said(share: Share) -> str:
    """How many of those who could answer did; per cent from ten on. No interval: they are all who could."""
    if not share.whole:
        return _("Not yet recorded")
    counted = _("%(part)s of %(whole)s") % {"part": share.part, "whole": share.whole}
    return counted if share.whole < ENOUGH else f"{counted} ({_cent(share.part / share.whole)} %)"


@dataclass(frozen=True, slots=True)
class Heard:
    """Free words, with the language in which they are written as far as it is clear."""

    key: UUID
    words: str
    language: str
    """For the browser: of the words, else of the form."""
    said: str


def heard(remark: Remark, told: str) -> Heard:
    """`told` as listening.facts.remarks.written has it."""
    form = language_name(remark.language)
    if not told:
        said = _("The form was in %(form)s; in which language this is written is not clear.") % {"form": form}
    elif kin(told) == kin(remark.language):
        said = _("Written in %(language)s, as the form") % {"language": language_name(told)}
    else:
        said = _("Written in %(language)s; the form was in %(form)s") % {
            "language": language_name(told),
            "form": form,
        }
    return Heard(remark.pk, str(remark.text), told or remark.language, said)


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


def trend_chart(periods: Sequence[Period]) -> Chart:
    """Favourable shares from period to period, with what is likely where ten or more answered, and hollow how many answered."""
    return Chart(
        series=[
            Series([_response(period) for period in periods if period.response.whole], beside=True),
            Series([_dot(period) for period in periods]),
        ],
        top=100,
        scale=[(mark, f"{mark} %") for mark in (0, 50, 100)],
        title=_("How it was, through time"),
        desc=_(
            "The share of favourable answers in each period, with the range in which it is likely to be, and hollow the share of people who answered; the table below says the same."
        ),
    )


def _dot(period: Period) -> Dot:
    words = f"{period_said(period)}: {share_said(period.share)}"
    likely = interval(period.share)
    ends = (100 * likely.low, 100 * likely.high) if likely else (None, None)
    return Dot(period.starts_on, 100 * period.share.part / period.share.whole, words, *ends)


def _response(period: Period) -> Dot:
    told = _("%(period)s: answered by %(share)s") % {
        "period": period_said(period),
        "share": response_said(period.response),
    }
    return Dot(period.starts_on, min(100, 100 * period.response.part / period.response.whole), told)

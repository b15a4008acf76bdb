"""How often people came, month by month: as a chart, and in the words of the table beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cairn.charts import Chart, Column
from cairn.participants.counting import is_small

if TYPE_CHECKING:
    from cairn.participants.counting import Share


@dataclass(frozen=True, slots=True)
class Month:
    """A figure is None where it is not known or not told."""

    first: date
    known: bool
    came: int | None
    noted: int | None

    @property
    def title(self) -> str:
        return date_format(self.first, "F Y")

    def said(self, figure: int | None) -> str:
        if not self.known:
            return _("not noted")
        return _("not shown") if figure is None else str(figure)


def months_told(months: Sequence[tuple[date, Share]], *, openly: bool) -> list[Month]:
    """Neither how few came nor how few did not, unless `openly`; nor what the sum of all months would give away."""
    told = [_told(first, share, openly=openly) for first, share in months]
    return told if openly else _unsummed(_unsummed(told, "came"), "noted")


def _told(first: date, share: Share, *, openly: bool) -> Month:
    if not share.whole:
        return Month(first, known=False, came=None, noted=None)
    came, noted = share.part, share.whole
    if openly:
        return Month(first, known=True, came=came, noted=noted)
    few = is_small(noted) or is_small(noted - came)
    return Month(first, known=True, came=None if is_small(came) else came, noted=None if few else noted)


def _unsummed(months: Sequence[Month], figure: Literal["came", "noted"]) -> list[Month]:
    """Where a single month is hidden, the smallest of the others is hidden as well."""
    hidden = [month for month in months if month.known and getattr(month, figure) is None]
    shown = [month for month in months if getattr(month, figure)]
    if len(hidden) != 1 or not shown:
        return list(months)
    least = min(shown, key=lambda month: getattr(month, figure))
    hiding = replace(least, came=None) if figure == "came" else replace(least, noted=None)
    return [hiding if month is least else month for month in months]


def attendance_chart(months: Sequence[Month]) -> Chart:
    most = max((month.noted or month.came or 0 for month in months), default=0)
    return Chart(
        title=_("How often people came"),
        desc=_(
            "One column for each month: how often somebody came, of how often it was noted; the table below says the same."
        ),
        scale=[(value, f"{value:g}") for value in sorted({0, most // 2, most})],
        columns=list(_columns(months)),
    )


def _columns(months: Sequence[Month]) -> Iterator[Column]:
    for month in months:
        words = f"{month.title}: {month.said(month.came)} / {month.said(month.noted)}"
        yield Column(date_format(month.first, "m/y"), month.came, words, month.noted)

"""How a grant is spent, drawn: what time alone would have used, and what was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cairn.common.drawing.palette import PAGE, Palette
from cairn.common.drawing.svg import element, number, picture, titled, words
from cairn.money import currencies

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cairn.money.facts import Burn, Month

WIDE, HIGH = 480.0, 260.0
LEFT, RIGHT, TOP, BOTTOM = 10.0, 10.0, 46.0, 40.0


def burn_chart(
    burn: Burn, months: Sequence[Month], *, palette: Palette = PAGE, rtl: bool = False
) -> SafeString:
    """Days from the grant's first to its last, amounts from 0 to the budget or to what was spent, whichever is more."""
    grant, budget = burn.grant, burn.total.budget
    most = max([budget, *(month.cumulative for month in months)]) or 1
    days = (grant.ends_on - grant.starts_on).days + 1

    def place(day: date, amount: object) -> tuple[float, float]:
        across = ((day - grant.starts_on).days + 1) / days * (WIDE - LEFT - RIGHT)
        up = float(amount) / float(most) * (HIGH - TOP - BOTTOM)  # type: ignore[arg-type]  # a Decimal or 0
        return (WIDE - RIGHT - across if rtl else LEFT + across), HIGH - BOTTOM - up

    ends = [(min(month.last, burn.ends_on), month) for month in months]
    origin = ((WIDE - RIGHT) if rtl else LEFT, HIGH - BOTTOM)
    planned = [origin, place(grant.ends_on, budget)]
    spent = [origin, *(place(day, month.cumulative) for day, month in ends)]
    shapes = [
        _line([origin, place(grant.ends_on, 0)], palette.paint("arc-track"), {"stroke-width": 1}),
        _line(planned, palette.paint("arc-track"), {"stroke-width": 2, "stroke-dasharray": "7 5"}),
        _line(spent, palette.paint("arc"), {"stroke-width": 3.5, "stroke-linejoin": "round"}),
        *(_dot(place(day, month.cumulative), month, grant.currency, palette) for day, month in ends),
        *_labels(burn, origin, palette, rtl=rtl),
    ]
    return picture(
        *shapes,
        size=(WIDE, HIGH),
        key="burn",
        title=_("How the grant is spent"),
        desc=_("By %(day)s %(spent)s of %(budget)s were spent; time alone would have used %(planned)s.")
        % {
            "day": date_format(burn.ends_on),
            "spent": currencies.shown(burn.total.cumulative, grant.currency),
            "budget": currencies.shown(budget, grant.currency),
            "planned": currencies.shown(burn.total.planned, grant.currency),
        },
    )


def _line(points: Sequence[tuple[float, float]], paint: dict[str, str], more: dict[str, str | float]) -> str:
    told = " ".join(f"{number(across)},{number(down)}" for across, down in points)
    return element("polyline", {"points": told, **more, **paint})


def _dot(at: tuple[float, float], month: Month, currency: str, palette: Palette) -> str:
    said = f"{date_format(month.first, 'YEAR_MONTH_FORMAT')}: {currencies.shown(month.cumulative, currency)}"
    return element("circle", {"cx": at[0], "cy": at[1], "r": 4, **palette.paint("bar")}, titled(said))


def _labels(burn: Burn, origin: tuple[float, float], palette: Palette, *, rtl: bool) -> list[str]:
    grant = burn.grant
    near, far = ("end", "start") if rtl else ("start", "end")
    other = WIDE - origin[0]
    soft, label = palette.paint("soft"), palette.paint("label")
    budget = _("Budget: %(amount)s") % {"amount": currencies.shown(burn.total.budget, grant.currency)}
    return [
        words(budget, (other, TOP - 16), 17, far, label),
        words(date_format(grant.starts_on, "SHORT_DATE_FORMAT"), (origin[0], HIGH - 12), 16, near, soft),
        words(date_format(grant.ends_on, "SHORT_DATE_FORMAT"), (other, HIGH - 12), 16, far, soft),
    ]

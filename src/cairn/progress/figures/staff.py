"""Hours of staff, by budget line; nobody is told apart."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.money.facts import ZERO, staff_hours, time_of
from cairn.progress.figures.shape import Asking, Found, Group, Head
from cairn.progress.figures.telling import count
from cairn.progress.shape import Cell


def _find(asking: Asking) -> Found:
    source = _("Staff time entered for the months of the period.")
    if asking.grant is None:
        hours = staff_hours(asking.practice.pk, *asking.days)
        return Found(source, {"hours": count(hours or None)}, draft=_draft(hours))
    inside: dict[str, Decimal] = defaultdict(Decimal)
    whole: dict[str, Decimal] = defaultdict(Decimal)
    first = asking.starts_on.replace(day=1)
    for one in (
        time_of(asking.grant).filter(month__lte=asking.ends_on).order_by("line__category__position", "line")
    ):
        whole[str(one.line)] += one.hours
        inside[str(one.line)] += one.hours if one.month >= first else ZERO
    hours = sum(inside.values(), ZERO)
    rows: list[tuple[Cell, ...]] = [(line, float(inside[line]), float(told)) for line, told in whole.items()]
    return Found(
        source,
        {
            "hours": count(hours if whole else None),
            "hours_in_all": count(sum(whole.values(), ZERO) if whole else None),
        },
        rows={"lines": rows},
        draft=_draft(hours),
    )


def _draft(hours: Decimal) -> str:
    if not hours:
        return _("No staff time is entered for this period.")
    return _("Staff worked this many hours in the period: %(hours)s.") % {"hours": count(hours).words}


GROUP = Group(
    key="staff",
    name=gettext_lazy("Staff time"),
    find=_find,
    figures={
        "hours": gettext_lazy("Hours in this period"),
        "hours_in_all": gettext_lazy("Hours since the grant began"),
    },
    tables={
        "lines": Head(
            gettext_lazy("Hours by budget line"),
            (gettext_lazy("Budget line"), gettext_lazy("In this period"), gettext_lazy("In all")),
        )
    },
)

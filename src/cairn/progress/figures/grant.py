"""Which money the report is about, and who works on the practice together."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cairn.money.facts import time_share
from cairn.progress.figures.shape import Asking, Found, Group, Head
from cairn.progress.figures.telling import Value, count, day, sentences, short
from cairn.registers import facts as registers


def _find(asking: Asking) -> Found:
    grant = asking.grant
    agreements = [
        row
        for row in registers.records(asking.practice, "agreement", until=asking.ends_on)
        if row.is_open or (row.closed_on and row.closed_on > asking.ends_on)
    ]
    partners = registers.named(agreements, "partners")
    values = {"period": Value(_period(asking)), "partners": count(len(agreements))}
    if grant:
        gone = round(time_share(grant, asking.ends_on) * 100)
        values |= {
            "funder": Value(grant.funder),
            "reference": Value(grant.reference or "–"),
            "starts_on": day(grant.starts_on),
            "ends_on": day(grant.ends_on),
            "time_gone": Value(_("%(percent)s %%") % {"percent": gone}, gone),
        }
    rows = [
        (
            row["title"],
            ", ".join(partner["title"] for partner in partners[row.id]),
            short(row.happened_on),
        )
        for row in agreements
    ]
    return Found(
        source=_(
            "The grant as it stands in Money, and the agreements in force on the last day of the period."
        ),
        values=values,
        rows={"agreements": rows},
        draft=_draft(asking, len(agreements)),
    )


def _period(asking: Asking) -> str:
    first, last = (date_format(one, "DATE_FORMAT") for one in asking.days)
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def _draft(asking: Asking, agreements: int) -> str:
    about = _("This report covers %(period)s.") % {"period": _period(asking)}
    paid = ""
    if asking.grant:
        paid = _("The practice is funded by %(grant)s.") % {"grant": asking.grant}
    words = ngettext(
        "%(number)s agreement with partners is in force.",
        "%(number)s agreements with partners are in force.",
        agreements,
    )
    return sentences(about, paid, words % {"number": agreements} if agreements else "")


GROUP = Group(
    key="grant",
    name=gettext_lazy("Period, grant and partners"),
    find=_find,
    figures={
        "period": gettext_lazy("Period"),
        "funder": gettext_lazy("Funder"),
        "reference": gettext_lazy("Number of the grant"),
        "starts_on": gettext_lazy("The grant starts on"),
        "ends_on": gettext_lazy("The grant ends on"),
        "time_gone": gettext_lazy("Of the grant’s time gone by"),
        "partners": gettext_lazy("Agreements with partners in force"),
    },
    tables={
        "agreements": Head(
            gettext_lazy("Agreements with partners"),
            (gettext_lazy("What is agreed"), gettext_lazy("With whom"), gettext_lazy("Agreed on")),
        )
    },
)

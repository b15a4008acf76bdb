"""What stays when the grant ends: money, services and use by others."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cairn.progress.figures.shape import Asking, Found, Group, Head
from cairn.progress.figures.telling import chosen, count, exact, sentences, short
from cairn.registers.facts import records

SIGNED = "signed"


def _find(asking: Asking) -> Found:
    until = asking.ends_on
    end = asking.grant.ends_on if asking.grant else until
    money = [
        row
        for row in records(asking.practice, "funding", until=until)
        if row.is_open and (row["until_on"] is None or row["until_on"] > end)
    ]
    service = [
        row
        for row in records(asking.practice, "agreement", until=until)
        if "service" in (row["covers"] or ())
    ]
    used = records(asking.practice, "adoption", until=until)
    secure = [row for row in money if row["certainty"] == SIGNED]
    return Found(
        source=_("The registers of funding, agreements and confirmed uses, as they stand on the last day of the period."),
        values={
            "funding": count(len(money)),
            "secure": count(len(secure)),
            "service": count(len(service)),
            "adopted": count(len(used)),
        },
        rows={
            "funding": [
                (row["title"], chosen(row, "type"), chosen(row, "certainty"), exact(row["amount"]), row["currency"] or None, short(row["until_on"]))
                for row in money
            ]
        },
        draft=_draft(len(money), len(secure), len(used)),
    )  # fmt: skip


def _draft(money: int, secure: int, used: int) -> str:
    if not money:
        after = _("No funding beyond the present grant is recorded.")
    else:
        after = ngettext(
            "%(number)s source of funding reaches beyond the present grant, %(secure)s of it signed.",
            "%(number)s sources of funding reach beyond the present grant, %(secure)s of them signed.",
            money,
        ) % {"number": money, "secure": secure}
    others = ngettext(
        "%(number)s use by others is confirmed.", "%(number)s uses by others are confirmed.", used
    )
    return sentences(after, others % {"number": used} if used else "")


GROUP = Group(
    key="sustainability",
    name=gettext_lazy("What stays"),
    find=_find,
    figures={
        "funding": gettext_lazy("Sources of funding beyond the grant"),
        "secure": gettext_lazy("Of these, signed"),
        "service": gettext_lazy("Agreements that make it part of a regular service"),
        "adopted": gettext_lazy("Uses by others that were confirmed"),
    },
    tables={
        "funding": Head(
            gettext_lazy("Funding beyond the grant"),
            (
                gettext_lazy("Source"),
                gettext_lazy("Sort"),
                gettext_lazy("How certain"),
                gettext_lazy("Amount"),
                gettext_lazy("Currency"),
                gettext_lazy("Pays until"),
            ),
        )
    },
)

"""Meetings, agreements, communication and policy in the period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cairn.progress.figures.shape import Asking, Found, Group, Head
from cairn.progress.figures.telling import chosen, count, sentences, short
from cairn.registers.facts import named, records

if TYPE_CHECKING:
    from cairn.registers.facts import Row

TAKEN_UP = {"partly", "taken-up"}


def _find(asking: Asking) -> Found:
    since, until = asking.days
    meetings, agreements, sent = (
        records(asking.practice, kind, since=since, until=until)
        for kind in ("meeting", "agreement", "policy_recommendation")
    )
    done = [
        row
        for row in records(asking.practice, "communication_action")
        if row.closed_on and since <= row.closed_on <= until
    ]
    outside = {partner.id for found in named(meetings, "organisations").values() for partner in found}
    told = [row["reached"] for row in done if row["reached"] is not None]
    return Found(
        source=_("The registers of meetings, agreements, communication and policy recommendations, by day."),
        values={
            "meetings": count(len(meetings)),
            "reviews": count(sum(row["type"] == "review" for row in meetings)),
            "organisations": count(len(outside)),
            "agreements": count(len(agreements)),
            "communication": count(len(done)),
            "audience": count(sum(told) if told else None),
            "recommendations": count(len(sent)),
            "taken_up": count(sum(row["status"] in TAKEN_UP for row in sent) if sent else None),
        },
        rows={
            "meetings": [
                (short(row.happened_on), row["title"], chosen(row, "type")) for row in reversed(meetings)
            ],
            "communication": [
                (short(row.closed_on), row["what"], chosen(row, "audiences"), row["reached"]) for row in done
            ],
            "recommendations": [
                (short(row.happened_on), row["title"], row["addressee"], chosen(row, "status"))
                for row in reversed(sent)
            ],
        },
        draft=_draft(meetings, done, sent),
    )


def _draft(meetings: list[Row], done: list[Row], sent: list[Row]) -> str:
    met = ngettext("%(number)s meeting with partners is recorded.", "%(number)s meetings with partners are recorded.", len(meetings))  # fmt: skip
    out = ngettext("%(number)s communication action was carried out.", "%(number)s communication actions were carried out.", len(done))  # fmt: skip
    policy = ngettext("%(number)s policy recommendation was sent.", "%(number)s policy recommendations were sent.", len(sent))  # fmt: skip
    return sentences(
        met % {"number": len(meetings)}, out % {"number": len(done)}, policy % {"number": len(sent)}
    )


GROUP = Group(
    key="partners",
    name=gettext_lazy("Partners, meetings, communication and policy"),
    find=_find,
    figures={
        "meetings": gettext_lazy("Meetings"),
        "reviews": gettext_lazy("Of these, joint reviews of work and results"),
        "organisations": gettext_lazy("Outside organisations that were there"),
        "agreements": gettext_lazy("New agreements"),
        "communication": gettext_lazy("Communication actions done"),
        "audience": gettext_lazy("People these reached, as far as somebody counted"),
        "recommendations": gettext_lazy("Policy recommendations sent"),
        "taken_up": gettext_lazy("Of these, taken up at least in part"),
    },
    tables={
        "meetings": Head(
            gettext_lazy("Meetings"), (gettext_lazy("Day"), gettext_lazy("Meeting"), gettext_lazy("Sort"))
        ),
        "communication": Head(
            gettext_lazy("Communication"),
            (
                gettext_lazy("Done on"),
                gettext_lazy("What was done"),
                gettext_lazy("For whom"),
                gettext_lazy("How many people it reached"),
            ),
        ),
        "recommendations": Head(
            gettext_lazy("Policy recommendations"),
            (
                gettext_lazy("Sent on"),
                gettext_lazy("Recommendation"),
                gettext_lazy("Addressed to"),
                gettext_lazy("What became of it"),
            ),
        ),
    },
)

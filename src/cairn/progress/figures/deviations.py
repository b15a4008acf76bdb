"""Risks, what came true of them, incidents and changes: counted, never told."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cairn.participants.counting import Share
from cairn.progress.figures.shape import Asking, Found, Group, Head
from cairn.progress.figures.telling import chosen, count, sentences, share
from cairn.registers.facts import records

if TYPE_CHECKING:
    from datetime import date

    from cairn.registers.facts import Row

KINDS = ("risk", "risk_event", "risk_review", "incident", "discrimination_event", "activity_change")
HIGH = "high"


def _open_on(rows: list[Row], day: date) -> list[Row]:
    return [row for row in rows if row.closed_on is None or row.closed_on > day]


def _find(asking: Asking) -> Found:
    since, until = asking.days
    found = {
        kind: records(asking.practice, kind, since=None if kind == "risk" else since, until=until)
        for kind in KINDS
    }
    source = _(
        "The registers of risks, incidents, discrimination and changes; incidents without what happened."
    )
    risks, incidents, events = _open_on(found["risk"], until), found["incident"], found["risk_event"]
    kept = bool(any(found.values()))
    values = {
        "risks": count(len(risks) if found["risk"] else None),
        "high": count(
            sum(HIGH in {row["likelihood"], row["impact"]} for row in risks) if found["risk"] else None
        ),
        "reviews": count(len(found["risk_review"]) if found["risk"] else None),
        "came_true": count(len(events) if found["risk"] or events else None),
        "plan_used": share(Share(sum(bool(row["plan_used"]) for row in events), len(events))),
        "incidents": count(len(incidents) if kept else None),
        "incidents_open": count(len(_open_on(incidents, until)) if kept else None),
        "discrimination": count(len(found["discrimination_event"]) if kept else None),
        "changes": count(len(found["activity_change"]) if kept else None),
    }
    return Found(
        source=source,
        values=values,
        rows={
            "risks": [
                (row["title"], chosen(row, "likelihood"), chosen(row, "impact"), row["mitigation"] or None)
                for row in risks
            ],
            "incidents": _by_sort(incidents, until),
            "changes": [(row["what"], row["reason"] or None) for row in found["activity_change"]],
        },
        draft=_draft(len(risks), len(events), len(incidents))
        if kept
        else _("No risk or incident is recorded."),
    )


def _by_sort(incidents: list[Row], day: date) -> list[tuple[str, str, int, int]]:
    told = Counter((chosen(row, "type"), chosen(row, "seriousness")) for row in incidents)
    still = Counter((chosen(row, "type"), chosen(row, "seriousness")) for row in _open_on(incidents, day))
    return [(*sort, number, still[sort]) for sort, number in sorted(told.items())]


def _draft(risks: int, events: int, incidents: int) -> str:
    watched = ngettext(
        "%(number)s risk is watched at the end of the period.",
        "%(number)s risks are watched at the end of the period.",
        risks,
    )
    true = ngettext("%(number)s risk came true.", "%(number)s risks came true.", events)
    happened = ngettext("%(number)s incident was recorded.", "%(number)s incidents were recorded.", incidents)
    return sentences(watched % {"number": risks}, true % {"number": events}, happened % {"number": incidents})


GROUP = Group(
    key="deviations",
    name=gettext_lazy("Risks, incidents and changes"),
    find=_find,
    figures={
        "risks": gettext_lazy("Risks watched on the last day"),
        "high": gettext_lazy("Of these, likely or bad in a high degree"),
        "reviews": gettext_lazy("Times that risks were looked at again"),
        "came_true": gettext_lazy("Risks that came true"),
        "plan_used": gettext_lazy("Of these, the plan for this case was used"),
        "incidents": gettext_lazy("Incidents"),
        "incidents_open": gettext_lazy("Of these, not closed on the last day"),
        "discrimination": gettext_lazy("Discrimination noted"),
        "changes": gettext_lazy("Changes of activities"),
    },
    tables={
        "risks": Head(
            gettext_lazy("Risks watched"),
            (
                gettext_lazy("What could go wrong"),
                gettext_lazy("How likely"),
                gettext_lazy("How bad"),
                gettext_lazy("What makes it less likely"),
            ),
        ),
        "incidents": Head(
            gettext_lazy("Incidents by sort"),
            (
                gettext_lazy("Sort"),
                gettext_lazy("How serious"),
                gettext_lazy("Number"),
                gettext_lazy("Not closed"),
            ),
        ),
        "changes": Head(
            gettext_lazy("What is done otherwise now"), (gettext_lazy("Change"), gettext_lazy("Why"))
        ),
    },
)

"""What is planned already for the time after the period, as long as the period itself."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cairn.activities.facts.figures import figures
from cairn.progress.figures.shape import Asking, Found, Group, Head
from cairn.progress.figures.telling import count, sentences, short
from cairn.registers.facts import records
from cairn.results.facts import indicators_in
from cairn.results.reckoning import plain


def _find(asking: Asking) -> Found:
    first = asking.ends_on + timedelta(days=1)
    last = asking.ends_on + (asking.ends_on - asking.starts_on) + timedelta(days=1)
    sessions = figures(asking.practice.pk, first, last).sessions
    targets = sorted(
        ((target.due_on, str(indicator), plain(target.value)) for indicator in indicators_in(asking.practice.pk)
         for target in indicator.targets.all() if first <= target.due_on <= last),
    )  # fmt: skip
    risks = [
        row
        for row in records(asking.practice, "risk", until=asking.ends_on)
        if row.is_open and row.due_on and row.due_on <= last
    ]
    told = ngettext("%(number)s session is planned.", "%(number)s sessions are planned.", sessions)
    due = ngettext("%(number)s target is due.", "%(number)s targets are due.", len(targets))
    days = _("This looks ahead to %(day)s.") % {"day": short(last)}
    return Found(
        source=_("Sessions planned, targets and risks to be looked at again, in the time after the period."),
        values={"sessions": count(sessions), "targets": count(len(targets)), "risks": count(len(risks))},
        rows={"targets": [(name, value, short(day)) for day, name, value in targets]},
        draft=sentences(days, told % {"number": sessions}, due % {"number": len(targets)}),
    )


GROUP = Group(
    key="following",
    name=gettext_lazy("Planned for the next period"),
    find=_find,
    figures={
        "sessions": gettext_lazy("Sessions planned"),
        "targets": gettext_lazy("Targets due"),
        "risks": gettext_lazy("Risks to be looked at again"),
    },
    tables={
        "targets": Head(
            gettext_lazy("Targets due in the next period"),
            (gettext_lazy("Indicator"), gettext_lazy("Target"), gettext_lazy("Due on")),
        )
    },
)

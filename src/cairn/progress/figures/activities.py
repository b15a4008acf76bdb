"""Sessions of the period: held and cancelled, hours, how often people came, and whether a mediator was there."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cairn.activities.drawing import attendance_chart, months_told
from cairn.activities.facts.figures import Figures, by_activity, by_month, figures
from cairn.participants.counting import is_small, shown
from cairn.progress.figures.shape import Asking, Found, Group, Head
from cairn.progress.figures.telling import Value, count, people, sentences, share
from cairn.progress.shape import Cell


def _find(asking: Asking) -> Found:
    found = figures(asking.practice.pk, *asking.days)
    source = _("Sessions planned for a day of the period, and their attendance sheets.")
    if not found.sessions:
        return Found(source, draft=_("No session is recorded for this period."))
    rows = [_cells(str(activity), told) for activity, told in by_activity(asking.practice.pk, *asking.days)]
    months = months_told(by_month(asking.practice.pk, *asking.days), openly=False)
    return Found(
        source=source,
        values={
            "planned": count(found.sessions),
            "held": count(found.held),
            "cancelled": count(found.cancelled),
            "unwritten": count(found.sessions - found.held - found.cancelled - found.ahead),
            "hours": _hours(found),
            "attendances": people(found.attendances if found.known else None),
            "came": share(found.present_of_known)
            if not is_small(found.attendances)
            else people(found.attendances),
            "mediator": share(found.with_mediator),
            "mediator_unknown": count(found.mediator_unknown),
            "adapted": share(found.with_adaptation),
            "mixed": count(found.mixed),
        },
        rows={
            "activities": rows,
            "months": [
                (month.title, *(month.said(one) if one is None else one for one in (month.came, month.noted)))
                for month in months
            ],
        },
        charts={"months": [attendance_chart(months)]},
        draft=_draft(found),
    )


def _hours(found: Figures) -> Value:
    """Nobody said how long some of them were: then it is what is known at least."""
    if found.held and found.held == found.without_hours:
        return count(None)
    if found.without_hours:
        return Value(_("at least %(hours)s") % {"hours": count(found.hours).words}, float(found.hours))
    return count(found.hours)


def _cells(title: str, found: Figures) -> tuple[Cell, ...]:
    return (
        title,
        found.sessions,
        found.held,
        found.cancelled,
        None if found.held and found.held == found.without_hours else float(found.hours),
        shown(found.attendances)
        if is_small(found.attendances)
        else found.attendances
        if found.known
        else None,
        share(found.with_mediator).words if found.mediator_needed else _("none needed"),
    )


def _draft(found: Figures) -> str:
    held = ngettext(
        "Of %(all)s session planned, %(held)s was held and %(cancelled)s cancelled.",
        "Of %(all)s sessions planned, %(held)s were held and %(cancelled)s cancelled.",
        found.sessions,
    ) % {"all": found.sessions, "held": found.held, "cancelled": found.cancelled}
    mediator = _("A mediator was present where one was needed: %(share)s.") % {
        "share": share(found.with_mediator).words
    }
    return sentences(
        held,
        _("They lasted this many hours: %(hours)s.") % {"hours": _hours(found).words} if found.held else "",
        mediator if found.mediator_needed else "",
    )


GROUP = Group(
    key="activities",
    name=gettext_lazy("Activities"),
    find=_find,
    figures={
        "planned": gettext_lazy("Sessions planned"),
        "held": gettext_lazy("Sessions held"),
        "cancelled": gettext_lazy("Sessions cancelled"),
        "unwritten": gettext_lazy("Sessions of which nothing is written down yet"),
        "hours": gettext_lazy("Hours of sessions held"),
        "attendances": gettext_lazy("Attendances: each time that somebody came"),
        "came": gettext_lazy("Came, of all times that it is known"),
        "mediator": gettext_lazy("Sessions with a mediator, of those that needed one"),
        "mediator_unknown": gettext_lazy(
            "Sessions that needed a mediator, and nobody noted whether one was there"
        ),
        "adapted": gettext_lazy("Sessions fitted to those who came"),
        "mixed": gettext_lazy("Sessions together with local people"),
    },
    tables={
        "activities": Head(
            gettext_lazy("Activity by activity"),
            (
                gettext_lazy("Activity"),
                gettext_lazy("Planned"),
                gettext_lazy("Held"),
                gettext_lazy("Cancelled"),
                gettext_lazy("Hours"),
                gettext_lazy("Attendances"),
                gettext_lazy("With a mediator"),
            ),
        ),
        "months": Head(
            gettext_lazy("Attendance month by month"),
            (gettext_lazy("Month"), gettext_lazy("Came"), gettext_lazy("Noted")),
            gettext_lazy("Filled: how often somebody came. The whole column: how often it was noted."),
        ),
    },
)

"""Sessions between two days, all activities together. Nothing in it counts people: how many came between two days is the
difference of two tables, and the tables of people reached tell it safely."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.activities.facts.figures import figures
from cairn.releases.kinds.shape import Asked, Cell, Kind, Table


def _build(asked: Asked) -> Table:
    found = figures(asked.practice.pk, asked.start, asked.end)
    rows: tuple[tuple[Cell, ...], ...] = (
        (_("Sessions held"), found.held),
        (_("Sessions cancelled"), found.cancelled),
        (_("Hours of sessions held"), float(found.hours)),
        (_("Sessions held that need a mediator"), found.mediator_needed),
        (_("Of these, with a mediator"), found.mediator_present),
        (_("Of these, not noted whether one was there"), found.mediator_unknown),
        (_("Sessions held together with local people"), found.mixed),
    )
    note = _("Sessions planned for a day of the period. Hours are known of all held but %(number)s.")
    columns = (_("Sessions"), _("Number"))
    return Table(columns, rows if found.sessions else (), note % {"number": found.without_hours})


KIND = Kind(
    key="sessions",
    name=gettext_lazy("Sessions of a period"),
    purpose=gettext_lazy(
        "How many were held and cancelled, how many hours, and with a mediator where one is needed."
    ),
    build=_build,
)

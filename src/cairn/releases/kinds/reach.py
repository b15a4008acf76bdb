"""People reached until a day, by sex or by age band. Always from the beginning: then any two tables lie one within the other,
and comparing them two by two finds every difference that is too small."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.participants.enums import AgeBand, Sex
from cairn.participants.figures import reached_by
from cairn.releases.disclosure import TOTAL, down, protected
from cairn.releases.kinds.shape import Cell, Kind, Table

if TYPE_CHECKING:
    from cairn.practices.models import Practice

ENOUGH = 12
"""From so many people on, the total can always be told: among at most seven parts, each hidden one keeps a range of five."""


def _built(field: str, group: str, choices: type[TextChoices], head: str) -> Callable[..., Table]:
    def build(practice: Practice, start: date, end: date, rounded: bool) -> Table:  # named by Kind
        counts = {
            f"{group}:{value}": count for value, count in reached_by(practice.pk, field, until=end).items()
        }
        labels = {f"{group}:{choice.value}": str(choice.label) for choice in choices}
        found = {key: counts[key] for key in labels if counts.get(key)}
        columns = (_(head), _("People reached"))
        if rounded:
            rows = tuple((labels[key], down(count)) for key, count in found.items())
            return Table(columns, rows, _ROUNDED % {"day": end.isoformat()}, rounded=True)
        if sum(found.values()) < ENOUGH:
            raise ValidationError(
                _(
                    "Until that day fewer than %(enough)s people were reached, too few to divide. Choose a later day, or round down to fives."
                )
                % {"enough": ENOUGH}
            )
        told = protected(found)
        shown: tuple[tuple[Cell, ...], ...] = (
            *((labels[key], told[key]) for key in found),
            (_("All"), told[TOTAL]),
        )
        return Table(columns, shown, _EXACT % {"day": end.isoformat()}, told)

    return build


_EXACT = gettext_lazy(
    "Everyone who had come by %(day)s, each counted once. Counts of 1 to 4 are hidden, and others where they could be worked out."
)
_ROUNDED = gettext_lazy(
    "Everyone who had come by %(day)s, each counted once. Counts are rounded down to fives; below 5 they are hidden."
)
BY_SEX = Kind(
    key="reach_sex",
    name=gettext_lazy("People reached, by sex"),
    purpose=gettext_lazy("Everyone who had come by the last day, from the beginning."),
    build=_built("sex", "sex", Sex, "Sex"),
    cumulative=True,
)
BY_AGE = Kind(
    key="reach_age",
    name=gettext_lazy("People reached, by age"),
    purpose=gettext_lazy("Everyone who had come by the last day, from the beginning, by age when they came."),
    build=_built("age_band", "age", AgeBand, "Age"),
    cumulative=True,
)

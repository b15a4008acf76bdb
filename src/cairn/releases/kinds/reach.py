"""People reached until a day, by sex, by age band, or by both. Always from the beginning: people only ever join, so that an attack on
all these tables together finds what comparing them would tell (`audit`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import combinations, product

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.participants.enums import AgeBand, Sex
from cairn.participants.figures import reached_by_each
from cairn.releases.audit import Published, key_of, parts_of
from cairn.releases.disclosure import TOTAL, Told, down
from cairn.releases.kinds.shape import Asked, Kind, Table
from cairn.releases.suppression import suppressed

ENOUGH = 12
"""From so many people on, the total can always be told: among at most seven parts, each hidden one keeps a range of five."""
PARTS: Mapping[str, type[TextChoices]] = {"sex": Sex, "age": AgeBand}
HEADS = {"sex": gettext_lazy("Sex"), "age": gettext_lazy("Age")}
FIELDS = {"sex": "sex", "age": "age_band"}
GROUPS = {name: choices.values for name, choices in PARTS.items()}
Part = tuple[str, dict[str, str]]
"""A line or a column: its label, and whom it counts."""


def said_of(key: str) -> str:
    """A key of a count, as people read it: “woman, 18 to 24”."""
    parts = parts_of(key)
    return ", ".join(str(PARTS[name](value).label) for name, value in parts.items()) or _("everyone")


def _built(*names: str) -> Callable[[Asked], Table]:
    """Names of `PARTS`: of one, a column of its parts; of two, the first along the top."""

    def build(asked: Asked) -> Table:
        counts = _counts(asked, names)
        if asked.rounded:
            return _rounded(asked, names, counts)
        if counts[TOTAL] < ENOUGH:
            raise ValidationError(
                _(
                    "Until that day fewer than %(enough)s people were reached, too few to divide. Choose a later day, or round down to fives."
                )
                % {"enough": ENOUGH}
            )
        told = suppressed(counts, Published("", asked.end, {}), asked.earlier, GROUPS).counts
        lines, columns = (_there(name, told) for name in (names[-1], names[0]))
        return _laid_out(names, told, [*lines, (_("All"), {})], [*columns, (_("All"), {})], asked)

    return build


def _counts(asked: Asked, names: tuple[str, ...]) -> Counter[str]:
    """Of every crossing in which there is somebody, of every part, and in all."""
    counts: Counter[str] = Counter()
    fields = [FIELDS[name] for name in names]
    for values, count in reached_by_each(asked.practice.pk, fields, until=asked.end).items():
        parts = dict(zip(names, values, strict=True))
        for size in range(len(names) + 1):
            for some in combinations(names, size):
                counts[key_of({name: parts[name] for name in some})] += count
    return counts


def _rounded(asked: Asked, names: tuple[str, ...], counts: Counter[str]) -> Table:
    """Every part is named, so that a hidden one may also be nobody. No sums."""
    if not counts:
        return Table((), (), "", rounded=True)
    keys = [
        key_of(dict(zip(names, values, strict=True))) for values in product(*(GROUPS[name] for name in names))
    ]
    told = {key: down(counts[key]) for key in keys}
    lines, columns = (_every(name) for name in (names[-1], names[0]))
    return _laid_out(names, told, lines, columns, asked)


def _every(name: str) -> list[Part]:
    return [(str(choice.label), {name: choice.value}) for choice in PARTS[name]]


def _there(name: str, told: Told) -> list[Part]:
    """The parts in which there is somebody."""
    return [part for part in _every(name) if key_of(part[1]) in told]


def _laid_out(
    names: tuple[str, ...], told: Told, lines: list[Part], columns: list[Part], asked: Asked
) -> Table:
    if len(names) == 1:
        columns = [(_("People reached"), {})]
    note = _ROUNDED if asked.rounded else _EXACT
    empty = None if asked.rounded else 0
    rows = tuple(
        (label, *(told.get(key_of({**across, **part}), empty) for _head, across in columns))
        for label, part in lines
    )
    heads = (HEADS[names[-1]], *(head for head, _part in columns))
    words = str(note) % {"day": asked.end.isoformat()}
    return Table(tuple(map(str, heads)), rows, words, told, rounded=asked.rounded)


_EXACT = gettext_lazy(
    "Everyone who had come by %(day)s, each counted once. Counts of 1 to 4 are hidden, and others where they could be worked out."
)
_ROUNDED = gettext_lazy(
    "Everyone who had come by %(day)s, each counted once. Counts are rounded down to fives; below 5, nobody included, they are hidden."
)
BY_SEX = Kind(
    key="reach_sex",
    name=gettext_lazy("People reached, by sex"),
    purpose=gettext_lazy("Everyone who had come by the last day, from the beginning."),
    build=_built("sex"),
    cumulative=True,
)
BY_AGE = Kind(
    key="reach_age",
    name=gettext_lazy("People reached, by age"),
    purpose=gettext_lazy("Everyone who had come by the last day, from the beginning, by age when they came."),
    build=_built("age"),
    cumulative=True,
)
BY_BOTH = Kind(
    key="reach_sex_age",
    name=gettext_lazy("People reached, by sex and age"),
    purpose=gettext_lazy(
        "Everyone who had come by the last day, from the beginning, by age when they came and by sex, with sums."
    ),
    build=_built("sex", "age"),
    cumulative=True,
)

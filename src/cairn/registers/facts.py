"""What the registers say: rows that later rooms count with, and who may find which record."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person
from cairn.registers.kinds import all_kinds
from cairn.registers.models import Record, RecordLink
from cairn.registers.values import kept, typed

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def visible_to(person: Person, permission: Permission = Permission.SEE_RECORDS) -> QuerySet[Record]:
    """The records of all practices on which this person may use this permission."""
    organisations = organisations_where(person, permission)
    return Record.objects.filter(practice__organisation__in=organisations).select_related(
        "practice__organisation"
    )


def of_kind(practice: Practice, kind: str) -> QuerySet[Record]:
    return Record.objects.filter(practice=practice, kind=kind).prefetch_related("links")


def said_of(record: Record) -> dict[str, Any]:
    """Every field as it is kept, sealed ones opened; None where nothing is said."""
    opened = json.loads(record.sealed) if record.sealed else {}
    return open_part(record) | {
        field.key: opened.get(field.key) for field in all_kinds()[record.kind].fields if field.sealed
    }


def open_part(record: Record) -> dict[str, Any]:
    """Every field that is not sealed as it is kept, links as lists of ids."""
    linked: dict[str, list[str]] = defaultdict(list)
    for link in record.links.all():
        linked[link.field].append(str(link.target_id))
    return {
        field.key: (sorted(linked[field.key]) or None) if field.links else record.data.get(field.key)
        for field in all_kinds()[record.kind].open_fields
    }


@dataclass(frozen=True, slots=True)
class Row:
    """One record as programs read it; what is sealed is not in it."""

    id: UUID
    kind: str
    happened_on: date | None
    due_on: date | None
    closed_on: date | None
    entered_on: date
    values: Mapping[str, Any]
    """By field, in the type that `shape.Sort` names: None, or an empty tuple, where nothing is said."""

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    @property
    def entered_after(self) -> int | None:
        """Days from the day it happened to the day it was entered; None where no day is said."""
        return (self.entered_on - self.happened_on).days if self.happened_on else None


RAW = ("pk", "kind", "happened_on", "due_on", "closed_on", "made_at", "data")
Links = Mapping[str, Iterable[UUID]]
"""By field, the records that it names."""


def row_of(record: Record) -> Row:
    linked: dict[str, list[UUID]] = defaultdict(list)
    for link in record.links.all():
        linked[link.field].append(link.target_id)
    return _row([getattr(record, name) for name in RAW], linked)


def _row(raw: Sequence[Any], linked: Links) -> Row:
    """`raw` in the order of RAW."""
    pk, kind, happened_on, due_on, closed_on, made_at, data = raw
    values = {
        field.key: tuple(sorted(linked.get(field.key, ())))
        if field.links
        else typed(field, data.get(field.key))
        for field in all_kinds()[kind].open_fields
    }
    return Row(pk, kind, happened_on, due_on, closed_on, timezone.localdate(made_at), values)


def records(
    practice: Practice,
    kind: str,
    *,
    since: date | None = None,
    until: date | None = None,
    **equal: Any,
) -> list[Row]:
    """The records of a kind, newest first, that happened within these days (both count) and have these values.

    Where a day is asked for, records without one are not there. `equal` names open fields that hold one value.
    """
    found = of_kind(practice, kind)
    if since:
        found = found.filter(happened_on__gte=since)
    if until:
        found = found.filter(happened_on__lte=until)
    found = found.filter(
        **{f"data__{key}": kept(all_kinds()[kind].field(key), value) for key, value in equal.items()}
    )
    return [row_of(record) for record in found]


def by_kind(practice: Practice) -> dict[str, list[Row]]:
    """All records of a practice, newest first, in two queries; kinds of which there are none are not there."""
    linked: dict[UUID, dict[str, list[UUID]]] = defaultdict(lambda: defaultdict(list))
    links = RecordLink.objects.filter(source__practice=practice).order_by()
    for source, field, target in links.values_list("source", "field", "target"):
        linked[source][field].append(target)
    found: dict[str, list[Row]] = defaultdict(list)
    for raw in Record.objects.filter(practice=practice).values_list(*RAW):
        row = _row(raw, linked.get(raw[0], {}))
        found[row.kind].append(row)
    return dict(found)


def naming(rows: Iterable[Row], kind: str, field: str) -> dict[UUID, list[Row]]:
    """For each row, the records of that kind whose field names it, newest first: the reviews of each risk, for example."""
    found: dict[UUID, list[Row]] = {row.id: [] for row in rows}
    there = Record.objects.filter(kind=kind, links__field=field, links__target__in=list(found)).distinct()
    return naming_in(rows, map(row_of, there.prefetch_related("links")), field)


def naming_in(rows: Iterable[Row], there: Iterable[Row], field: str) -> dict[UUID, list[Row]]:
    """The same among records that are read already."""
    found: dict[UUID, list[Row]] = {row.id: [] for row in rows}
    for row in there:
        for target in found.keys() & row[field]:
            found[target].append(row)
    return found


def named(rows: Iterable[Row], field: str) -> dict[UUID, list[Row]]:
    """For each row, the records that its field names: the inputs behind each decision, for example."""
    rows = list(rows)
    wanted = {target for row in rows for target in row[field]}
    there = {
        record.pk: row_of(record) for record in Record.objects.filter(pk__in=wanted).prefetch_related("links")
    }
    return {row.id: [there[target] for target in row[field]] for row in rows}


class Tally(NamedTuple):
    all: int = 0
    open: int = 0
    overdue: int = 0
    newest: date | None = None
    """The last day on which something of the kind happened."""


OVERDUE = Q(closed_on__isnull=True, due_on__isnull=False)


def overdue(practice: Practice, today: date) -> QuerySet[Record]:
    """What should have been done about by now, longest ago first."""
    return Record.objects.filter(OVERDUE, practice=practice, due_on__lt=today).order_by("due_on", "made_at")


def counts(practice: Practice, today: date) -> dict[str, Tally]:
    """Per kind of which there are records."""
    told = (
        Record.objects.filter(practice=practice)
        .order_by()
        .values("kind")
        .annotate(
            all=Count("pk"),
            open=Count("pk", filter=Q(closed_on__isnull=True)),
            overdue=Count("pk", filter=OVERDUE & Q(due_on__lt=today)),
            newest=Max("happened_on"),
        )
    )
    return {row["kind"]: Tally(row["all"], row["open"], row["overdue"], row["newest"]) for row in told}


def names_of(ids: Iterable[int]) -> dict[int, str]:
    return dict(Person.objects.filter(pk__in=set(ids)).values_list("pk", "name"))

"""Records as people read them: values in words, links with the names of what they lead to, and the history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.common.languages import language_name
from cairn.common.tables import Cell, Column
from cairn.registers import facts
from cairn.registers.actions import NAMED
from cairn.registers.kinds import all_kinds
from cairn.registers.models import Record, RecordChange, RecordLink
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort, Words
from cairn.registers.values import typed


class Named(NamedTuple):
    """What numbers and ids stand for."""

    people: Mapping[int, str]
    records: Mapping[str, Record]


NOBODY = Named({}, {})


class Said(NamedTuple):
    field: Field
    words: str
    """Empty where nothing is said."""
    links: tuple[tuple[str, str], ...] = ()
    """Name and address of each record that is named."""
    hidden: bool = False
    """Whether something is sealed there that this reader does not open."""


class Difference(NamedTuple):
    label: Words
    before: str
    after: str


ENDING = {
    Life.TASK: (gettext_lazy("to do"), gettext_lazy("done"), gettext_lazy("Mark as done")),
    Life.CASE: (gettext_lazy("open"), gettext_lazy("closed"), gettext_lazy("Close")),
    Life.USE: (gettext_lazy("in use"), gettext_lazy("out of use"), gettext_lazy("Take out of use")),
}
"""How it is called while it is open, once it has ended, and the deed that ends it."""


def state_of(record: Record) -> Words:
    """Empty for kinds that never end."""
    life = all_kinds()[record.kind].life
    return "" if life is Life.FACT else ENDING[life][record.closed_on is not None]


def title_of(record: Record) -> str:
    kind = all_kinds()[record.kind]
    return words_of(kind.field(kind.title), record.data.get(kind.title)) or str(kind.name)


def known_as(record: Record) -> str:
    """Title and day, by which one record is told from the next."""
    title = title_of(record)
    return (
        f"{title} ({date_format(record.happened_on, 'SHORT_DATE_FORMAT')})" if record.happened_on else title
    )


def names_in(pairs: Iterable[tuple[Field, Any]]) -> Named:
    """What is needed to say these kept values in words, in two queries at most."""
    people, records = set(), set()
    for field, value in pairs:
        if value and field.sort is Sort.PERSON:
            people.add(value)
        elif value and field.links:
            records.update(value)
    found = Record.objects.filter(pk__in=records) if records else ()
    return Named(
        people=facts.names_of(people) if people else {}, records={str(record.pk): record for record in found}
    )


def words_of(field: Field, value: Any, named: Named = NOBODY) -> str:
    """A kept value as a person reads it; empty where nothing is said."""
    if value is None:
        return ""
    if value == NAMED and field.sealed:
        return _("sealed")
    return SAY.get(field.sort, _as_it_stands)(field, value, named)


def _as_it_stands(_field: Field, value: Any, _named: Named) -> str:
    return str(value)


def _day(_field: Field, value: Any, _named: Named) -> str:
    return date_format(date.fromisoformat(value), "DATE_FORMAT")


def _yes_no(_field: Field, value: Any, _named: Named) -> str:
    return _("yes") if value else _("no")


def _choice(field: Field, value: Any, _named: Named) -> str:
    return str(dict(field.choices).get(value, value))


def _choices(field: Field, value: Any, named: Named) -> str:
    return "; ".join(_choice(field, one, named) for one in value)


def _languages(_field: Field, value: Any, _named: Named) -> str:
    return "; ".join(map(language_name, value))


def _person(_field: Field, value: Any, named: Named) -> str:
    return named.people.get(value, "")


def _linked(_field: Field, value: Any, named: Named) -> str:
    return "; ".join(known_as(named.records[one]) for one in value if one in named.records)


SAY: dict[Sort, Callable[[Field, Any, Named], str]] = {
    Sort.DATE: _day,
    Sort.YESNO: _yes_no,
    Sort.CHOICE: _choice,
    Sort.CHOICES: _choices,
    Sort.LANGUAGES: _languages,
    Sort.PERSON: _person,
    Sort.LINK: _linked,
    Sort.LINKS: _linked,
}


def said_in(record: Record, *, sealed_too: bool) -> list[Said]:
    """Every field of a record in the order of its kind."""
    kind = all_kinds()[record.kind]
    values = facts.said_of(record) if sealed_too else facts.open_part(record)
    named = names_in((field, values.get(field.key)) for field in kind.fields)
    return [_said(field, values.get(field.key), named, record) for field in kind.fields]


def _said(field: Field, value: Any, named: Named, record: Record) -> Said:
    linked = [named.records[one] for one in value or ()] if field.links else []
    links = tuple((known_as(one), one.get_absolute_url()) for one in linked)
    return Said(
        field,
        words_of(field, value, named),
        links,
        hidden=field.sealed and value is None and bool(record.sealed),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A record in its list."""

    record: Record
    title: str
    cells: tuple[str, ...]
    state: Words
    late: bool


def lines(kind: Kind, found: Iterable[Record], today: date) -> list[Line]:
    """In a fixed number of queries, whatever the number of records."""
    found = list(found)
    values = [(record, facts.open_part(record)) for record in found]
    named = names_in((kind.field(key), said[key]) for _record, said in values for key in kind.columns)
    return [
        Line(
            record=record,
            title=title_of(record),
            cells=tuple(words_of(kind.field(key), said[key], named) for key in kind.columns),
            state=state_of(record),
            late=bool(record.due_on and record.due_on < today and not record.closed_on),
        )
        for record, said in values
    ]


def columns(kind: Kind, found: Iterable[Record]) -> tuple[list[Column], list[tuple[Record, dict[str, Any]]]]:
    """What an export has: every field that is not sealed, and the rows for it."""
    rows = [(record, facts.open_part(record)) for record in found]
    named = names_in((field, said[field.key]) for _record, said in rows for field in kind.open_fields)
    told = [Column(field.label, _cell(field, named)) for field in kind.open_fields]
    if kind.life is not Life.FACT:
        told.append(Column(ENDING[kind.life][1], lambda row: row[0].closed_on))
    told.append(Column(gettext_lazy("Entered at"), lambda row: row[0].made_at))
    return told, rows


def _cell(field: Field, named: Named) -> Any:
    def cell(row: tuple[Record, dict[str, Any]]) -> Cell:
        value = row[1][field.key]
        if value is not None and field.sort in {Sort.DATE, Sort.WHOLE}:
            day_or_number: Cell = typed(field, value)
            return day_or_number
        return (
            float(value)
            if value is not None and field.sort is Sort.DECIMAL
            else words_of(field, value, named)
        )

    return cell


class Other(NamedTuple):
    """A record that names the one shown, and what names it in turn: an input, and the decision on it."""

    name: str
    record: Record
    state: Words
    then: list[tuple[Words, str, str]]
    """What each is, its name and its address."""


class Naming(NamedTuple):
    """What other records say of this one: the reviews of a risk."""

    kind: Kind
    field: Field
    others: list[Other]


def named_by(record: Record) -> list[Naming]:
    """Every way in which records can name one of this kind; those ways that are used come first. Two queries."""
    order = ("-source__happened_on", "-source__made_at")
    links = list(record.named_by.select_related("source").order_by(*order))
    further = RecordLink.objects.filter(target__in=[link.source_id for link in links]).exclude(source=record)
    then: dict[UUID, list[tuple[Words, str, str]]] = {}
    for link in further.select_related("source").order_by(*order):
        told = (all_kinds()[link.source.kind].name, known_as(link.source), link.source.get_absolute_url())
        then.setdefault(link.target_id, []).append(told)
    there: dict[tuple[str, str], list[Other]] = {}
    for link in links:
        other = Other(known_as(link.source), link.source, state_of(link.source), then.get(link.source_id, []))
        there.setdefault((link.source.kind, link.field), []).append(other)
    ways = [
        Naming(kind, field, there.get((kind.key, field.key), []))
        for kind in all_kinds().values()
        for field in kind.open_fields
        if record.kind in field.to
    ]
    return sorted(ways, key=lambda way: not way.others)


class Shelf(NamedTuple):
    """A group of registers with what stands in each; those that belong to another stand below it."""

    group: Group
    registers: list[tuple[Kind, facts.Tally, list[tuple[Kind, facts.Tally]]]]


def shelves(told: Mapping[str, facts.Tally]) -> list[Shelf]:
    kinds = sorted(all_kinds().values(), key=lambda kind: str(kind.plural))
    none = facts.Tally()
    return [
        Shelf(
            group,
            [
                (
                    kind,
                    told.get(kind.key, none),
                    [(part, told.get(part.key, none)) for part in kinds if part.part_of == kind.key],
                )
                for kind in kinds
                if kind.group is group and not kind.part_of
            ],
        )
        for group in Group
    ]


def history(record: Record) -> list[tuple[RecordChange, list[Difference]]]:
    """Every change, newest first, in words; three queries at most."""
    kind = all_kinds()[record.kind]
    changes = list(record.changes.select_related("by"))
    fields = {field.key: field for field in (*kind.fields, CLOSED_ON)}
    named = names_in(
        (fields[key], value)
        for change in changes
        for side in (change.before, change.after)
        for key, value in side.items()
    )
    return [
        (
            change,
            [
                Difference(
                    fields[key].label,
                    words_of(fields[key], change.before[key], named),
                    words_of(fields[key], value, named),
                )
                for key, value in change.after.items()
                if value is not None or change.before[key] is not None
            ],
        )
        for change in changes
    ]


CLOSED_ON = Field("closed_on", gettext_lazy("Ended on"), Sort.DATE, TEAM)
"""Not a field of any kind, but the history tells of it."""

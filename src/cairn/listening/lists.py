"""Points as a sheet (sheets/shape.py): new ones come in, all go out. They are changed in their form, where a history is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.activities.facts.offering import visible_to as activities_visible_to
from cairn.listening.actions.points import check
from cairn.listening.enums import PointKind, PointState
from cairn.listening.facts.points import of_practice, themes_of
from cairn.listening.models import Point
from cairn.sheets.shape import Change, Column, Fault, Judged, Kind, Row, Table, Value

if TYPE_CHECKING:
    from cairn.people.models import Person
    from cairn.practices.models import Practice

COLUMNS = (
    Column("said_on", gettext_lazy("Said on"), Kind.DATE, required=True),
    Column("kind", gettext_lazy("Kind"), Kind.CHOICE, required=True, choices=PointKind.choices),
    Column("words", gettext_lazy("What people said"), required=True),
    Column("activity", gettext_lazy("Activity"), help=gettext_lazy("Its title, as in the list of activities.")),
    Column("theme", gettext_lazy("Theme"), help=gettext_lazy("As in your list of themes.")),
    Column("actionable", gettext_lazy("Something can be done"), Kind.YES_NO),
    Column("state", gettext_lazy("State"), Kind.CHOICE, choices=PointState.choices, taken_in=False),
    Column("decision", gettext_lazy("What was decided, and why"), taken_in=False),
    Column("decided_on", gettext_lazy("Decided on"), Kind.DATE, taken_in=False),
)  # fmt: skip


def _rows(practice: Practice, _person: Person) -> Iterator[Mapping[str, Value]]:
    for point in of_practice(practice.pk):
        told = {column.key: getattr(point, column.key) for column in COLUMNS}
        yield told | {name: str(told[name]) if told[name] else None for name in ("activity", "theme")}


def _judge(practice: Practice, person: Person, rows: Sequence[Row]) -> Judged:
    judged = Judged()
    known: dict[str, dict[str, Any]] = {
        "activity": {
            each.title.casefold(): each for each in activities_visible_to(person).filter(practice=practice)
        },
        "theme": {each.title.casefold(): each for each in themes_of(practice.pk)},
    }
    for row in rows:
        try:
            said: dict[str, Any] = {name: value for name, value in row.values.items() if value is not None}
            said |= {name: _found(name, said[name], known[name]) for name in known if name in said}
            point = Point(practice=practice, made_by=person, **said)
            check(point)
        except ValidationError as fault:
            judged.faults += [Fault(row.number, key, words[0]) for key, words in fault.message_dict.items()]
        else:
            judged.changes.append(Change(row.number, point))
    return judged


def _found(name: str, said: Value, known: Mapping[str, Any]) -> Any:
    if str(said).casefold() not in known:
        raise ValidationError({name: _("We do not know this: %(cell)s") % {"cell": str(said)[:100]}})
    return known[str(said).casefold()]


TABLES = (
    Table(
        key="points",
        name=gettext_lazy("What people said"),
        columns=COLUMNS,
        known_by=(),
        rows=_rows,
        judge=_judge,
    ),
)

"""Registers as sheets (sheets/shape.py): every one whose records need not name another to be understood.

A sheet makes new records. They are changed in their form, where two versions can be told apart and a history is kept. What is
sealed does not travel in sheets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.common.languages import language_tag
from cairn.registers import facts
from cairn.registers.actions import fill
from cairn.registers.checking import as_kept, refuse_faults, team_of
from cairn.registers.kinds import all_kinds
from cairn.registers.models import Record
from cairn.registers.shape import Field, Kind, Sort
from cairn.registers.showing import names_in, words_of
from cairn.registers.values import typed
from cairn.sheets import shape as sheets

if TYPE_CHECKING:
    from django.db.models import Model

    from cairn.people.models import Person
    from cairn.practices.models import Practice

SORTS = {
    Sort.DATE: sheets.Kind.DATE,
    Sort.WHOLE: sheets.Kind.WHOLE,
    Sort.DECIMAL: sheets.Kind.DECIMAL,
    Sort.YESNO: sheets.Kind.YES_NO,
    Sort.CHOICE: sheets.Kind.CHOICE,
}
"""What a cell can hold as it is; everything else is words."""
SEVERAL = gettext_lazy("Several with semicolons between.")


def _column(field: Field) -> sheets.Column:
    several = field.sort in {Sort.CHOICES, Sort.LANGUAGES}
    return sheets.Column(
        field.key,
        field.label,
        SORTS.get(field.sort, sheets.Kind.TEXT),
        required=field.required,
        choices=field.choices if field.sort is Sort.CHOICE else (),
        help=SEVERAL if several else field.help,
        taken_in=not field.links,
    )


def _rows(kind: Kind) -> Callable[[Practice, Person], Iterator[Mapping[str, sheets.Value]]]:
    def rows(practice: Practice, _person: Person) -> Iterator[Mapping[str, sheets.Value]]:
        told = [facts.open_part(record) for record in facts.of_kind(practice, kind.key)]
        named = names_in((field, said[field.key]) for said in told for field in kind.open_fields)
        for said in told:
            yield {
                field.key: typed(field, said[field.key])
                if field.sort in SORTS
                else words_of(field, said[field.key], named) or None
                for field in kind.open_fields
            }

    return rows


def _judge(kind: Kind) -> Callable[[Practice, Person, Sequence[sheets.Row]], sheets.Judged]:
    def judge(practice: Practice, person: Person, rows: Sequence[sheets.Row]) -> sheets.Judged:
        judged, team = sheets.Judged(), team_of(practice)
        nothing = dict.fromkeys((field.key for field in kind.fields), None)
        for row in rows:
            record = Record(practice=practice, kind=kind.key, made_by=person)
            try:
                said = {key: _understood(kind.field(key), value, team) for key, value in row.values.items()}
                values = as_kept(kind, nothing | said)
                refuse_faults(kind, practice, values, nothing, record, team=team)
            except ValidationError as fault:
                judged.faults += [
                    sheets.Fault(row.number, key, words[0]) for key, words in fault.message_dict.items()
                ]
            else:
                fill(record, kind, values)
                judged.changes.append(sheets.Change(row.number, record))
        return judged

    return judge


def _understood(field: Field, said: Any, team: Mapping[int, str]) -> Any:
    """Raises ValidationError by field where a word stands for nothing that we know."""
    if said is None or field.sort not in READ:
        return said
    words = [word.strip() for word in str(said).replace("\n", ";").split(";") if word.strip()]
    found = [READ[field.sort](field, word, team) for word in words]
    if None in found:
        raise ValidationError({field.key: _("We do not know this: %(cell)s") % {"cell": str(said)[:100]}})
    return found[0] if field.sort is Sort.PERSON and found else found


def _chosen(field: Field, word: str, _team: Mapping[int, str]) -> str | None:
    folded = word.casefold()
    return next((key for key, label in field.choices if folded in {key, str(label).casefold()}), None)


def _tag(_field: Field, word: str, _team: Mapping[int, str]) -> str | None:
    return language_tag(word)


def _member(_field: Field, word: str, team: Mapping[int, str]) -> int | None:
    return next((number for number, name in team.items() if name.casefold() == word.casefold()), None)


READ: dict[Sort, Callable[[Field, str, Mapping[int, str]], Any]] = {
    Sort.CHOICES: _chosen,
    Sort.LANGUAGES: _tag,
    Sort.PERSON: _member,
}


def _not_named(thing: Model) -> None:
    """Raises ValidationError where another record names it by now: taken back, that one would point to nothing."""
    if isinstance(thing, Record) and thing.named_by.exists():
        raise ValidationError(
            _("Another record names one of these by now, so the import cannot be taken back.")
        )


def _table(kind: Kind) -> sheets.Table:
    return sheets.Table(
        key=f"register-{kind.key}",
        name=kind.plural,
        columns=tuple(map(_column, kind.open_fields)),
        known_by=(),
        rows=_rows(kind),
        judge=_judge(kind),
        lower=_not_named,
    )


TABLES = tuple(
    _table(kind)
    for kind in all_kinds().values()
    if not any(field.links and field.required for field in kind.fields)
)

"""Whether what is said of a record can stand: each field for itself, days, links, people, and the kind's own rules."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cairn.people.enums import Permission
from cairn.people.facts import people_who_may
from cairn.registers.models import Record
from cairn.registers.shape import Kind, Sort, Words
from cairn.registers.values import kept, typed

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def as_kept(kind: Kind, said: Mapping[str, Any]) -> dict[str, Any]:
    """Every value as it is kept. Raises ValidationError by field, and TypeError for a field that the kind does not have."""
    if strange := set(said) - {field.key for field in kind.fields}:
        raise TypeError(f"{kind.key} has no field {', '.join(sorted(strange))}.")
    values, faults = {}, {}
    for key, value in said.items():
        try:
            values[key] = kept(kind.field(key), value)
        except ValidationError as fault:
            faults[key] = fault.messages
    if faults:
        raise ValidationError(faults)
    return values


def refuse_faults(
    kind: Kind,
    practice: Practice,
    values: Mapping[str, Any],
    stood: Mapping[str, Any],
    record: Record,
    *,
    team: Container[int] | None = None,
) -> None:
    """Raises ValidationError by field where the whole cannot stand. What stood already is not asked for again.

    Whoever checks many records gives the numbers of the team, so that it is asked for once.
    """
    meant = {field.key: typed(field, values[field.key]) for field in kind.fields}
    fresh = {key for key, value in values.items() if value and value != stood.get(key)}
    faults: dict[str, Words] = {}
    for key, words in (
        *_days(kind, practice, meant, fresh),
        *_links(kind, practice, meant, fresh, record),
        *_people(kind, practice, meant, fresh, team),
        *(kind.check(meant, practice) if kind.check else {}).items(),
    ):
        faults.setdefault(key, words)
    if faults:
        raise ValidationError(faults)


def _days(
    kind: Kind, practice: Practice, meant: Mapping[str, Any], fresh: set[str]
) -> Iterator[tuple[str, Words]]:
    day = meant[kind.happened] if kind.happened else None
    if day and kind.happened in fresh:
        if day > timezone.localdate():
            yield kind.happened, _("This day has not come yet. Enter it once it has happened.")
        if practice.starts_on and day < practice.starts_on and not kind.early:
            yield (
                kind.happened,
                _("The practice began on %(date)s; this lies before.")
                % {"date": date_format(practice.starts_on, "DATE_FORMAT")},
            )
    if day and kind.due in fresh and meant[kind.due] < day:
        yield (
            kind.due,
            _("This is before %(date)s, the day it is about.") % {"date": date_format(day, "DATE_FORMAT")},
        )


def _links(
    kind: Kind, practice: Practice, meant: Mapping[str, Any], fresh: set[str], record: Record
) -> Iterator[tuple[str, Words]]:
    for field in kind.fields:
        if field.links and field.key in fresh:
            there = Record.objects.filter(practice=practice, kind__in=field.to, pk__in=meant[field.key])
            if there.exclude(pk=record.pk).count() != len(meant[field.key]):
                yield field.key, _("There is no such record here.")


def _people(
    kind: Kind,
    practice: Practice,
    meant: Mapping[str, Any],
    fresh: set[str],
    team: Container[int] | None,
) -> Iterator[tuple[str, Words]]:
    named = [field for field in kind.fields if field.sort is Sort.PERSON and field.key in fresh]
    known = team_of(practice) if named and team is None else team
    for field in named:
        if meant[field.key] not in (known or ()):
            yield field.key, _("This person does not belong to the team.")


def team_of(practice: Practice) -> dict[int, str]:
    """Who may be named in a record: number and name."""
    team = people_who_may(Permission.SEE_RECORDS, practice.organisation)
    return dict(team.values_list("pk", "name"))

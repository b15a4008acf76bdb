"""Finding an occupation by a few words: every word may be cut short, and slips of the pen are forgiven."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from rapidfuzz import fuzz, process

from cairn.needs.occupations.models import Occupation
from cairn.needs.occupations.tables import BY_CODE, GROUPS, Group, group_name
from cairn.texts.words import words_of

MOST = 12
"""So many are offered: on a phone one does not read more."""
LOOKED_AT = 200
"""So many that match are put in order before the best are offered."""
ALIKE = 75
"""From this likeness on (0 to 100) a word may be what was meant."""
MEANT = 8
"""So many words are tried in the place of one that nobody knows."""
OTHERWISE = "en"


class Found(NamedTuple):
    """An occupation of ESCO, or one of our own groups where `uri` is empty."""

    group: str
    """Code of ISCO-08, one to four digits."""
    uri: str
    name: str
    hint: str
    """The group that it is in, or what is in the group."""

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.group} {self.uri}".strip()


def folded_names(names: Iterable[str]) -> str:
    """One name a line, each word with a blank before it, so that ` carp` finds the beginning of a word."""
    return "\n".join("".join(f" {word}" for word in words_of(name)) for name in names)


def search(words: str, language: str = "") -> list[Found]:
    """At most twelve, the best first, in the reader's language or in one that is loaded; groups of our own among them."""
    needles = words_of(words)
    if not needles:
        return []
    loaded = _in_language(language or get_language() or OTHERWISE)
    found = _ordered(_beginning(loaded, needles), needles)
    groups = [_of_group(group) for group in GROUPS if _begins(_names_of(group), needles)]
    found = [*groups[: MOST // 2], *found][:MOST]
    return found or _alike(loaded, needles)


def chosen(key: str) -> Found | None:
    """What a form names by this key; None where there is no such group or occupation."""
    group, _blank, uri = key.partition(" ")
    if not uri:
        return _of_group(BY_CODE[group]) if group in BY_CODE else None
    row = Occupation.objects.filter(uri=uri, group=group).first()
    return _of_row(row) if row else None


def names_of(uris: Iterable[str]) -> dict[str, str]:
    """By URI, in the reader's language where that is loaded, else in English, else in any; one query."""
    wanted = {uri for uri in uris if uri}
    if not wanted:
        return {}
    order = [get_language() or OTHERWISE, OTHERWISE]
    rows = list(Occupation.objects.filter(uri__in=wanted))
    rows.sort(
        key=lambda row: order.index(row.language) if row.language in order else len(order), reverse=True
    )
    return {row.uri: row.name for row in rows}


def _in_language(language: str) -> QuerySet[Occupation]:
    """Those of the language; where none is loaded the English ones."""
    own = Occupation.objects.filter(language=language.partition("-")[0])
    return own if own.exists() else Occupation.objects.filter(language=OTHERWISE)


def _beginning(loaded: QuerySet[Occupation], needles: list[str]) -> list[Occupation]:
    every = Q()
    for needle in needles:
        every &= Q(folded__contains=f" {needle}")
    return list(loaded.filter(every)[:LOOKED_AT])


def _ordered(rows: list[Occupation], needles: list[str]) -> list[Found]:
    """First those whose own name begins so, then those whose name has the words, then those with another such name."""

    def place(row: Occupation) -> tuple[int, int]:
        name = row.folded.partition("\n")[0]
        begins, has = name.startswith(f" {' '.join(needles)}"), _begins(name, needles)
        return (0 if begins else 1 if has else 2, len(name))

    return [_of_row(row) for row in sorted(rows, key=place)]


def _alike(loaded: QuerySet[Occupation], needles: list[str]) -> list[Found]:
    """Names in which every word that was typed is there, or one that is spelt nearly so; the likest first."""
    places: list[tuple[str, int | Group]] = [
        (folded, pk) for pk, folded in loaded.values_list("pk", "folded")
    ]
    places += [(_names_of(group), group) for group in GROUPS]
    known = sorted({word for names, _place in places for word in names.split()})
    near = [_near(needle, known) for needle in needles]
    likest = sorted(
        (-likeness, number)
        for number, (names, _place) in enumerate(places)
        if (likeness := _likeness(set(names.split()), near))
    )
    best = [places[number][1] for _likeness, number in likest[:MOST]]
    rows = loaded.in_bulk([pk for pk in best if isinstance(pk, int)])
    return [_of_row(rows[one]) if isinstance(one, int) else _of_group(one) for one in best]


def _near(needle: str, known: list[str]) -> dict[str, float]:
    """Words that may have been meant, with their likeness."""
    found = process.extract(needle, known, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MEANT)
    return {word: likeness for word, likeness, _place in found}


def _likeness(words: set[str], near: list[dict[str, float]]) -> float:
    """How like the words are, taken together; nothing where one has none like it."""
    best = [max((one[word] for word in words & one.keys()), default=0) for one in near]
    return sum(best) if all(best) else 0


def _names_of(group: Group) -> str:
    return folded_names([str(group.name), *str(group.examples).split(",")])


def _begins(folded: str, needles: list[str]) -> bool:
    return all(f" {needle}" in folded for needle in needles)


def _of_group(group: Group) -> Found:
    return Found(group.code, "", str(group.name), str(group.examples))


def _of_row(row: Occupation) -> Found:
    return Found(row.group, row.uri, row.name, group_name(row.group))

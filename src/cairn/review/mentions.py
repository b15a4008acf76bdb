"""Who is meant by an @name, written as people write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cairn.people.models import Person

AT = re.compile(r"(?<![\w@.])@(?=\w)")
WORD = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True, slots=True)
class Mentioned:
    people: frozenset[Person]
    ambiguous: dict[str, tuple[Person, ...]]
    """Names that several people bear, with those people."""
    unknown: tuple[str, ...]
    """The first words after an @ that fit nobody."""


def mentioned_in(text: str, people: Iterable[Person], ticked: Iterable[Person] = ()) -> Mentioned:
    """Whole names first, the longest that fits, else first names; capitals do not matter.

    Of people who bear the same name, those who were ticked are meant.
    """
    known, meant = list(people), set(ticked)
    ambiguous: dict[str, tuple[Person, ...]] = {}
    unknown = []
    for found in AT.finditer(text):
        fitting = _fitting(text[found.end() :].casefold(), known)
        if not fitting:
            unknown.append(WORD.match(text, found.end())[0])  # type: ignore[index]  # a letter follows every @ found
        elif len(fitting) == 1:
            meant.add(fitting[0])
        elif not meant & set(fitting):
            ambiguous[fitting[0].name if _same_name(fitting) else _first(fitting[0].name)] = fitting
    return Mentioned(frozenset(meant), ambiguous, tuple(dict.fromkeys(unknown)))


def _fitting(rest: str, people: list[Person]) -> tuple[Person, ...]:
    whole = [person for person in people if _begins(rest, person.name.casefold())]
    if whole:
        longest = max(len(person.name) for person in whole)
        return tuple(person for person in whole if len(person.name) == longest)
    return tuple(person for person in people if _begins(rest, _first(person.name).casefold()))


def _begins(rest: str, name: str) -> bool:
    return rest.startswith(name) and not rest[len(name) : len(name) + 1].isalnum()


def _first(name: str) -> str:
    return name.split(maxsplit=1)[0]


def _same_name(people: tuple[Person, ...]) -> bool:
    return len({person.name.casefold() for person in people}) == 1

"""What was asked to be compared, what of it can be, and what to say of the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.comparison.beside import Comparison, compare
from cairn.comparison.facts import Side
from cairn.comparison.relating import partners, related, relations

FEWEST, MOST = 2, 10


@dataclass(frozen=True, slots=True)
class Choice:
    sides: tuple[Side, ...]
    problems: tuple[str, ...]
    """Whole sentences; something may be compared all the same."""
    comparable: bool

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(side.key for side in self.sides)

    @property
    def full(self) -> bool:
        return len(self.sides) >= MOST

    @property
    def frameworks(self) -> list[str]:
        """Ids of the frameworks by which others can be compared with the first; empty where nothing was chosen."""
        return partners(self.sides[0].portrait.framework) if self.sides else []

    def compared(self) -> Comparison:
        """All of them side by side, with what mappings say of their frameworks."""
        portraits = [side.portrait for side in self.sides]
        said = relations(portraits)
        return compare(portraits, said.same, said.links)


def choose(wanted: Sequence[str], find: Callable[[Sequence[str]], Mapping[str, Side]]) -> Choice:
    """In the order in which they were named. What does not exist and what one may not see are told alike."""
    named = [key.replace("\0", "").strip() for key in wanted]
    once = list(dict.fromkeys(key for key in named if key))
    found = find(once[:MOST])
    sides = tuple(found[key] for key in once[:MOST] if key in found)
    missing = [key for key in once[:MOST] if key not in found]
    strangers = _strangers(sides)
    problems = [*_repeated(named), *_missing(missing), *_too_many(once), *strangers]
    return Choice(sides, tuple(problems), comparable=len(sides) >= FEWEST and not strangers)


def _repeated(named: Sequence[str]) -> list[str]:
    twice = sorted({key for key in named if key and named.count(key) > 1})
    return [_("“%(name)s” was named more than once; it is shown once.") % {"name": key[:80]} for key in twice]


def _missing(keys: Sequence[str]) -> list[str]:
    return [_("There is nothing to compare under “%(name)s”.") % {"name": key[:80]} for key in keys]


def _too_many(once: Sequence[str]) -> list[str]:
    left = len(once) - MOST
    if left <= 0:
        return []
    said = ngettext(
        "At most ten can stand side by side: the first ten are shown, %(n)s is not.",
        "At most ten can stand side by side: the first ten are shown, %(n)s are not.",
        left,
    )
    return [said % {"n": left}]


def _strangers(sides: Sequence[Side]) -> list[str]:
    """Practices that were judged by something else than the first one."""
    return [
        _(
            "“%(title)s” was judged by “%(other)s”, the first practice by “%(framework)s”. Nothing says which items"
            " of the two mean the same, so they cannot share a table."
        )
        % {
            "title": side.portrait.practice.title,
            "other": side.portrait.framework.title,
            "framework": sides[0].portrait.framework.title,
        }
        for side in sides
        if not related(sides[0].portrait.framework, side.portrait.framework)
    ]

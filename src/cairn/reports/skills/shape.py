"""What every format of the grid of skills says: the same sections in one language or two, side by side."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cairn.common.languages import autonym
from cairn.needs import facts
from cairn.needs.enums import Asked
from cairn.reports.wording import clean, direction

if TYPE_CHECKING:
    from cairn.needs.skills import Part
    from cairn.participants.models import Participant

Said = TypeVar("Said")
WISHES = "wishes"
"""A section that comes from the wishes for work."""
OF_A_WISH = ("kind", "code", "occupation", "wanted", "rank")


@dataclass(frozen=True, slots=True)
class Line:
    key: str
    labels: tuple[str, ...]
    """One a language; so everywhere below."""
    words: tuple[str, ...]
    own: bool
    """Somebody's own words, which are the same in every language and run their own way."""


@dataclass(frozen=True, slots=True)
class Entry:
    titles: tuple[str, ...]
    said: Mapping[str, Any]
    """The same as codes, by key, for programs."""
    lines: tuple[Line, ...]
    """Only those in which something is said."""


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    names: tuple[str, ...]
    entries: tuple[Entry, ...]
    nothing: tuple[str, ...]
    """That there is nothing to tell; all empty where that was not said."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A person's grid as a document has it. There is no name in it."""

    code: str
    made_on: date
    languages: tuple[str, ...]
    """One tag or two; the first is that of the document."""
    titles: tuple[str, ...]
    notes: tuple[str, ...]
    """What the sheet is, and when it was made."""
    sections: tuple[Section, ...]

    @property
    def directions(self) -> tuple[str, ...]:
        return tuple(map(direction, self.languages))

    @property
    def headings(self) -> tuple[str, ...]:
        """What each language calls itself."""
        return tuple(map(autonym, self.languages))


def sheet_of(participant: Participant, languages: Sequence[str], sections: Collection[str]) -> Sheet:
    """The chosen sections of what is asked of the person, in each of the languages."""
    grid = facts.skills_of(participant.pk)
    asked = [part for part in grid if part.asked != Asked.HIDDEN]
    told = [facts.skills_told(grid, language) for language in languages]
    found = [_section(part, parts) for part, parts in zip(asked, zip(*told, strict=True), strict=True)]
    found.append(_wishes(participant, languages))
    return Sheet(
        code=participant.code,
        made_on=timezone.localdate(),
        languages=tuple(languages),
        titles=_in_each(languages, lambda: _("Skills of %(code)s") % {"code": participant.code}),
        notes=_in_each(languages, _note),
        sections=tuple(section for section in found if section.key in sections),
    )


def _note() -> str:
    return _("Told by the person and written down on %(day)s. It is no recognition of a qualification.") % {
        "day": date_format(timezone.localdate(), "DATE_FORMAT")
    }


def _section(kept: facts.SkillsPart, parts: Sequence[Part]) -> Section:
    first = parts[0]
    return Section(
        first.key,
        tuple(part.name for part in parts),
        tuple(
            Entry(
                tuple(clean(part.entries[place].title) for part in parts),
                kept.entries[place].said,
                tuple(
                    Line(
                        line.key,
                        tuple(part.entries[place].lines[number].label for part in parts),
                        tuple(clean(part.entries[place].lines[number].words) for part in parts),
                        line.own,
                    )
                    for number, line in enumerate(entry.lines)
                    if line.words
                ),
            )
            for place, entry in enumerate(first.entries)
        ),
        tuple(part.nothing for part in parts),
    )


def _wishes(participant: Participant, languages: Sequence[str]) -> Section:
    """Sectors, then professions, each in the person's order; what is not wanted says so."""
    wishes = sorted(
        facts.wishes_of(participant.pk), key=lambda one: (one.kind != "sector", not one.wanted, one.rank)
    )

    def names() -> list[str]:
        return [
            told.name if told.wish.wanted else _("Not wanted: %(name)s") % {"name": told.name}
            for told in facts.told(wishes)
        ]

    in_each = _in_each(languages, names)
    entries = tuple(
        Entry(titles, {key: getattr(wish, key) for key in OF_A_WISH}, ())
        for wish, titles in zip(wishes, zip(*in_each, strict=True), strict=True)
    )
    return Section(WISHES, _in_each(languages, lambda: _("Wishes for work")), entries, ("",) * len(languages))


def _in_each(languages: Sequence[str], say: Callable[[], Said]) -> tuple[Said, ...]:
    found = []
    for language in languages:
        with translation.override(language):
            found.append(say())
    return tuple(found)

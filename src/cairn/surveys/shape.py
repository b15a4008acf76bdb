"""What a form is once it is compiled: frozen, without a database, in the order in which it is asked.

Logic stands as XPath over the compiled XForm's instance, as pyxform resolved it (`/data/group/name`); "" where there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from cairn.surveys.enums import Kind

Texts = Mapping[str, str]
"""By BCP 47 tag; a language that has no wording is not in it."""
Row = Mapping[str, str]
"""One row of a sheet: cell by column heading, empty cells left out."""
Sheets = Mapping[str, list[Row]]
"""An XLSForm as data: the rows of `survey`, `choices` and `settings`. Row n of a list is line n + 2 of its sheet."""


@dataclass(frozen=True, slots=True)
class Choice:
    name: str
    label: Texts
    image: Texts = field(default_factory=dict)
    audio: Texts = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    """Further columns, which choice filters ask for."""


@dataclass(frozen=True, slots=True)
class Question:
    name: str
    path: str
    """Of its node in the XForm: `/data/about/age`."""
    kind: Kind
    label: Texts
    hint: Texts = field(default_factory=dict)
    image: Texts = field(default_factory=dict)
    audio: Texts = field(default_factory=dict)
    required: str = ""
    relevant: str = ""
    constraint: str = ""
    complaint: Texts = field(default_factory=dict)
    """What to say where the constraint does not hold."""
    choices: tuple[Choice, ...] = ()
    choice_filter: str = ""
    appearance: str = ""
    """As XLSForm has it: `likert`, `multiline`..."""
    scale: tuple[Decimal, Decimal, Decimal] | None = None
    """First, last and step of a range."""


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    path: str
    label: Texts
    parts: tuple[Question | Group, ...]
    relevant: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    key: str
    version: str
    title: str
    languages: tuple[str, ...]
    """Tags, the default first."""
    parts: tuple[Question | Group, ...]

    def questions(self) -> Iterator[Question]:
        """All of them in the order asked, out of their groups."""
        yield from _flat(self.parts)


def _flat(parts: tuple[Question | Group, ...]) -> Iterator[Question]:
    for part in parts:
        if isinstance(part, Group):
            yield from _flat(part.parts)
        else:
            yield part


def said_in(texts: Texts, *tags: str) -> str:
    """The wording in the first of these languages that has one; "" where none has."""
    return next((texts[tag] for tag in tags if texts.get(tag)), "")

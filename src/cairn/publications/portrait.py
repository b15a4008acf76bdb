"""A portrait: everything a reader may see of an assessed practice, as frozen values.

It is made from an assessment (assessments.facts.portrait_of), frozen by publications.actions.freeze, and read by the
public page and by every report writer. It carries all texts itself, so that nothing changes after publication.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from pydantic import Field, TypeAdapter

from cairn.frameworks.enums import Mode, NodeKind, Standing, TextStatus

FORMAT = "cairn-portrait-1"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A code and what it is called, in the portrait's language."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Tool:
    """An inspiring tool: something others can take over."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class EvidencePortrait:
    """What the practice's own records carried when it was published: never a count, and no day."""

    strength: int
    """1 told or stated, 2 counted from daily records, 3 counted and confirmed from a second side."""
    month: str
    """Of the newest record, as year and month: "2026-11"."""

    @property
    def first_day(self) -> date:
        return date.fromisoformat(f"{self.month}-01")


@dataclass(frozen=True, slots=True)
class MarkPortrait:
    """How an item was marked. `level` is the scale's own step, empty while unknown."""

    standing: Standing
    level: str = ""
    label: str = ""
    note: str = ""
    wording: str = ""
    """The wording of the imported document, where it differs from the framework's."""
    evidence: Annotated[EvidencePortrait | None, Field(exclude_if=lambda value: value is None)] = None
    """Only where the practice agreed to show it. Not in the text where it is not there: older texts stay the same bytes."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items stand where, and what the framework's own rules make of it."""

    met: int = 0
    partly: int = 0
    not_met: int = 0
    not_applicable: int = 0
    unknown: int = 0
    left_out: int = 0
    share: float | None = None
    """Points had of points to be had, 0 to 1; None while nothing is decided or the scale is unscored."""
    passed: bool | None = None
    """By the pass rule; None without a rule, or while unknown marks leave it open."""
    vetoed_by: tuple[str, ...] = ()
    """Ids of the items whose marks fail the group."""
    stopped_by: str = ""
    """Id of the gate whose failing stopped the assessment before it came here; empty where none did."""

    @property
    def judged(self) -> int:
        """Items that count: everything decided that applies."""
        return self.met + self.partly + self.not_met


@dataclass(frozen=True, slots=True)
class NodePortrait:
    id: str
    kind: NodeKind
    text: str
    short: str = ""
    status: TextStatus | None = None
    left_out: str | None = None
    """The reason, where assessors left the question or criterion out; None where they did not."""
    narrative: str = ""
    """Markdown."""
    tools: tuple[Tool, ...] = ()
    mark: MarkPortrait | None = None
    """For items only."""
    tally: Tally = Tally()
    children: tuple[NodePortrait, ...] = ()

    def walk(self) -> Iterator[NodePortrait]:
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def items(self) -> tuple[NodePortrait, ...]:
        return tuple(node for node in self.walk() if node.kind is NodeKind.ITEM)

    @property
    def questions(self) -> tuple[NodePortrait, ...]:
        return tuple(node for node in self.walk() if node.kind is NodeKind.QUESTION)

    @property
    def html_id(self) -> str:
        return self.id.replace(".", "-")


@dataclass(frozen=True, slots=True)
class PracticePortrait:
    title: str
    organisation: str
    slug: str = ""
    summary: str = ""
    objectives: str = ""
    country: Labelled | None = None
    places: tuple[str, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    target_groups: tuple[Labelled, ...] = ()
    legal_statuses: tuple[Labelled, ...] = ()
    integration_areas: tuple[Labelled, ...] = ()
    languages: tuple[Labelled, ...] = ()
    funding: str = ""
    website: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class FrameworkPortrait:
    id: str
    version: str
    title: str
    source: str
    licence: str
    status: TextStatus
    completeness: str = ""
    translation: str = ""
    """Said to the reader where the criteria are shown in a translation that no person has checked."""

    @property
    def ref(self) -> str:
        """`id@version`, as the framework itself is called."""
        return f"{self.id}@{self.version}"


@dataclass(frozen=True, slots=True)
class Portrait:
    practice: PracticePortrait
    framework: FrameworkPortrait
    mode: Mode
    language: str
    assessed_on: date | None
    """Day of the last change to the assessment."""
    tally: Tally
    nodes: tuple[NodePortrait, ...]
    format: str = field(default=FORMAT)

    def walk(self) -> Iterator[NodePortrait]:
        for node in self.nodes:
            yield from node.walk()

    @property
    def items(self) -> tuple[NodePortrait, ...]:
        return tuple(node for node in self.walk() if node.kind is NodeKind.ITEM)

    @property
    def questions(self) -> tuple[NodePortrait, ...]:
        return tuple(node for node in self.walk() if node.kind is NodeKind.QUESTION)

    @property
    def shows_evidence(self) -> bool:
        return any(node.mark and node.mark.evidence for node in self.walk())


_portraits = TypeAdapter(Portrait)


def to_text(portrait: Portrait) -> str:
    """The one JSON text of a portrait: the same portrait always gives the same bytes."""
    return _portraits.dump_json(portrait).decode()


def from_text(text: str) -> Portrait:
    return _portraits.validate_json(text)


def digest_of(text: str) -> str:
    """SHA-256 of the frozen text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


LEFT_OUT = "left_out"
"""Stands for an item's standing where assessors left the question or criterion around it out."""


def standings_of(portrait: Portrait) -> dict[str, str]:
    """How each item stands, by its id: a value of Standing, or LEFT_OUT."""
    return dict(_standings(portrait.nodes, above_left_out=False))


def _standings(nodes: Iterable[NodePortrait], *, above_left_out: bool) -> Iterator[tuple[str, str]]:
    for node in nodes:
        left_out = above_left_out or node.left_out is not None
        if node.mark is not None:
            yield node.id, LEFT_OUT if left_out else node.mark.standing.value
        yield from _standings(node.children, above_left_out=left_out)

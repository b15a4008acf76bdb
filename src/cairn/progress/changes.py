"""What would become otherwise if the figures were taken anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cairn.progress import facts
from cairn.progress.layouts import from_kept
from cairn.progress.models import Block, Report
from cairn.progress.shape import Part, by_key
from cairn.progress.shape import from_kept as parts_from


@dataclass(frozen=True, slots=True)
class Moved:
    """One figure that is another now."""

    part: str
    label: str
    stood: str
    now: str


@dataclass(frozen=True, slots=True)
class Redrafted:
    """A section whose draft is another now."""

    key: str
    title: str
    block: Block
    draft: str

    @property
    def own(self) -> bool:
        """Whether somebody wrote there, so that their words stay unless they say otherwise."""
        return not self.block.untouched


@dataclass(frozen=True, slots=True)
class Changes:
    figures: tuple[Moved, ...]
    tables: tuple[str, ...]
    """Titles of the tables that are others now."""
    drafts: tuple[Redrafted, ...]

    def __bool__(self) -> bool:
        return bool(self.figures or self.tables or self.drafts)


def changes_of(report: Report, now: Sequence[Part]) -> Changes:
    stood = by_key(parts_from(report.figures))
    pairs = [(stood[part.key], part) for part in now if part.key in stood]
    return Changes(
        tuple(moved for old, new in pairs for moved in _moved(old, new)),
        tuple(
            table.title
            for old, new in pairs
            for table in new.tables
            if table.rows != next((one.rows for one in old.tables if one.key == table.key), None)
        ),
        tuple(_redrafted(report, now)),
    )


def _moved(old: Part, new: Part) -> Iterator[Moved]:
    for figure in new.figures:
        before = old.figure(figure.key)
        stood = before.words if before else ""
        if stood != figure.words:
            yield Moved(new.title, figure.label, stood, figure.words)


def _redrafted(report: Report, now: Sequence[Part]) -> Iterator[Redrafted]:
    blocks = {block.key: block for block in report.blocks.all()}
    for slot in from_kept(report.layout).slots:
        block, draft = blocks.get(slot.key), facts.draft_of(slot, now)
        if block and draft != block.drafted:
            yield Redrafted(slot.key, slot.title, block, draft)

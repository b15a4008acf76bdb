"""Judgements of one round beside each other, item by item. For moderators and rules, once the round is readable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from cairn.assessments.weighing import suggesting
from cairn.common.tables import Column
from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Framework, Node
from cairn.people.models import Person
from cairn.rounds import facts
from cairn.rounds.models import Consensus, Judgement, Round, Seat


@dataclass(frozen=True, slots=True)
class Voice:
    """What one assessor says of one item; no judgement where nothing was said of it."""

    seat: Seat
    judgement: Judgement | None
    level: str
    """In words; empty where the item was not judged."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One item with every voice on it, from those who handed in and were asked for it."""

    item: Node
    voices: tuple[Voice, ...]
    agreed: Consensus | None
    agreed_level: str
    """In words."""

    @property
    def suggested(self) -> str:
        """What the records said when it was agreed on; empty where nobody asked them."""
        return suggesting.in_words(self.agreed.suggested) if self.agreed else ""

    @property
    def levels(self) -> list[str]:
        """The levels given, by assessor."""
        return [voice.judgement.level for voice in self.voices if voice.judgement and voice.judgement.level]

    @property
    def alike(self) -> str | None:
        """The level on which everyone put it: two assessors at least, and nobody who was asked left it out."""
        given = self.levels
        whole = len(given) >= 2 and len(given) == len(self.voices)
        return given[0] if whole and len(set(given)) == 1 else None

    @property
    def apart(self) -> int:
        """How many different levels were given."""
        return len(set(self.levels))

    @property
    def share(self) -> float | None:
        """Share of pairs of assessors that agree, 0 to 1; None with fewer than two."""
        return pairs_alike(self.levels)


def pairs_alike(levels: list[str]) -> float | None:
    pairs = len(levels) * (len(levels) - 1)
    same = sum(levels.count(level) - 1 for level in levels)
    return same / pairs if pairs else None


def in_words(framework: Framework, item_id: str, level_id: str) -> str:
    """The label of a level; empty for none."""
    if not level_id:
        return ""
    level = framework.scales_by_item[item_id].level(level_id)
    return level.label if level else str(Standing(level_id).label)


def beside(round_: Round, framework: Framework, *, reader: Person) -> list[Beside]:
    """Every item in reading order, for a moderator. Raises facts.Blind while that would be too early."""
    if not (facts.readable(round_) and facts.may_moderate(reader, round_)):
        raise facts.Blind
    return _rows(round_, framework)


def _rows(round_: Round, framework: Framework) -> list[Beside]:
    """Three queries, however many items."""
    said = facts.judgements_handed_in(round_)
    asked = {seat: facts.items_of(seat, framework) for seat in said}
    agreed = facts.agreed_in(round_)
    return [_beside(framework, item, said, asked, agreed.get(item.id)) for item in framework.items]


def _beside(
    framework: Framework,
    item: Node,
    said: Mapping[Seat, Mapping[str, Judgement]],
    asked: Mapping[Seat, Mapping[str, Node]],
    agreed: Consensus | None,
) -> Beside:
    voices = []
    for seat, judgements in said.items():
        if item.id in asked[seat]:
            judgement = judgements.get(item.id)
            words = in_words(framework, item.id, judgement.level) if judgement else ""
            voices.append(Voice(seat, judgement, words))
    return Beside(item, tuple(voices), agreed, in_words(framework, item.id, agreed.level) if agreed else "")


def unanimous(round_: Round, framework: Framework) -> dict[str, str]:
    """The level of every item that all judged alike, by item."""
    return {row.item.id: row.alike for row in _rows(round_, framework) if row.alike}


def worst_first(rows: list[Beside]) -> list[Beside]:
    """Where assessors disagree most, first; then what is not agreed on; otherwise in reading order."""
    return sorted(rows, key=lambda row: (row.apart < 2, row.share if row.share is not None else 2.0))


@dataclass(frozen=True, slots=True)
class Cell:
    """One judgement on one item, for a table to take away."""

    row: Beside
    voice: Voice


def cells(rows: list[Beside]) -> list[Cell]:
    return [Cell(row, voice) for row in rows for voice in row.voices]


COLUMNS = (
    Column(_("Item"), lambda cell: cell.row.item.id),
    Column(_("Wording"), lambda cell: cell.row.item.text),
    Column(_("Assessor"), lambda cell: cell.voice.seat.person.name),
    Column(_("Kind of assessor"), lambda cell: cell.voice.seat.get_kind_display()),
    Column(_("Level"), lambda cell: cell.voice.level),
    Column(_("Reason"), lambda cell: cell.voice.judgement and cell.voice.judgement.reason),
    Column(_("Confidence (1 to 3)"), lambda cell: cell.voice.judgement and cell.voice.judgement.confidence),
    Column(_("Agreeing pairs (share)"), lambda cell: cell.row.share),
    Column(_("Agreed level"), lambda cell: cell.row.agreed_level),
    Column(_("Reason for the agreed level"), lambda cell: cell.row.agreed and cell.row.agreed.reason),
    Column(_("Suggested by the records"), lambda cell: cell.row.suggested),
)
"""One line per item and assessor who was asked for it; empty where something was not said."""

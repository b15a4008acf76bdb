"""The pages on which a seat judges: one per question, with its items, their choices and what was said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from cairn.assessments.sheets import sheets_of
from cairn.assessments.weighing.panels import Panel
from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Framework, Node
from cairn.rounds import facts
from cairn.rounds.comparing import in_words
from cairn.rounds.enums import Confidence
from cairn.rounds.models import Judgement, Seat
from cairn.rounds.saying import Clash, Fault, Judged


@dataclass(frozen=True, slots=True)
class Page:
    node: Node
    items: tuple[Node, ...]


def pages_of(seat: Seat, framework: Framework) -> tuple[Page, ...]:
    """In reading order, those with items that the seat is asked to judge."""
    asked = facts.items_of(seat, framework)
    found = (
        Page(sheet.node, tuple(item for item in sheet.items if item.id in asked))
        for sheet in sheets_of(framework)
    )
    return tuple(page for page in found if page.items)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one page is."""

    page: Page
    open: tuple[Node, ...]
    """Items without a level."""

    @property
    def judged(self) -> int:
        return len(self.page.items) - len(self.open)


def progress_of(seat: Seat, framework: Framework) -> tuple[Progress, ...]:
    """For the holder of the seat only. One query."""
    judged = facts.judged_by(seat)
    return tuple(
        Progress(page, tuple(item for item in page.items if item.id not in judged))
        for page in pages_of(seat, framework)
    )


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    label: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One item as it is asked: what is stored, or what the person has just sent where it could not be saved."""

    item: Node
    base: int
    reason: str
    choices: tuple[Choice, ...]
    sure: tuple[Choice, ...]
    faults: tuple[str, ...]
    clash: Clash | None
    clash_level: str
    """In words."""
    panel: Panel | None
    """What the records say of it, where assessors are shown that."""


def rows_of(
    page: Page,
    framework: Framework,
    stored: Mapping[str, Judgement],
    *,
    sent: Sequence[Judged] = (),
    faults: Sequence[Fault] = (),
    clashes: Sequence[Clash] = (),
    panels: Mapping[str, Panel] = MappingProxyType({}),
) -> tuple[Row, ...]:
    """`sent` stays in the fields although it is not what is stored."""
    kept = {one.item_id: one for one in sent}
    against = {clash.item_id: clash for clash in clashes}
    rows = []
    for item in page.items:
        said = kept.get(item.id) or _said(item, stored.get(item.id))
        clash = against.get(item.id)
        rows.append(
            Row(
                item=item,
                base=clash.revision if clash else said.base,
                reason=said.reason,
                choices=choices(framework, item, said.level, blank=True),
                sure=_sure(said.confidence),
                faults=tuple(fault.message for fault in faults if fault.item_id == item.id),
                clash=clash,
                clash_level=in_words(framework, item.id, clash.level) if clash else "",
                panel=panels.get(item.id),
            )
        )
    return tuple(rows)


def _said(item: Node, judgement: Judgement | None) -> Judged:
    if judgement is None:
        return Judged(item.id, 0)
    return Judged(item.id, judgement.revision, judgement.level, judgement.reason, judgement.confidence)


def choices(framework: Framework, item: Node, chosen: str | None, *, blank: bool) -> tuple[Choice, ...]:
    """The levels of the item's scale and "does not apply"; `blank` adds the choice of none."""
    levels = framework.scales_by_item[item.id].levels
    found = [Choice(level.id, level.label, level.text, level.id == chosen) for level in levels]
    found.append(_state(Standing.NOT_APPLICABLE, Standing.NOT_APPLICABLE.value, chosen))
    if blank:
        found.append(_state(Standing.UNKNOWN, "", chosen))
    return tuple(found)


def _state(standing: Standing, value: str, chosen: str | None) -> Choice:
    return Choice(value, str(standing.label), "", value == chosen)


def _sure(confidence: int | None) -> tuple[Choice, ...]:
    return tuple(
        Choice(str(each.value), str(each.label), "", each.value == confidence) for each in Confidence
    )

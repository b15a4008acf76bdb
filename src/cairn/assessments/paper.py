"""A sheet as it is shown: what is stored, or what the person has just sent where it could not be saved as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from cairn.assessments.checking import words_in
from cairn.assessments.models import Entry
from cairn.assessments.saying import Conflict, Fault, Saying
from cairn.assessments.sheets import Sheet, blank
from cairn.assessments.weighing import suggesting
from cairn.assessments.weighing.panels import Panel
from cairn.frameworks.enums import NodeKind, Standing
from cairn.frameworks.shape import Framework, Node
from cairn.publications.portrait import Tool

SPARE_TOOLS = 2
"""Empty rows offered for more tools; after saving there are new ones."""


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    label: str
    text: str
    chosen: bool
    standing: Standing


@dataclass(frozen=True, slots=True)
class Contest:
    """A conflict as it is shown, both sides in words."""

    field: str
    yours: str
    theirs: str
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Row:
    """One node of the sheet."""

    node: Node
    base: int
    level: str
    note: str
    wording: str
    reason: str
    narrative: str
    tools: tuple[Tool, ...]
    choices: tuple[Choice, ...]
    faults: tuple[Fault, ...]
    contests: tuple[Contest, ...]
    panel: Panel | None
    differs: bool
    """Whether the level as it stands here is another than the records suggest."""

    @property
    def asks_reason(self) -> bool:
        """Whether the field for the reason is there."""
        told = [*(fault.field for fault in self.faults), *(contest.field for contest in self.contests)]
        return self.differs or bool(self.reason) or "reason" in told or bool(self.panel and self.panel.then)

    @property
    def newly_asked(self) -> bool:
        """Whether a page that stands has to get the field: nothing was written in it that could be lost."""
        return not self.reason and any(fault.field == "reason" for fault in self.faults)

    @property
    def is_item(self) -> bool:
        return self.node.kind is NodeKind.ITEM

    @property
    def asks_words(self) -> bool:
        return self.node.kind is NodeKind.FIELD or (
            self.node.kind is NodeKind.QUESTION and self.node.narrative
        )

    @property
    def words(self) -> int:
        return words_in(self.narrative)

    @property
    def too_many_words(self) -> bool:
        return self.node.word_limit is not None and self.words > self.node.word_limit

    @property
    def tool_rows(self) -> tuple[Tool, ...]:
        return (*self.tools, *(Tool("") for _ in range(SPARE_TOOLS)))


@dataclass(frozen=True, slots=True)
class Paper:
    """What a page or an answer to autosaving needs of a sheet."""

    rows: tuple[Row, ...]

    @property
    def faults(self) -> tuple[tuple[Row, Fault], ...]:
        return tuple((row, fault) for row in self.rows for fault in row.faults)

    @property
    def contests(self) -> tuple[Contest, ...]:
        return tuple(contest for row in self.rows for contest in row.contests)


def paper(
    framework: Framework,
    sheet: Sheet,
    entries: Mapping[str, Entry],
    *,
    panels: Mapping[str, Panel] = MappingProxyType({}),
    sent: Iterable[Saying] = (),
    faults: Sequence[Fault] = (),
    conflicts: Sequence[Conflict] = (),
) -> Paper:
    """`sent` is what stays in the fields although it is not what is stored."""
    by_node = {saying.node_id: saying for saying in sent}
    return Paper(
        tuple(
            _row(
                framework,
                node,
                entries.get(node.id) or blank(node.id),
                panel=panels.get(node.id),
                sent=by_node.get(node.id),
                faults=tuple(fault for fault in faults if fault.node_id == node.id),
                conflicts=[conflict for conflict in conflicts if conflict.node_id == node.id],
            )
            for node in sheet.nodes
        )
    )


def _row(
    framework: Framework,
    node: Node,
    entry: Entry,
    *,
    panel: Panel | None,
    sent: Saying | None,
    faults: tuple[Fault, ...],
    conflicts: Sequence[Conflict],
) -> Row:
    said = sent or Saying(node.id, entry.revision)
    level = entry.level if said.level is None else said.level
    stored_tools = tuple(Tool(tool["title"], tool["url"]) for tool in entry.tools)
    return Row(
        node=node,
        base=entry.revision if said.base_revision is None else said.base_revision,
        level=level,
        note=entry.note if said.note is None else said.note,
        wording=entry.wording,
        reason=entry.reason if said.reason is None else said.reason,
        narrative=entry.narrative if said.narrative is None else said.narrative,
        tools=stored_tools if said.tools is None else said.tools,
        choices=tuple(_choices(framework, node, level)),
        faults=faults,
        contests=tuple(_contest(framework, node, conflict) for conflict in conflicts),
        panel=panel,
        differs=panel is not None and suggesting.differs(framework, node.id, level, panel.line.found),
    )


def _choices(framework: Framework, node: Node, level: str) -> list[Choice]:
    if node.kind is not NodeKind.ITEM:
        return []
    scale = framework.scales_by_item[node.id]
    steps = [Choice(step.id, step.label, step.text, step.id == level, step.standing) for step in scale.levels]
    others = [
        Choice(value, str(standing.label), "", value == level, standing)
        for value, standing in (
            (Standing.NOT_APPLICABLE.value, Standing.NOT_APPLICABLE),
            ("", Standing.UNKNOWN),
        )
    ]
    return steps + others


def _contest(framework: Framework, node: Node, conflict: Conflict) -> Contest:
    return Contest(
        conflict.field,
        in_words(framework, node, conflict.field, conflict.yours),
        in_words(framework, node, conflict.field, conflict.theirs),
        conflict,
    )


def in_words(framework: Framework, node: Node, field: str, value: object) -> str:
    """What a stored value says to a person."""
    if field == "level":
        step = framework.scales_by_item[node.id].level(str(value))
        return step.label if step else str(framework.standing(node.id, str(value)).label)
    if isinstance(value, dict):
        return suggesting.in_words(value)
    if isinstance(value, list):
        return "\n".join(f"{tool['title']} {tool['url']}".strip() for tool in value)
    return str(value)

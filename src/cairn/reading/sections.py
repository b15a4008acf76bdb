"""A document cut into its parts: what stands at its head, and each question with its narrative, tools and items."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from cairn.reading.labels import CHECKLIST, NARRATIVE, REPEATED, TOOLS, heads_columns, label_of
from cairn.reading.lines import Line
from cairn.reading.marks import Marked, legend_of

LONGEST_QUESTION = 320


class Role(StrEnum):
    """What a line is in the document, told without knowing the framework's items."""

    QUESTION = "question"
    GROUP = "group"
    CHECKLIST = "checklist"
    TOOLS = "tools"
    NARRATIVE = "narrative"
    DULL = "dull"
    REPEATED = "repeated"
    TEXT = "text"
    ITEM = "item"


NO_QUESTION = Marked(Line(""), "")


@dataclass(slots=True)
class Section:
    """From one question to the next. The first section is the head of the document and has no question."""

    question: Marked
    prose: list[Marked] = field(default_factory=list)
    tools: list[Marked] = field(default_factory=list)
    items: list[Marked] = field(default_factory=list)
    groups: list[Marked] = field(default_factory=list)


def role_of(one: Marked, is_question: Callable[[Marked], bool], is_group: Callable[[str], bool]) -> Role:
    text = one.text
    if legend_of(one.line) or heads_columns(one.line.cells):
        return Role.DULL
    for role, labels in _LABELS.items():
        if label_of(text, labels) is not None:
            return role
    if one.sign:
        return Role.ITEM
    if len(text) <= LONGEST_QUESTION and (asks(one.line) or is_question(one)):
        return Role.QUESTION
    if is_group(text):
        return Role.GROUP
    return Role.TEXT if one.line.level is None else Role.QUESTION


def asks(line: Line) -> bool:
    """Whether a line is a question by its looks: one sentence with a question mark, perhaps with examples after it."""
    before, mark, after = line.text.partition("?")
    if not mark or line.listed or len(line.text) < 15:
        return False
    one_sentence = ". " not in before.replace("e.g. ", "").replace("i.e. ", "")
    return one_sentence and (not after.strip(" ?*:") or after.strip().startswith("("))


def sections_of(
    lines: Iterable[Marked], is_question: Callable[[Marked], bool], is_group: Callable[[str], bool]
) -> list[Section]:
    cutter = _Cutter()
    for one in lines:
        cutter.take(one, role_of(one, is_question, is_group))
    return cutter.sections


class _Cutter:
    def __init__(self) -> None:
        self.sections = [Section(NO_QUESTION)]
        self.filling: list[Marked] = self.sections[0].prose

    def take(self, one: Marked, role: Role) -> None:
        now = self.sections[-1]
        if role is Role.TEXT:
            self.filling.append(one)
        elif role is Role.QUESTION:
            self.sections.append(Section(one))
            self.filling = self.sections[-1].prose
        elif role is Role.GROUP:
            now.groups.append(one)
            self.filling = now.items or self.filling
        elif role is Role.ITEM:
            now.items.append(one)
            self.filling = now.items
        elif role is Role.REPEATED:
            self.filling = []
        elif role in _OPENS:
            self.filling = getattr(now, _OPENS[role])
            self._rest(one, role)

    def _rest(self, one: Marked, role: Role) -> None:
        """What stands on the same line after a label."""
        rest = label_of(one.text, _LABELS[role])
        if rest:
            self.filling.append(Marked(one.line, rest))


_OPENS = {Role.CHECKLIST: "items", Role.TOOLS: "tools", Role.NARRATIVE: "prose"}
_LABELS = {Role.REPEATED: REPEATED, Role.CHECKLIST: CHECKLIST, Role.TOOLS: TOOLS, Role.NARRATIVE: NARRATIVE}

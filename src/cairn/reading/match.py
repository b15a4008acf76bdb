"""A document's lines matched with a framework: questions first, then the items inside their question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cairn.frameworks.enums import NodeKind, Standing
from cairn.frameworks.shape import Framework, Node
from cairn.reading.align import aligned
from cairn.reading.likeness import NOTHING, Likeness, Text, likenesses_of
from cairn.reading.marks import Marked
from cairn.reading.sections import Section, asks
from cairn.texts.words import folded

# Inside its question, a line must be at least this like an item (one ordinary word in common is less), and lose this much by going elsewhere.
ITEM_FLOOR, ITEM_MARGIN = 0.16, 0.06
# Where letters settle it, only another line with the same letters can contest it.
LETTERS_MARGIN = 0.02
# A line without a mark may be anything: it must be liker.
UNMARKED_FLOOR = 0.3
# Outside any known question nothing but the words speaks for a match.
ALONE_FLOOR, ALONE_MARGIN = 0.45, 0.15
QUESTION_FLOOR, QUESTION_MARGIN = 0.16, 0.05
# A line without a question mark is taken for a question, or for a criterion's name, from this likeness on.
HEADING_FLOOR = 0.5
# Narratives are sentences too, so a plain sentence must be nearly the question itself.
SENTENCE_FLOOR = 0.8
# For the last line left for the last item left: it must share at least something with it.
LAST_FLOOR = 0.03
OF_QUESTION = 0.6


@dataclass(frozen=True, slots=True)
class Match:
    line: Marked
    by: str
    confidence: float


@dataclass(slots=True)
class Matches:
    """What was found where; `left` holds the lines that belong to nothing."""

    questions: dict[str, Match] = field(default_factory=dict)
    sections: dict[str, list[Section]] = field(default_factory=dict)
    items: dict[str, Match] = field(default_factory=dict)
    left: list[Marked] = field(default_factory=list)
    repeated: bool = False
    """Whether the document holds parts twice, word for word and mark for mark; each is read once."""


class Matcher:
    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.likenesses = likenesses_of(framework)
        self.questions = questions_in(framework)
        self.items = {node.id: items_of(node) for node in self.questions}
        self.groups = framework.of_kind(NodeKind.GROUP, NodeKind.GATE)
        self.texts: dict[str, Text] = {}
        self.known: dict[tuple[str, str], Likeness] = {}

    def likeness(self, line: str, node: Node) -> Likeness:
        key = line, node.id
        if key not in self.known:
            if line not in self.texts:
                self.texts[line] = self.likenesses.text(line)
            self.known[key] = self.likenesses.between(self.texts[line], node)
        return self.known[key]

    def best(self, line: str, nodes: Iterable[Node]) -> float:
        return max((self.likeness(line, node).score for node in nodes), default=0.0)

    def is_question(self, one: Marked) -> bool:
        """Whether a line that does not ask is a question of the framework all the same."""
        score = self.best(one.text, self.questions)
        floor = SENTENCE_FLOOR if one.line.level is None and one.text.endswith(".") else HEADING_FLOOR
        return score >= floor and score > self.best(one.text, self.groups)

    def is_group(self, text: str) -> bool:
        return len(text) <= 100 and self.best(text, self.groups) >= HEADING_FLOOR

    def match(self, sections: list[Section]) -> Matches:
        """Also moves what stands before the first question into the head, `sections[0]`."""
        found = Matches()
        self._gather_head(sections)
        sections = _once(sections, found)
        for section in sections:
            self._pin(section, found)
        head, rest = sections[0], sections[1:]
        for section, question in self._questions_of(rest, found):
            if question is None:
                found.left += _all_of(section)
            else:
                self._items(section, question, found)
        found.left += head.items
        self._alone(found)
        _give_up_contested(found)
        return found

    def _gather_head(self, sections: list[Section]) -> None:
        """Headings before the first question, such as the practice's name, belong to the head."""
        while len(sections) > 1 and not sections[1].items:
            heading = sections[1].question
            if heading.line.node or asks(heading.line) or self.is_question(heading):
                return
            sections[0].prose += [heading, *sections[1].prose]
            sections[0].tools += sections[1].tools
            del sections[1]

    def _pin(self, section: Section, found: Matches) -> None:
        """Takes out the items whose id the file itself names."""
        items = {node.id for node in self.framework.items}
        for lines in (section.items, section.prose):
            for one in list(lines):
                named = next((name for name in (one.line.node, *one.line.cells) if name in items), None)
                if named and named not in found.items:
                    found.items[named] = Match(one, "equal text", 1.0)
                    lines.remove(one)

    def _questions_of(self, sections: list[Section], found: Matches) -> list[tuple[Section, Node | None]]:
        """Each section with its question, if the framework has it."""
        scores = [[self._section_score(section, node) for node in self.questions] for section in sections]
        chosen: dict[int, Node] = {}
        for pair in aligned(scores, QUESTION_FLOOR):
            if pair.margin < QUESTION_MARGIN:
                continue
            section, node = sections[pair.line], self.questions[pair.place]
            chosen[pair.line] = node
            likeness = self.likeness(section.question.text, node)
            by = likeness.by if likeness.score >= QUESTION_FLOOR else "place"
            sure = 1.0 if by == "equal text" else min(pair.margin / pair.score, 0.99)
            found.questions[node.id] = Match(section.question, by, round(sure, 2))
            found.sections[node.id] = [section]
        return [(section, chosen.get(index)) for index, section in enumerate(sections)]

    def _section_score(self, section: Section, node: Node) -> float:
        heading = section.question
        if heading.line.node == node.id:
            return 2.0
        asked = self.likeness(heading.text, node).score
        lines = [one.text for one in section.items]
        if not lines or not self.items[node.id]:
            return asked
        like = sum(self.best(line, self.items[node.id]) for line in lines) / len(lines)
        return OF_QUESTION * asked + (1 - OF_QUESTION) * like

    def _items(self, section: Section, question: Node, found: Matches) -> None:
        nodes = [node for node in self.items[question.id] if node.id not in found.items]
        lines = list(section.items)
        moved = [one for one in section.prose if self._is_item(one, nodes)]
        section.prose = [one for one in section.prose if one not in moved]
        lines += moved
        left = lines
        if nodes and lines:
            left = self._aligned_items(lines, nodes, found)
        found.left += left

    def _is_item(self, one: Marked, nodes: list[Node]) -> bool:
        """Whether a line among the narrative is an item without a mark."""
        score = self.best(one.text, nodes)
        return score >= (UNMARKED_FLOOR if one.line.listed or one.line.pictured else 0.8)

    def _aligned_items(self, lines: list[Marked], nodes: list[Node], found: Matches) -> list[Marked]:
        likes = [[self._in_question(one, node) for node in nodes] for one in lines]
        scores = [[like.score for like in row] for row in likes]
        taken: set[int] = set()
        for pair in aligned(scores, ITEM_FLOOR):
            like = likes[pair.line][pair.place]
            if pair.margin < (ITEM_MARGIN if like.by == "terms" else LETTERS_MARGIN):
                continue
            sure = 1.0 if like.by == "equal text" else min(round(pair.margin / pair.score, 2), 0.99)
            found.items[nodes[pair.place].id] = Match(lines[pair.line], like.by, sure)
            taken.add(pair.line)
        left = [index for index in range(len(lines)) if index not in taken]
        open_nodes = [place for place, node in enumerate(nodes) if node.id not in found.items]
        if len(left) == len(open_nodes) == 1 and len(lines) == len(nodes) > 1:
            line, place = left[0], open_nodes[0]
            if scores[line][place] >= LAST_FLOOR:
                found.items[nodes[place].id] = Match(lines[line], "place", 0.5)
                return []
        return [lines[index] for index in left]

    def _in_question(self, one: Marked, node: Node) -> Likeness:
        like = self.likeness(one.text, node)
        if not one.sign and like.score < UNMARKED_FLOOR:
            return NOTHING
        return like

    def _alone(self, found: Matches) -> None:
        """Lines outside their question: only a clear likeness to one item counts."""
        open_nodes = [node for node in self.framework.items if node.id not in found.items]
        lines = [
            one for one in found.left if one.sign or one.line.listed or one.line.cells or one.line.pictured
        ]
        if not open_nodes or not lines:
            return
        likes = [[self.likeness(one.text, node) for node in open_nodes] for one in lines]
        for pair in aligned([[like.score for like in row] for row in likes], ALONE_FLOOR):
            like = likes[pair.line][pair.place]
            if pair.margin < (ALONE_MARGIN if like.by == "terms" else LETTERS_MARGIN):
                continue
            one = lines[pair.line]
            sure = 1.0 if like.by == "equal text" else min(round(pair.margin, 2), 0.99)
            found.items[open_nodes[pair.place].id] = Match(one, like.by, sure)
            found.left.remove(one)


def questions_in(framework: Framework) -> list[Node]:
    """What items stand under: questions, and criteria or gates that hold items without asking a question."""
    return [
        node
        for node in framework.walk()
        if node.kind is NodeKind.QUESTION or any(child.kind is NodeKind.ITEM for child in node.children)
    ]


def items_of(node: Node) -> tuple[Node, ...]:
    """A question's items; of anything else only those directly below it."""
    if node.kind is NodeKind.QUESTION:
        return node.items
    return tuple(child for child in node.children if child.kind is NodeKind.ITEM)


def _give_up_contested(found: Matches) -> None:
    """The same line with two different marks says nothing sure: both go to a person."""
    marks: dict[str, set[Standing | None]] = {}
    for one in found.left:
        if one.sign:
            marks.setdefault(folded(one.text), set()).add(one.mark)
    for node_id, match in list(found.items.items()):
        if marks.get(folded(match.line.text), set()) - {match.line.mark}:
            found.left.append(found.items.pop(node_id).line)


def _once(sections: list[Section], found: Matches) -> list[Section]:
    """Without exact repetitions: listing pages show the same practice several times."""
    kept: dict[tuple[tuple[str, Standing | None], ...], Section] = {}
    for section in sections:
        lines = [section.question, *section.prose, *section.items]
        kept.setdefault(tuple((one.text, one.mark) for one in lines), section)
    found.repeated = len(kept) < len(sections)
    return list(kept.values())


def _all_of(section: Section) -> list[Marked]:
    return [section.question, *section.prose, *section.tools, *section.items]

"""Practices beside one another: the marks and narratives of several portraits, matched item by item.

Pure values: public editions and private assessments are compared by the same code, and the assessments of one practice
over time too. Items are matched by their ids; the rows stand in the order of the first portrait, what only later ones
have comes after it, under its own criterion.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext_lazy as _

from cairn.frameworks.enums import NodeKind, Standing
from cairn.publications.portrait import LEFT_OUT, NodePortrait, Portrait

ABSENT = ""
"""Stands for the standing of an item that a framework or an older version does not have."""
WORDS = {
    **{standing.value: standing.label for standing in Standing},
    LEFT_OUT: _("Left out"),
    ABSENT: _("Not asked"),
}

Same = Mapping[str, str]
"""From a name to the name under which the same item stands already; names are `framework/node`."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a mapping says of a node, where that is not "the same"."""

    relation: str
    """In words, such as "asks for a part of it"."""
    id: str
    framework: str
    note: str


Links = Mapping[str, Sequence[Link]]
"""By name of the node."""


@dataclass(frozen=True, slots=True)
class Mark:
    standing: str
    """A value of Standing, LEFT_OUT or ABSENT."""
    label: str
    level: str = ""
    note: str = ""
    wording: str = ""
    """The item's own wording here, where it is not the one of the row."""
    reference: str = ""
    """The item's own name here, where it stands in a row of another framework."""


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    text: str
    language: str
    marks: tuple[Mark, ...]
    """One for each portrait, in their order."""
    links: tuple[Link, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the marks are not all the same; levels count where all have levels of one scale."""
        levels = {(mark.standing, mark.level) for mark in self.marks}
        standings = {mark.standing for mark in self.marks}
        return len(standings if any(mark.reference for mark in self.marks) else levels) > 1


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    text: str
    language: str
    narratives: tuple[str, ...]
    """Markdown, one for each portrait; empty where nothing was said."""
    items: tuple[Item, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    id: str
    text: str
    language: str
    nodes: tuple[NodePortrait | None, ...]
    """The criterion in each portrait; None where its framework has none."""
    questions: tuple[Question, ...]

    @property
    def html_id(self) -> str:
        return self.id.replace(".", "-").replace("/", "-")

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for question in self.questions for item in question.items)


@dataclass(frozen=True, slots=True)
class Comparison:
    portraits: tuple[Portrait, ...]
    criteria: tuple[Criterion, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for criterion in self.criteria for item in criterion.items)


@dataclass(frozen=True, slots=True)
class _Place:
    """A node of one portrait, where it stands, and whether something around it was left out."""

    node: NodePortrait
    criterion: NodePortrait
    question: NodePortrait
    left_out: bool


@dataclass(slots=True)
class _Layout:
    """Which names stand under which, in the order in which they were first met."""

    criteria: dict[str, tuple[NodePortrait, str]] = field(default_factory=dict)
    questions: dict[str, dict[str, tuple[NodePortrait, str]]] = field(default_factory=dict)
    items: dict[str, dict[str, tuple[NodePortrait, str]]] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)


def compare(
    portraits: Sequence[Portrait], same: Same | None = None, links: Links | None = None
) -> Comparison:
    """`same` says which items of other frameworks share a row, `links` what else is said of them."""
    named = [_named(portrait, same or {}) for portrait in portraits]
    layout = _Layout()
    for portrait, places in zip(portraits, named, strict=True):
        for name, place in places.items():
            _lay(layout, portrait, name, place)
    table = _Table(tuple(portraits), named, links or {})
    return Comparison(
        tuple(portraits),
        tuple(table.criterion(layout, name) for name in layout.criteria if name in layout.questions),
    )


def only_differences(comparison: Comparison) -> Comparison:
    """Only the items whose marks differ, and what stands above them."""
    criteria = []
    for criterion in comparison.criteria:
        questions = tuple(
            replace(question, items=items)
            for question in criterion.questions
            if (items := tuple(item for item in question.items if item.differs))
        )
        if questions:
            criteria.append(replace(criterion, questions=questions))
    return replace(comparison, criteria=tuple(criteria))


def name_of(framework: str, node: str) -> str:
    return f"{framework}/{node}"


def _named(portrait: Portrait, same: Same) -> dict[str, _Place]:
    own = ((name_of(portrait.framework.id, place.node.id), place) for place in _places(portrait))
    return {same.get(name, name): place for name, place in own}


def _places(portrait: Portrait) -> Iterator[_Place]:
    def walk(node: NodePortrait, top: NodePortrait, above: NodePortrait, *, out: bool) -> Iterator[_Place]:
        here = above if node.kind is NodeKind.ITEM and node is not top else node
        left_out = out or node.left_out is not None
        yield _Place(node, top, here, left_out)
        for child in node.children:
            yield from walk(child, top, here, out=left_out)

    for node in portrait.nodes:
        yield from walk(node, node, node, out=False)


def _lay(layout: _Layout, portrait: Portrait, name: str, place: _Place) -> None:
    top = name_of(portrait.framework.id, place.criterion.id)
    question = name_of(portrait.framework.id, place.question.id)
    speaking = place.node.mark is not None or place.node.narrative
    if name in layout.met or not speaking:
        return
    layout.met.add(name)
    layout.criteria.setdefault(top, (place.criterion, portrait.language))
    asked = layout.questions.setdefault(top, {})
    asked.setdefault(question, (place.question, portrait.language))
    if place.node.mark is not None:
        layout.items.setdefault(question, {})[name] = (place.node, portrait.language)


@dataclass(frozen=True, slots=True)
class _Table:
    portraits: tuple[Portrait, ...]
    named: list[dict[str, _Place]]
    links: Links

    def criterion(self, layout: _Layout, name: str) -> Criterion:
        node, language = layout.criteria[name]
        found = [places.get(name) for places in self.named]
        return Criterion(
            id=node.id,
            text=node.text,
            language=language,
            nodes=tuple(place.node if place else None for place in found),
            questions=tuple(
                self.question(layout, asked, *layout.questions[name][asked])
                for asked in layout.questions[name]
            ),
        )

    def question(self, layout: _Layout, name: str, node: NodePortrait, language: str) -> Question:
        found = [places.get(name) for places in self.named]
        return Question(
            id=node.id,
            text=node.text,
            language=language,
            narratives=tuple(place.node.narrative if place else "" for place in found),
            items=tuple(self.item(key, *said) for key, said in layout.items.get(name, {}).items()),
            links=tuple(self.links.get(name, ())),
        )

    def item(self, name: str, node: NodePortrait, language: str) -> Item:
        marks = tuple(
            _mark(node, language, portrait, places.get(name))
            for portrait, places in zip(self.portraits, self.named, strict=True)
        )
        return Item(node.id, node.text, language, marks, tuple(self.links.get(name, ())))


def _mark(row: NodePortrait, language: str, portrait: Portrait, place: _Place | None) -> Mark:
    if place is None or place.node.mark is None:
        return Mark(ABSENT, str(WORDS[ABSENT]))
    said, node = place.node.mark, place.node
    reworded = portrait.language == language and node.text != row.text
    return Mark(
        standing=LEFT_OUT if place.left_out else said.standing.value,
        label=str(WORDS[LEFT_OUT]) if place.left_out else said.label,
        level=said.level,
        note=said.note,
        wording=node.text if reworded else "",
        reference=node.id if node.id != row.id else "",
    )

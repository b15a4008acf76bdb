"""A criteria framework as frozen values: what the YAML holds, what the JSON Schema describes, what all rooms read.

Ids are stable for ever: an item is never renumbered, a changed framework is a new version.
Shape after domain.md 2.3 of the design: a tree of any depth, scales as data, pass rules per group.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from cairn.frameworks.enums import Fate, Mode, NodeKind, Standing, Subject, TextStatus

# Letters, digits, dots, hyphens and underscores; ids are used in addresses and in HTML ids (dots become hyphens there).
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._\-]{0,63}$")]
Ref = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._\-]{0,63}@[A-Za-z0-9][A-Za-z0-9.\-]{0,31}$")
]
"""`id@version`, as an assessment pins it."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Share = Annotated[float, Field(ge=0, le=1)]


class Shape(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        allow_inf_nan=False,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )


class Level(Shape):
    """One step of a scale."""

    id: Id
    label: Text
    """A word or two, shown on the button."""
    text: str = ""
    """What it takes to be on this level."""
    standing: Standing
    """What this level says in the five states that all scales share."""
    value: float | None = None
    """Points, on the scale's own range; none where the scale is not counted."""


class Scale(Shape):
    """How items are judged. A scale without values is unscored: marks are shown and never added up."""

    id: Id
    label: Text
    levels: tuple[Level, ...] = Field(min_length=1)

    def level(self, level_id: str) -> Level | None:
        return next((level for level in self.levels if level.id == level_id), None)

    @property
    def top(self) -> float | None:
        return max((level.value for level in self.levels if level.value is not None), default=None)


class PassRule(Shape):
    """When a group counts as passed. Every part that is given must hold; unknown marks leave the result open."""

    min_share: Share | None = None
    """Least share of the points that can be had, 0 to 1."""
    min_met: int | None = Field(default=None, ge=0)
    """Least number of items met."""
    max_partly: int | None = Field(default=None, ge=0)
    """Most items that may be only partly met."""
    max_not_met: int | None = Field(default=None, ge=0)
    """Most items that may be not met."""


class Applies(Shape):
    """A node applies only where the practice carries one of these tags on this axis (a code of practices' tag sets)."""

    axis: Id
    any_of: tuple[Id, ...] = Field(min_length=1)


class Node(Shape):
    """A group, gate, question, item or field. Groups hold anything, questions hold items and fields."""

    id: Id
    kind: NodeKind
    text: Text
    """The wording shown: a criterion's name, a question, an item's sentence."""
    short: str = ""
    """A few words for charts and narrow screens."""
    guidance: str = ""
    """Help for assessors, Markdown."""
    status: TextStatus | None = None
    """Whose words; the framework's own status where absent."""
    source: str = ""
    """Where this text comes from, if it differs from the framework's source."""
    scale: Id | None = None
    """Id of the scale; the nearest ancestor's, else the framework's, where absent."""
    weight: float = Field(default=1, ge=0)
    veto: Id | None = None
    """A level id: a mark on it fails the whole group, whatever else was met."""
    rule: PassRule | None = None
    applies: Applies | None = None
    word_limit: int | None = Field(default=None, ge=1)
    """Most words of this question's narrative or of this field."""
    narrative: bool = True
    """For a question: whether an answer in words is asked for."""
    tags: tuple[Id, ...] = ()
    terms: tuple[str, ...] = ()
    """The field's own terms that tell this item from its neighbours; used to match documents, never a sentence."""
    evidence: tuple[Id, ...] = ()
    """Names of evidence rules."""
    children: tuple[Node, ...] = ()

    @property
    def html_id(self) -> str:
        return self.id.replace(".", "-")

    def walk(self) -> Iterator[Node]:
        """This node and everything below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def items(self) -> tuple[Node, ...]:
        return tuple(node for node in self.walk() if node.kind is NodeKind.ITEM)


class Tag(Shape):
    id: Id
    label: Text


class TagSet(Shape):
    """A list of tags that nodes may carry, such as the development goals."""

    id: Id
    label: Text
    source: str = ""
    tags: tuple[Tag, ...] = Field(min_length=1)


class Change(Shape):
    """What became of nodes of the former version, as the author says it."""

    kind: Fate
    was: tuple[Id, ...] = Field(default=(), alias="from")
    """Ids in the former version."""
    now: tuple[Id, ...] = Field(default=(), alias="to")
    """Ids in this version."""
    note: str = ""
    """Why, for those who decide what happens to a mark."""


class Changes(Shape):
    """How this version came out of a former one. What is not said is found by comparing ids and texts."""

    former: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.\-]{0,31}$")] = Field(
        alias="from"
    )
    """The version that this one follows, of the same framework."""
    entries: tuple[Change, ...] = ()


class Framework(Shape):
    """One immutable version of a criteria framework."""

    format: Literal["cairn-framework-1"]
    id: Id
    version: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.\-]{0,31}$")]
    title: Text
    summary: Text
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    """BCP 47 tag of the texts here; other languages come from gettext catalogues."""
    source: Text
    """Who made these criteria and where they stand, named in full."""
    licence: Text
    status: TextStatus
    """Whose words the texts are in."""
    completeness: str = ""
    """Said to the reader where the framework is not whole, e.g. a criterion of the source that is missing here."""
    subject: Subject = Subject.PRACTICE
    modes: tuple[Mode, ...] = (Mode.SELF, Mode.PEER, Mode.EXTERNAL)
    scales: tuple[Scale, ...] = Field(min_length=1)
    scale: Id
    """Id of the scale used where no node says otherwise."""
    rule: PassRule | None = None
    tag_sets: tuple[TagSet, ...] = ()
    nodes: tuple[Node, ...] = Field(min_length=1)
    changes: Changes | None = None

    @property
    def ref(self) -> str:
        """`id@version`, the name under which it is pinned."""
        return f"{self.id}@{self.version}"

    def walk(self) -> Iterator[Node]:
        for node in self.nodes:
            yield from node.walk()

    def of_kind(self, *kinds: NodeKind) -> tuple[Node, ...]:
        return tuple(node for node in self.walk() if node.kind in kinds)

    @property
    def questions(self) -> tuple[Node, ...]:
        return self.of_kind(NodeKind.QUESTION)

    @property
    def items(self) -> tuple[Node, ...]:
        return self.of_kind(NodeKind.ITEM)

    @cached_property
    def by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.walk()}

    @cached_property
    def parents(self) -> dict[str, Node]:
        """The node above each node that has one, by id of the lower."""
        return {child.id: node for node in self.walk() for child in node.children}

    def path(self, node_id: str) -> tuple[Node, ...]:
        """From the top down to the node itself."""
        above: list[Node] = [self.by_id[node_id]]
        while above[0].id in self.parents:
            above.insert(0, self.parents[above[0].id])
        return tuple(above)

    @cached_property
    def scales_by_item(self) -> dict[str, Scale]:
        named = {scale.id: scale for scale in self.scales}
        chosen = {}
        for item in self.items:
            said = [node.scale for node in self.path(item.id) if node.scale]
            chosen[item.id] = named[said[-1] if said else self.scale]
        return chosen

    def standing(self, item_id: str, level_id: str) -> Standing:
        """What a stored mark says. `not_applicable` is open to every item; nothing stored is unknown."""
        if level_id == Standing.NOT_APPLICABLE:
            return Standing.NOT_APPLICABLE
        level = self.scales_by_item[item_id].level(level_id)
        return level.standing if level else Standing.UNKNOWN

"""How the nodes of one framework stand to those of another, as data: the shape, and reading it with every fault told.

One judgement can then propose a mark elsewhere. It only ever proposes: a mapping says what criteria ask for, and whether
that was met is for a person to say.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, ValidationError

from cairn.frameworks.changes import Former
from cairn.frameworks.enums import Relation, TextStatus
from cairn.frameworks.reading import faults_of
from cairn.frameworks.shape import Framework, Id, Ref, Shape, Text
from cairn.frameworks.sources import Fault, Path, Source, Unusable, yaml_source

FORMAT = "cairn-mapping-1"


class Pair(Shape):
    """Two nodes, and how the first stands to the second."""

    start: Id = Field(alias="from")
    relation: Relation
    """`same`: both ask for the same. `broader`: the first asks for more and includes the second. `narrower`: the first
    is a part of the second. `related`: they touch the same matter, and neither follows from the other."""
    end: Id = Field(alias="to")
    note: str = ""
    """Why, in plain words."""

    @property
    def back(self) -> Pair:
        turned = {"from": self.end, "relation": self.relation.back, "to": self.start, "note": self.note}
        return Pair.model_validate(turned)


class Mapping(Shape):
    """One table of pairs between two framework versions."""

    format: Literal["cairn-mapping-1"]
    id: Id
    version: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.\-]{0,31}$")]
    title: Text
    start: Ref = Field(alias="from")
    """The framework version of the first nodes, `id@version`."""
    end: Ref = Field(alias="to")
    source: Text
    """Who put the pairs together."""
    status: TextStatus
    """Whose judgement the pairs are: `official` where the frameworks' own makers say so."""
    pairs: tuple[Pair, ...] = Field(min_length=1)

    def read(self, start: str, end: str) -> tuple[Pair, ...]:
        """The pairs from one version to the other, turned round where need be; none where it is about others."""
        if (self.start, self.end) == (start, end):
            return self.pairs
        if (self.end, self.start) == (start, end):
            return tuple(pair.back for pair in self.pairs)
        return ()

    def other(self, ref: str) -> str | None:
        """The version at the other end, where one end is `ref`."""
        return {self.start: self.end, self.end: self.start}.get(ref)


@dataclass(frozen=True, slots=True)
class Table:
    """All pairs from one version to another, whichever mappings say them."""

    start: str
    end: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class WrittenMapping:
    """What came of reading: a mapping only where nothing but advice was found."""

    mapping: Mapping | None
    faults: tuple[Fault, ...]

    @property
    def usable(self) -> bool:
        return self.mapping is not None


def is_mapping(content: bytes) -> bool:
    """Whether a file says of itself that it is a mapping."""
    return FORMAT.encode() in content[:2000]


def read_mapping(text: str, name: str, known: Former) -> WrittenMapping:
    """`name` goes into the place of each fault; `known` finds the frameworks at both ends."""
    try:
        source = yaml_source(text, name)
        mapping = Mapping.model_validate(source.data)
    except Unusable as unusable:
        return WrittenMapping(None, (unusable.fault,))
    except ValidationError as error:
        return WrittenMapping(None, tuple(faults_of(error, source, SHAPES, Mapping)))
    found = tuple(_findings(mapping, source, known))
    return WrittenMapping(mapping if all(fault.advice for fault in found) else None, found)


def read_mapping_file(content: bytes, name: str, known: Former) -> WrittenMapping:
    """As read_mapping, from a file's bytes."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return WrittenMapping(None, (Fault(name, "This file is not text", "save it as UTF-8 YAML"),))
    return read_mapping(text, name, known)


SHAPES: dict[str, type[Shape]] = {"pairs": Pair}


def _findings(mapping: Mapping, source: Source, known: Former) -> Iterator[Fault]:
    for side, ref in (("from", mapping.start), ("to", mapping.end)):
        framework = known(*ref.split("@"))
        if framework is None:
            yield Fault(
                source.place((side,)),
                f"{ref} is neither loaded nor shipped, so its ids were not checked",
                "load that framework first",
                advice=True,
            )
        else:
            yield from _strangers(mapping, source, side, framework)
    yield from _twice(mapping, source)


def _strangers(mapping: Mapping, source: Source, side: str, framework: Framework) -> Iterator[Fault]:
    for index, pair in enumerate(mapping.pairs):
        node_id = pair.start if side == "from" else pair.end
        if node_id not in framework.by_id:
            path: Path = ("pairs", index, side)
            yield Fault(source.place(path), f"{framework.ref} has no node “{node_id}”", "look up its id")


def _twice(mapping: Mapping, source: Source) -> Iterator[Fault]:
    seen = set()
    for index, pair in enumerate(mapping.pairs):
        if (pair.start, pair.end) in seen:
            yield Fault(
                source.place(("pairs", index)),
                f"“{pair.start}” and “{pair.end}” are paired twice",
                "keep the one that fits best",
            )
        seen.add((pair.start, pair.end))


def schema_text() -> str:
    """JSON Schema (2020-12) of the format."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Cairn mapping between two frameworks",
        **Mapping.model_json_schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"

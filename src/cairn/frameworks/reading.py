"""From a written framework to a Framework, or to every fault in it at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from cairn.frameworks.changes import Former, findings_of_changes
from cairn.frameworks.checking import findings
from cairn.frameworks.shape import Change, Changes, Framework, Level, Node, PassRule, Scale, Shape, TagSet
from cairn.frameworks.sources import Fault, Path, Source, Unusable, yaml_source
from cairn.frameworks.workbook import workbook_source

SHAPES: dict[str, type[Shape]] = {
    "scales": Scale, "levels": Level, "nodes": Node, "children": Node, "tag_sets": TagSet, "rule": PassRule, "changes": Changes, "entries": Change,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """What came of reading: a framework only where nothing but advice was found."""

    framework: Framework | None
    faults: tuple[Fault, ...]

    @property
    def usable(self) -> bool:
        return self.framework is not None


def _nowhere(_framework_id: str, _version: str) -> None:
    return None


def read_yaml(text: str, name: str, former: Former = _nowhere) -> Written:
    """`name` goes into the place of each fault; `former` finds the version that a `changes` block speaks of."""
    try:
        return read(yaml_source(text, name), former)
    except Unusable as unusable:
        return Written(None, (unusable.fault,))


def read(source: Source, former: Former = _nowhere) -> Written:
    try:
        framework = Framework.model_validate(source.data)
    except ValidationError as error:
        return Written(None, tuple(faults_of(error, source, SHAPES, Framework)))
    found = tuple(
        Fault(source.place(finding.path), finding.what, finding.fix, finding.advice)
        for finding in (*findings(framework), *findings_of_changes(framework, former))
    )
    sound = all(fault.advice for fault in found)
    return Written(framework if sound else None, found)


def faults_of(
    error: ValidationError, source: Source, shapes: dict[str, type[Shape]], whole: type[Shape]
) -> Iterator[Fault]:
    """What the shape refused, each with its place. `shapes` names the shape of what stands under a key."""
    for one in error.errors(include_url=False):
        path: Path = tuple(one["loc"])
        if one["type"] == "too_short" and _value_at(source.data, path):
            continue  # only because every entry of the list was refused, each of which is told by itself
        yield Fault(source.place(path), *_said(one, path, shapes, whole))


def _said(one: Any, path: Path, shapes: dict[str, type[Shape]], whole: type[Shape]) -> tuple[str, str]:
    """What and how to mend it, in the words of someone who writes frameworks."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    match one["type"]:
        case "missing":
            return f"“{key}” is missing here", f"add a line `{key}: …`"
        case "extra_forbidden":
            return f"“{key}” is not known here", _did_you_mean(path, shapes, whole)
        case "enum" | "literal_error":
            return f"“{key}” cannot be “{one['input']}”", f"use one of: {one['ctx']['expected']}"
        case "string_pattern_mismatch":
            return (
                f"“{one['input']}” cannot be a name",
                "use letters, digits, dots, hyphens and underscores, beginning with a letter or digit",
            )
        case "string_type":
            return f"“{key}” must be text", f'put it in quotation marks: `{key}: "{one["input"]}"`'
        case _:
            return f"“{key}” does not fit: {one['msg']}", "see docs/frameworks.md for what belongs here"


def _did_you_mean(path: Path, shapes: dict[str, type[Shape]], whole: type[Shape]) -> str:
    names = [step for step in path[:-1] if isinstance(step, str)]
    shape = shapes.get(names[-1], whole) if names else whole
    known = [shape.model_fields[field].alias or field for field in shape.model_fields]
    near = get_close_matches(str(path[-1]), known, n=1)
    return f"did you mean “{near[0]}”?" if near else f"take it away; known here: {', '.join(known)}"


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def read_workbook(content: bytes, name: str) -> Written:
    """As read_yaml, from an Excel workbook; places name sheet, row and column."""
    try:
        return read(workbook_source(content, name))
    except Unusable as unusable:
        return Written(None, (unusable.fault,))


def read_any(content: bytes, name: str, former: Former = _nowhere) -> Written:
    """By the name's ending: a workbook, else YAML (of which JSON is a part)."""
    if name.lower().endswith(".xlsx"):
        return read_workbook(content, name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Written(
            None, (Fault(name, "This file is not text", "save it as UTF-8 YAML, or as an .xlsx workbook"),)
        )
    return read_yaml(text, name, former)

"""Where a framework is written: a value and, for every part of it, the place a person must go to mend it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent

DEEPEST = 100
"""Most levels of nesting in a file; a tree of nodes takes two for each of its own."""
Path = tuple[str | int, ...]
"""Keys and indexes from the top of a framework to a part of it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where, and how to mend it. Advice does not keep a framework from being used."""

    place: str
    what: str
    fix: str
    advice: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {'advice: ' if self.advice else ''}{self.what} — {self.fix}"


class Unusable(Exception):
    """A file that holds no framework at all; carries the one fault that says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Source:
    """Plain data, and the place of each part."""

    data: Any
    place: Callable[[Path], str]


def yaml_source(text: str, name: str) -> Source:
    """Raises Unusable where the text is not plain YAML, naming the line."""
    try:
        _refuse_tricks(text, name)
        tree = YAML(typ="rt", pure=True).load(text)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "This is not YAML"
        raise _unusable(
            f"{name}:{mark.line + 1 if mark else 1}",
            str(what),
            "check indentation, colons and quotation marks here",
        ) from error
    except ValueError as error:
        raise _unusable(
            f"{name}:1", f"A value cannot be read: {error}", "put it in quotation marks"
        ) from error
    if not isinstance(tree, dict):
        raise _unusable(
            f"{name}:1",
            "This holds no framework",
            "begin with `format: cairn-framework-1`, see docs/frameworks.md",
        )
    return Source(plain(tree), lambda path: f"{name}:{line_of(tree, path)}")


def _refuse_tricks(text: str, name: str) -> None:
    """Anchors, tags and endless nesting: a few lines of them unfold to more than fits in memory or time."""
    depth = 0
    for event in YAML(typ="rt", pure=True).parse(text):
        here = f"{name}:{event.start_mark.line + 1}"
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise _unusable(
                here, "Anchors (&, *) and tags (!) are not used in frameworks", "write the value out here"
            )
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > DEEPEST:
            raise _unusable(here, "This is nested too deeply", f"use fewer than {DEEPEST} levels")


def _unusable(place: str, what: str, fix: str) -> Unusable:
    return Unusable(Fault(place, what, fix))


def plain(tree: Any) -> Any:
    """Without the marks of where things stood."""
    if isinstance(tree, dict):
        return {str(key): plain(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [plain(value) for value in tree]
    return str(tree) if isinstance(tree, str) else tree


def line_of(tree: Any, path: Path) -> int:
    """The line of a part, or of the nearest part around it that is there."""
    here = tree
    line: int = here.lc.line
    for step in path:
        if isinstance(here, dict) and step in here:
            line = tree_of(here).lc.key(step)[0]
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            line = tree_of(here).lc.item(step)[0]
        else:
            break
        here = here[step]
    return line + 1


def tree_of(part: Any) -> Any:
    """The same, to a type checker: ruamel's lists and mappings know their lines."""
    return part

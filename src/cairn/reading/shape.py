"""What was read in a document, as frozen values; `to_json` is what `./cairn read --json` prints."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from cairn.frameworks.enums import Standing
from cairn.publications.portrait import Tool


@dataclass(frozen=True, slots=True)
class ItemReading:
    id: str
    mark: Standing
    """UNKNOWN where the mark could not be read for sure: a person decides."""
    level: str = ""
    """The level of the item's scale that the mark stands for; empty while unknown."""
    text: str | None = None
    """The document's own wording; None where the document does not hold the item."""
    matched_by: str | None = None
    """Which signal settled the match: "equal text", "likeness", "terms", "place"; None where not found."""
    confidence: float = 0.0
    """0 to 1: how far the match is ahead of the second best."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class QuestionReading:
    id: str
    text: str | None
    """The document's own wording of the question; None where it does not ask it."""
    narrative: str = ""
    tools: tuple[Tool, ...] = ()
    items: tuple[ItemReading, ...] = ()
    left_out: str | None = None
    """The reason, where the document says that the question was left out."""
    matched_by: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class PracticeReading:
    """The facts at the head of a document, as it words them; None where it does not say."""

    title: str | None = None
    organisation: str | None = None
    summary: str | None = None
    period: str | None = None
    country: str | None = None
    contact: str | None = None
    website: str | None = None
    funding: str | None = None
    objectives: str | None = None


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A line that belongs to nothing in the framework: listed, never dropped."""

    text: str
    page: int | None = None
    mark: Standing | None = None
    """The mark beside it, if it had one: perhaps an item of another framework."""


@dataclass(frozen=True, slots=True)
class Reading:
    framework: str
    version: str
    language: str
    practice: PracticeReading
    questions: tuple[QuestionReading, ...]
    """Every question of the framework, in its order, also those that the document does not hold."""
    unmatched: tuple[Unmatched, ...] = ()
    notes: tuple[str, ...] = field(default=())
    """Whole sentences for the person who checks, e.g. that marks are pictures."""

    @property
    def items(self) -> tuple[ItemReading, ...]:
        return tuple(item for question in self.questions for item in question.items)

    @property
    def found(self) -> tuple[ItemReading, ...]:
        """The items that the document holds."""
        return tuple(item for item in self.items if item.text is not None)

    @property
    def summary(self) -> dict[str, int]:
        """How many of the items found stand where, in the five states."""
        counted = Counter(item.mark for item in self.found)
        return {standing.value: counted[standing] for standing in Standing}


def to_json(reading: Reading) -> str:
    """The published form: only what the document holds, in the framework's order."""
    practice = {
        key: value
        for key in PracticeReading.__dataclass_fields__
        if (value := getattr(reading.practice, key))
    }
    answer = {
        "framework": reading.framework,
        "version": reading.version,
        "language": reading.language,
        "practice": practice,
        "questions": [_question(question) for question in reading.questions if question.text is not None],
        "unmatched": [_plain(line, ("text", "page", "mark")) for line in reading.unmatched],
        "notes": list(reading.notes),
        "summary": reading.summary,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _question(question: QuestionReading) -> dict[str, Any]:
    return {
        "id": question.id,
        "text": question.text,
        "narrative": question.narrative,
        "tools": [{"title": tool.title, "url": tool.url} for tool in question.tools],
        "items": [
            _plain(item, ("id", "mark", "level", "text", "matched_by", "confidence", "note"))
            for item in question.items
            if item.text is not None
        ],
    }


def _plain(value: Any, keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: getattr(value, key) for key in keys}

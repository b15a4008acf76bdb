"""A form on paper: numbered questions, boxes to tick, in one language or two, and when to pass a question over.

What the paper itself says stands in `paper.yaml`, in the languages of the shipped forms; in others it says it in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from cairn.common.languages import is_rtl
from cairn.surveys.enums import Kind
from cairn.surveys.headings import UNSAID
from cairn.surveys.reading import marks_of
from cairn.surveys.shape import Group, Question, Survey, Texts, said_in

_ANSWERED = re.compile(
    r"\s*(?:(?P<path>/[\w/.-]+)\s*=\s*'(?P<name>[^']*)'|selected\(\s*(?P<many>/[\w/.-]+)\s*,\s*'(?P<one>[^']*)'\s*\))\s*"
)
BOXES = {Kind.INTEGER: "▢▢▢", Kind.DECIMAL: "▢▢▢▢ , ▢▢", Kind.DATE: "▢▢▢▢ - ▢▢ - ▢▢"}
"""To write a figure into; a day as year, month and day."""


@dataclass(frozen=True, slots=True)
class Said:
    tag: str
    words: str

    @property
    def direction(self) -> str:
        return "rtl" if is_rtl(self.tag) else "ltr"


@dataclass(frozen=True, slots=True)
class Box:
    """One answer to tick."""

    said: list[Said]
    picture: str
    """Its address; "" where there is none."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question, a note or the head of a group, in each language that was asked for."""

    kind: str
    number: int | None
    said: list[Said]
    hint: list[Said]
    how: list[Said]
    """Tick one, tick all that fit."""
    only: list[Said]
    """When it is to be answered; nothing where always."""
    choices: list[Box]
    marks: list[str]
    """The steps of a scale."""
    boxes: str
    picture: str = ""
    """Its address."""


def items_of(survey: Survey, tags: Sequence[str], pictures: Mapping[str, str] | None = None) -> list[Item]:
    """`pictures` has the address of each by its file name; recordings are not heard on paper."""
    return list(_Paper(survey, tags, pictures or {}).items(survey.parts))


def words_of_paper(key: str, tags: Sequence[str]) -> list[Said]:
    return [Said(tag, _words()[key].get(tag, _words()[key]["en"])) for tag in tags]


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    written: Mapping[str, Mapping[str, str]] = YAML(typ="safe").load(
        Path(__file__).with_name("paper.yaml").read_text(encoding="utf-8")
    )
    return written


class _Paper:
    def __init__(self, survey: Survey, tags: Sequence[str], pictures: Mapping[str, str]) -> None:
        self.tags = tags
        self.pictures = pictures
        self.default = survey.languages[0]
        asked = [question for question in survey.questions() if question.kind is not Kind.NOTE]
        self.questions = {question.path: question for question in asked}
        self.numbers = {question.path: number for number, question in enumerate(asked, start=1)}

    def items(self, parts: Sequence[Question | Group]) -> Iterator[Item]:
        for part in parts:
            if isinstance(part, Group):
                yield Item("group", None, self.said(part.label), [], [], self.only(part.relevant), [], [], "")
                yield from self.items(part.parts)
            else:
                yield self.item(part)

    def item(self, question: Question) -> Item:
        key = {Kind.ONE: "tick_one", Kind.MANY: "tick_all", Kind.SCALE: "tick_one"}.get(question.kind)
        return Item(
            kind=question.kind.value,
            number=self.numbers.get(question.path),
            said=self.said(question.label),
            hint=self.said(question.hint),
            how=words_of_paper(key, self.tags) if key else [],
            only=self.only(question.relevant),
            choices=[Box(self.said(choice.label), self.picture(choice.image)) for choice in question.choices],
            marks=[f"{mark.normalize():f}" for mark in marks_of(question.scale)] if question.scale else [],
            boxes=BOXES.get(question.kind, ""),
            picture=self.picture(question.image),
        )

    def picture(self, texts: Texts) -> str:
        names = (texts.get(tag, "") for tag in (*self.tags, self.default, UNSAID))
        return next((self.pictures[name] for name in names if name in self.pictures), "")

    def said(self, texts: Texts) -> list[Said]:
        """In each language; where none of them has it, in the default one, once."""
        found = [Said(tag, texts[tag]) for tag in self.tags if texts.get(tag)]
        usual = said_in(texts, self.default)
        return found or ([Said(self.default, usual)] if usual else [])

    def only(self, relevant: str) -> list[Said]:
        """In words where it depends on what was ticked at one question; else a hint that it depends on something."""
        if not relevant:
            return []
        found = [_ANSWERED.fullmatch(part) for part in re.split(r"\bor\b", relevant)]
        paths = {match["path"] or match["many"] for match in found if match}
        question = self.questions.get(next(iter(paths), "")) if len(paths) == 1 and all(found) else None
        if question is None:
            return words_of_paper("only_if_it_fits", self.tags)
        names = {match["name"] or match["one"] for match in found if match}
        return [
            Said(
                each.tag,
                each.words.format(
                    number=self.numbers[question.path],
                    answer=" / ".join(
                        said_in(choice.label, each.tag, self.default)
                        for choice in question.choices
                        if choice.name in names
                    ),
                ),
            )
            for each in words_of_paper("only_if", self.tags)
        ]

"""What somebody sent, checked against the form on the server: the skips, limits and filters hold whatever the page did."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils import translation
from django.utils.translation import gettext as _

from cairn.surveys.enums import Kind
from cairn.surveys.logic.expressions import holds
from cairn.surveys.reading import marks_of
from cairn.surveys.shape import Choice, Group, Question, Survey, said_in

MOST_LETTERS = 5000
MOST_DIGITS = 15
_UNPRINTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Said = Mapping[str, Sequence[str]]
"""What a page sends, by the question's name."""


@dataclass(frozen=True, slots=True)
class Answered:
    answers: dict[str, Any] = field(default_factory=dict)
    """Of the questions that are asked, by name: str, int (also of a range of whole numbers), str of a decimal, ISO date,
    list of names for several choices. A question without an answer is not in it."""
    faults: dict[str, str] = field(default_factory=dict)
    """What to say at a question, by its name."""
    shown: tuple[str, ...] = ()
    """Names of the questions and notes that are asked, in order."""


class Typed(NamedTuple):
    """One answer as it is kept, as logic sees it, and the key of what is wrong with it."""

    value: Any = None
    text: str = ""
    fault: str = ""


def answered(survey: Survey, said: Said, language: str, words: Mapping[str, str] | None = None) -> Answered:
    """Never raises, whatever is sent.

    `words` says faults in the person's language where Django has no catalogue for it, by key: `required`, `integer`,
    `decimal`, `date`, `choice`, `long`, `constraint`.
    """
    typed = {
        question.name: typed_of(question, said.get(question.name, ())) for question in survey.questions()
    }
    texts, asked = settled(survey, said)
    result = Answered(shown=tuple(question.name for question in asked))
    for question in asked:
        one = typed[question.name]
        fault = one.fault or _fault(question, one, texts)
        if fault:
            result.faults[question.name] = _worded(survey, question, fault, language, words or {})
        elif one.text:
            result.answers[question.name] = one.value
    return result


def settled(survey: Survey, said: Said) -> tuple[dict[str, str], tuple[Question, ...]]:
    """The answers as logic sees them, by path, without those to questions that are not asked; and the questions asked."""
    questions = tuple(survey.questions())
    given = {question.path: typed_of(question, said.get(question.name, ())).text for question in questions}
    texts = given
    asked: frozenset[str] = frozenset()
    for _turn in questions:  # a chain of skips is never longer; compiling refuses circles
        asked = frozenset(_asked(survey.parts, texts))
        now = {path: text if path in asked else "" for path, text in given.items()}
        if now == texts:
            break
        texts = now
    return texts, tuple(question for question in questions if question.path in asked)


def offered(question: Question, texts: Mapping[str, str]) -> tuple[Choice, ...]:
    """The choices that its filter lets through, with answers by path."""
    if not question.choice_filter:
        return question.choices
    return tuple(
        choice
        for choice in question.choices
        if holds(question.choice_filter, texts, row={**choice.extra, "name": choice.name})
    )


def _asked(parts: tuple[Question | Group, ...], texts: Mapping[str, str]) -> list[str]:
    paths: list[str] = []
    for part in parts:
        if part.relevant and not holds(part.relevant, texts, here=texts.get(part.path, "")):
            continue
        paths += _asked(part.parts, texts) if isinstance(part, Group) else [part.path]
    return paths


def _fault(question: Question, one: Typed, texts: Mapping[str, str]) -> str:
    if question.kind is Kind.NOTE:
        return ""
    if not one.text:
        return "required" if question.required and holds(question.required, texts) else ""
    if question.choices and not set(one.text.split()) <= {choice.name for choice in offered(question, texts)}:
        return "choice"
    fits = not question.constraint or holds(question.constraint, texts, here=one.text)
    return "" if fits else "constraint"


def typed_of(question: Question, said: Sequence[str]) -> Typed:
    """The answer in the kind of its question."""
    values = [_UNPRINTED.sub("", value).replace("\r\n", "\n").strip() for value in said]
    values = [value for value in values if value]
    if question.kind is Kind.MANY:
        return _many(question, values)
    if not values or question.kind is Kind.NOTE:
        return Typed()
    return _ONE_VALUE[question.kind](question, values[0])


def _many(question: Question, values: list[str]) -> Typed:
    known = [choice.name for choice in question.choices if choice.name in values]
    fault = "" if set(values) <= set(known) else "choice"
    return Typed(known, " ".join(known), fault)


def _one(question: Question, value: str) -> Typed:
    known = any(choice.name == value for choice in question.choices)
    return Typed(value, value) if known else Typed(fault="choice")


def _text(_question: Question, value: str) -> Typed:
    return Typed(value, value) if len(value) <= MOST_LETTERS else Typed(fault="long")


def _integer(_question: Question, value: str) -> Typed:
    if not re.fullmatch(rf"[-+]?\d{{1,{MOST_DIGITS}}}", value):
        return Typed(fault="integer")
    return Typed(int(value), str(int(value)))


def _decimal(_question: Question, value: str) -> Typed:
    found = _number(value)
    return Typed(fault="decimal") if found is None else Typed(format(found, "f"), format(found, "f"))


def _number(value: str) -> Decimal | None:
    """With a point or a comma before the fraction, in any script's digits."""
    if len(value) > 2 * MOST_DIGITS or not re.fullmatch(r"[-+]?(\d+([.,٫]\d*)?|[.,٫]\d+)", value):
        return None
    return Decimal(value.replace(",", ".").replace("٫", "."))


def _date(_question: Question, value: str) -> Typed:
    try:
        day = date.fromisoformat(value).isoformat()
    except ValueError:
        return Typed(fault="date")
    return Typed(day, day)


def _scale(question: Question, value: str) -> Typed:
    marks = list(marks_of(question.scale)) if question.scale else []
    found = _number(value)
    if found is None or found not in marks:
        return Typed(fault="choice")
    words = mark_text(found)
    return Typed(int(found) if all(mark == mark.to_integral() for mark in marks) else words, words)


def mark_text(mark: Decimal) -> str:
    """`1`, `0.5`: as it is sent and kept, however the range was written."""
    return format(mark.normalize(), "f")


_ONE_VALUE: dict[Kind, Callable[[Question, str], Typed]] = {
    Kind.TEXT: _text,
    Kind.INTEGER: _integer,
    Kind.DECIMAL: _decimal,
    Kind.DATE: _date,
    Kind.ONE: _one,
    Kind.SCALE: _scale,
}


def _worded(survey: Survey, question: Question, fault: str, language: str, words: Mapping[str, str]) -> str:
    if fault == "constraint" and question.complaint:
        return said_in(question.complaint, language, *survey.languages)
    if fault in words:
        return words[fault]
    with translation.override(language if language in survey.languages else survey.languages[0]):
        return usual_words()[fault]


def usual_words() -> dict[str, str]:
    """What is said of faults, by key, in the language in use."""
    return {
        "required": _("Please answer this question."),
        "integer": _("Please write a whole number, such as 7."),
        "decimal": _("Please write a number, such as 7 or 7.5."),
        "date": _("Please write a date as year, month, day, such as 2026-05-31."),
        "choice": _("Please choose from what is offered here."),
        "long": _("Please write less: at most %(most)d letters.") % {"most": MOST_LETTERS},
        "constraint": _("This answer does not fit here. Please look at it again."),
    }

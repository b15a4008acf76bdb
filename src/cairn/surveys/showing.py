"""A form as a page shows it: prepared here, so that the template only writes it down."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cairn.common.languages import is_rtl
from cairn.surveys.answering import Said, mark_text, offered, settled
from cairn.surveys.enums import Kind
from cairn.surveys.headings import UNSAID
from cairn.surveys.logic.expressions import holds
from cairn.surveys.reading import marks_of
from cairn.surveys.shape import Choice, Group, Question, Survey, Texts

FACES = {
    "very_good": "M7 14q5 7 10 0z",
    "good": "M7 15q5 4 10 0",
    "so_so": "M7 16h10",
    "bad": "M7 17q5-4 10 0",
    "very_bad": "M7 18q5-7 10 0z",
}
"""How the mouth is drawn beside the words, where a likert scale has choices of these names."""


class Words(NamedTuple):
    """What is said, and how its element is to be marked where that is another language than was asked for."""

    text: str = ""
    lang: str = ""
    dir: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def html(self) -> SafeString:
        """Apart from what stands around it, so that no direction spills over."""
        if not self.lang and not self.dir:
            return format_html("<bdi>{}</bdi>", self.text)
        return format_html(
            "<span{}>{}</span>", flatatt({"lang": self.lang or None, "dir": self.dir}), self.text
        )


@dataclass(frozen=True, slots=True)
class Heading:
    """Of a group of questions that follow."""

    words: Words
    level: int
    """2 or 3: a page has its own h1."""


@dataclass(frozen=True, slots=True)
class Option:
    """One radio button or tick box; its label stands around it."""

    value: str
    words: Words
    chosen: bool = False
    face: str = ""
    """The path of a mouth, as SVG draws it."""
    image: str = ""
    audio: str = ""
    attributes: SafeString = field(default_factory=SafeString)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, for `{% include "surveys/parts/question.html" with question=… %}`."""

    name: str
    """Of the fields that are sent."""
    kind: str
    """How it is drawn: `note`, `text`, `long`, `integer`, `decimal`, `date`, `one` or `many`."""
    words: Words
    hint: Words
    fault: str = ""
    value: str = ""
    required: bool = False
    layout: str = ""
    """`likert` or `scale`: side by side where there is room."""
    options: tuple[Option, ...] = ()
    image: str = ""
    audio: str = ""

    @property
    def id(self) -> str:
        """Without dots, which selectors would read as classes."""
        return f"q-{self.name}"

    @property
    def described_by(self) -> SafeString:
        parts = ((self.hint.text, "hint"), (self.fault, "fault"))
        ids = " ".join(f"{self.id}-{part}" for words, part in parts if words)
        return flatatt({"aria-describedby": ids}) if ids else SafeString("")

    @property
    def attributes(self) -> SafeString:
        """Of the field to write in; what is written is remembered by nobody's browser."""
        own = {"id": self.id, "name": self.name, "autocomplete": "off", "spellcheck": "false"}
        invalid = {"aria-invalid": "true"} if self.fault else {}
        return flatatt({**own, **_FIELDS.get(self.kind, {}), **invalid}) + self.described_by


_FIELDS = {
    "text": {"type": "text", "dir": "auto"},
    "long": {"rows": "4", "dir": "auto"},
    "integer": {"type": "text", "inputmode": "numeric", "dir": "ltr"},
    "decimal": {"type": "text", "inputmode": "decimal", "dir": "ltr"},
    "date": {"type": "date", "placeholder": "2026-05-31", "dir": "ltr"},
}


def asked(
    survey: Survey,
    language: str,
    said: Said | None = None,
    faults: Mapping[str, str] | None = None,
    *,
    only: Collection[str] | None = None,
    media: Mapping[str, str] | None = None,
    skip: str = "",
) -> list[Heading | Asked]:
    """What a page shows, in order: the questions that are asked now, or `only` those named, asked now or not.

    `media` has the address of each picture and recording by its file name; others are left out. `skip` are the words
    of a further choice, for radio buttons that need no answer: without it none can be taken back.
    """
    said = said or {}
    texts, now = settled(survey, said)
    names = frozenset(question.name for question in now) if only is None else frozenset(only)
    drawing = _Drawing((language, *survey.languages), said, faults or {}, texts, media or {}, skip)
    return [*drawing.parts(survey.parts, names, level=2)]


def pages(survey: Survey, said: Said) -> tuple[tuple[str, ...], ...]:
    """The names on each page where one question is asked at a time; notes stand with the question that follows them."""
    turned: list[tuple[str, ...]] = []
    notes: tuple[str, ...] = ()
    for question in settled(survey, said)[1]:
        if question.kind is Kind.NOTE:
            notes = (*notes, question.name)
        else:
            turned.append((*notes, question.name))
            notes = ()
    if notes:
        turned[-1:] = [(*(turned[-1] if turned else ()), *notes)]
    return tuple(turned)


def page_after(survey: Survey, said: Said, name: str) -> tuple[str, ...]:
    """The page after the one with this question, as answers stand now; () after the last one. "" is before the first."""
    turned = pages(survey, said)
    if not name:
        return next(iter(turned), ())
    order = [question.name for question in survey.questions()]
    here = order.index(name) if name in order else len(order)
    return next((page for page in turned if order.index(page[0]) > here), ())


@dataclass(frozen=True, slots=True)
class _Drawing:
    languages: tuple[str, ...]
    """As asked for, then those of the form."""
    said: Said
    faults: Mapping[str, str]
    texts: Mapping[str, str]
    media: Mapping[str, str]
    skip: str

    def parts(
        self, parts: Sequence[Question | Group], names: frozenset[str], level: int
    ) -> Iterator[Heading | Asked]:
        for part in parts:
            if isinstance(part, Group):
                inside = list(self.parts(part.parts, names, min(level + 1, 3)))
                if inside and part.label:
                    yield Heading(self.words(part.label), level)
                yield from inside
            elif part.name in names:
                yield self.question(part)

    def question(self, question: Question) -> Asked:
        values = [value for value in self.said.get(question.name, ()) if value]
        return Asked(
            name=question.name,
            kind=_drawn(question),
            words=self.words(question.label),
            hint=self.words(question.hint),
            fault=self.faults.get(question.name, ""),
            value=next(iter(values), ""),
            required=bool(question.required) and holds(question.required, self.texts),
            layout="scale" if question.scale else "likert" if "likert" in question.appearance.split() else "",
            options=tuple(self.options(question, values)),
            image=self.file(question.image),
            audio=self.file(question.audio, spoken=self.words(question.label)),
        )

    def options(self, question: Question, values: Collection[str]) -> Iterator[Option]:
        offers = [self.option(question, choice, values) for choice in offered(question, self.texts)]
        if question.scale:
            marks = map(mark_text, marks_of(question.scale))
            offers = [Option(mark, Words(mark), mark in values) for mark in marks]
        if self.skip and offers and question.kind is not Kind.MANY and not question.required:
            offers.append(Option("", Words(self.skip), not values))
        for number, option in enumerate(offers):
            attributes = {
                "type": "checkbox" if question.kind is Kind.MANY else "radio",
                "name": question.name,
                "value": option.value,
                "id": f"q-{question.name}-{number}",
                "checked": option.chosen,
                "autocomplete": "off",
            }
            yield replace(option, attributes=flatatt(attributes))

    def option(self, question: Question, choice: Choice, values: Collection[str]) -> Option:
        return Option(
            value=choice.name,
            words=self.words(choice.label),
            chosen=choice.name in values,
            face=FACES.get(choice.name, "") if "likert" in question.appearance.split() else "",
            image=self.file(choice.image),
            audio=self.file(choice.audio, spoken=self.words(choice.label)),
        )

    def words(self, texts: Texts) -> Words:
        tag = next((tag for tag in self.languages if texts.get(tag)), "")
        if not tag or tag == self.languages[0]:
            return Words(texts.get(tag, ""))
        return Words(texts[tag], "" if tag == UNSAID else tag, "rtl" if is_rtl(tag) else "ltr")

    def file(self, texts: Texts, spoken: Words | None = None) -> str:
        """Its address. Of a recording only in the language of the words beside it: nobody is to hear another."""
        tags = self.languages if spoken is None else (spoken.lang or self.languages[0], UNSAID)
        return next((self.media[texts[tag]] for tag in tags if texts.get(tag) in self.media), "")


def _drawn(question: Question) -> str:
    if question.kind is Kind.SCALE:
        return "one"
    return (
        "long" if question.kind is Kind.TEXT and "multiline" in question.appearance.split() else question.kind
    )

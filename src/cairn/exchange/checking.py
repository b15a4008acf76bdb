"""What a person sees of a reading before anything is made of it: first what needs them, then everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.exchange.sayings import level_of
from cairn.exchange.understanding import Understood
from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Framework, Level
from cairn.reading.shape import ItemReading, QuestionReading, Reading

UNSURE = 0.15
"""Below this lead over the second best place, a person is asked whether the line stands where we put it."""

SIGNALS: dict[str, str | Promise] = {
    "equal text": gettext_lazy("same words"),
    "likeness": gettext_lazy("similar words"),
    "terms": gettext_lazy("same terms"),
    "place": gettext_lazy("its place in the document"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    level: str
    label: str
    standing: Standing
    chosen: bool


@dataclass(frozen=True, slots=True)
class ItemCheck:
    id: str
    html_id: str
    ours: str
    theirs: str
    """The document's wording; empty where it does not hold the item or says it in our words."""
    signal: str
    """How the line was matched, in words; empty where it was not found."""
    certainty: int
    """In percent: how far the match is ahead of the second best."""
    choices: tuple[Choice, ...]
    concern: str
    """Why a person should look, as a sentence; empty where there is nothing to settle."""


@dataclass(frozen=True, slots=True)
class QuestionCheck:
    id: str
    html_id: str
    ours: str
    reading: QuestionReading
    missing: bool
    left_out: bool
    """Whether the person chose to leave it out."""
    warning: str
    items: tuple[ItemCheck, ...]


@dataclass(frozen=True, slots=True)
class Check:
    questions: tuple[QuestionCheck, ...]
    facts: Understood
    reading: Reading

    @property
    def concerns(self) -> tuple[ItemCheck, ...]:
        return tuple(item for question in self.questions for item in question.items if item.concern)

    @property
    def warnings(self) -> tuple[QuestionCheck, ...]:
        return tuple(question for question in self.questions if question.warning)


def check(
    reading: Reading,
    framework: Framework,
    facts: Understood,
    decided: Mapping[str, str],
    left_out: Iterable[str] = (),
) -> Check:
    """`decided` and `left_out` are what the person chose already, by item and question id."""
    chosen = {item.id: decided.get(item.id, level_of(framework, item)) for item in reading.items}
    out = frozenset(left_out)
    return Check(
        tuple(_question(question, framework, chosen, out) for question in reading.questions), facts, reading
    )


def _question(
    question: QuestionReading, framework: Framework, chosen: Mapping[str, str], out: frozenset[str]
) -> QuestionCheck:
    node = framework.by_id[question.id]
    return QuestionCheck(
        id=question.id,
        html_id=node.html_id,
        ours=node.text,
        reading=question,
        missing=question.text is None,
        left_out=question.id in out,
        warning=_warning(question, framework, chosen),
        items=tuple(_item(item, question, framework, chosen[item.id]) for item in question.items),
    )


def _warning(question: QuestionReading, framework: Framework, chosen: Mapping[str, str]) -> str:
    met = [i for i in question.items if framework.standing(i.id, chosen[i.id]) is Standing.MET]
    if met and not question.narrative.strip():
        return _("Items are marked as met, but the document says nothing about this question in words.")
    return ""


def _item(item: ItemReading, question: QuestionReading, framework: Framework, chosen: str) -> ItemCheck:
    node = framework.by_id[item.id]
    return ItemCheck(
        id=item.id,
        html_id=node.html_id,
        ours=node.text,
        theirs=item.text if item.text and item.text != node.text else "",
        signal=str(SIGNALS.get(item.matched_by or "", item.matched_by or "")),
        certainty=round(item.confidence * 100),
        choices=tuple(_choices(framework.scales_by_item[item.id].levels, chosen)),
        concern=_concern(item, question),
    )


def _choices(levels: Iterable[Level], chosen: str) -> Iterator[Choice]:
    for level in levels:
        yield Choice(level.id, level.label, level.standing, level.id == chosen)
    other = Standing.NOT_APPLICABLE
    yield Choice(other.value, str(other.label), other, chosen == other.value)
    yield Choice("", str(Standing.UNKNOWN.label), Standing.UNKNOWN, not chosen)


def _concern(item: ItemReading, question: QuestionReading) -> str:
    if item.text is None:
        return "" if question.text is None else _("The document does not seem to hold this item.")
    if item.mark is Standing.UNKNOWN:
        return _("The mark could not be read.")
    if item.confidence < UNSURE or item.matched_by == "place":
        return _("We are not sure that this line stands for this item.")
    return ""

"""What people answered, out of pools only: five answers at least, never one session's alone (voices.facts)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from statistics import median
from typing import TYPE_CHECKING, Any

from cairn.participants.counting import FEW, Share
from cairn.surveys.enums import Kind
from cairn.surveys.facts import survey_of
from cairn.surveys.shape import Question, Survey, said_in
from cairn.voices import facts as voices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from cairn.practices.models import Practice
    from cairn.surveys.models import Form
    from cairn.voices.models import Pool

FAVOURABLE = frozenset({"very_good", "good", "strongly_agree", "agree", "yes", "much_better", "better"})
"""Names of choices that are favourable, as in the forms that Cairn brings. A form with other names has no such share."""
OVERALL = ("very_good",)
"""A question that offers it asks how it was, all in all."""
SAFE = "safe"
"""The question whether one can say safely what one thinks."""


@dataclass(frozen=True, slots=True)
class Said:
    """One choice of a question, and how many chose it."""

    name: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One closed question and what was answered."""

    name: str
    label: str
    several: bool
    answered: int
    said: tuple[Said, ...]
    """Empty for numbers and days."""
    middle: str
    """The median of numbers, where five or more answered; else ""."""
    favourable: Share | None
    """None where no choice is known to be favourable."""


def chosen(
    practice: Practice,
    form: Form,
    *,
    since: date | None = None,
    until: date | None = None,
    activity: int | None = None,
    consultation: UUID | None = None,
) -> list[Pool]:
    """The pools of a form in the order of time; both days count. A consultation's are apart from all others."""
    pools = voices.pools(practice, form, since or date.min, until or date.max)
    if activity:
        pools = pools.filter(activity=activity)
    return list(pools.filter(consultation=consultation))


def wording(pools: Sequence[Pool]) -> Survey:
    """The newest among the versions that these pools, at least one, were asked by."""
    return survey_of(voices.version_of(*pools))


def response(pools: Iterable[Pool]) -> Share:
    """How many answered of all who could."""
    return voices.response_rate(*pools)


def told(survey: Survey, given: Sequence[voices.Given], *tags: str) -> list[Asked]:
    """Each closed question in the order asked, worded in the first of these languages that has words."""
    tags = (*tags, *survey.languages)
    return [_told(question, given, tags) for question in closed(survey)]


def closed(survey: Survey) -> Iterator[Question]:
    """Without notes and free words, which stand apart."""
    return (one for one in survey.questions() if one.kind not in {Kind.NOTE, Kind.TEXT})


def _told(question: Question, given: Sequence[voices.Given], tags: Sequence[str]) -> Asked:
    values = [one.said[question.name] for one in given if one.said.get(question.name) not in (None, "", [])]
    counts = Counter(name for value in values for name in names_in(value))
    said = tuple(Said(name, label or name, counts[name]) for name, label in labels_of(question, tags).items())
    return Asked(
        name=question.name,
        label=said_in(question.label, *tags) or question.name,
        several=question.kind == Kind.MANY,
        answered=len(values),
        said=said,
        middle=_middle(question, values),
        favourable=favourable(question, given),
    )


def labels_of(question: Question, tags: Sequence[str]) -> Mapping[str, str]:
    """Words by name of a choice; of a scale its steps."""
    if question.kind == Kind.SCALE and question.scale:
        first, last, step = question.scale
        steps = (first + step * number for number in range(int((last - first) / step) + 1))
        return {_plain(one): _plain(one) for one in steps}
    return {choice.name: said_in(choice.label, *tags) for choice in question.choices}


def names_in(value: Any) -> list[str]:
    """What was chosen, as names; a number as it is written."""
    if isinstance(value, list):
        return [str(each) for each in value]
    number = _number(value)
    return [str(value) if number is None else _plain(number)]


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _number(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _middle(question: Question, values: Sequence[Any]) -> str:
    """A single value never shows: a median of few would be one person's number."""
    if question.kind not in {Kind.INTEGER, Kind.DECIMAL, Kind.SCALE} or len(values) < FEW:
        return ""
    numbers = [number for value in values if (number := _number(value)) is not None]
    return _plain(median(numbers)) if numbers else ""


def favourable(question: Question, given: Iterable[voices.Given]) -> Share | None:
    """How many of those who answered chose something favourable; None where no choice is known to be."""
    good = FAVOURABLE & {choice.name for choice in question.choices}
    if question.kind != Kind.ONE or not good:
        return None
    values = [one.said[question.name] for one in given if one.said.get(question.name)]
    return Share(sum(value in good for value in values), len(values))


def overall(survey: Survey) -> Question | None:
    """The question how it was, all in all; None where the form has none that we know."""
    return next(
        (one for one in survey.questions() if {*OVERALL} & {choice.name for choice in one.choices}), None
    )


@dataclass(frozen=True, slots=True)
class Period:
    """The pools whose last day lies in one month or half-year."""

    starts_on: date
    half_year: bool
    share: Share
    response: Share
    """How many answered of those who could."""


MONTHS = 12
"""Over a longer time than so many months the trend goes by half-years."""


def overall_trend(pools: Sequence[Pool]) -> list[Period]:
    """How it was, all in all, from period to period; nothing where nobody was asked that."""
    question = overall(wording(pools)) if pools else None
    return trend(pools, question) if question else []


def trend(pools: Sequence[Pool], question: Question) -> list[Period]:
    """The favourable share of a question through time, in the order of time; periods without a pool are not there."""
    if not pools:
        return []
    first, last = pools[0].last_on, pools[-1].last_on
    half = (last.year - first.year) * 12 + last.month - first.month >= MONTHS
    by_start: dict[date, list[Pool]] = {}
    for pool in pools:
        by_start.setdefault(_start(pool.last_on, half_year=half), []).append(pool)
    periods = [
        Period(
            start,
            half,
            favourable(question, voices.answers_in(*together)) or Share(0, 0),
            response(together),
        )
        for start, together in by_start.items()
    ]
    return [period for period in periods if period.share.whole]


def _start(day: date, *, half_year: bool) -> date:
    return date(day.year, (1 if day.month <= 6 else 7) if half_year else day.month, 1)  # June


def folded(counts: Mapping[str, int]) -> dict[str, int]:
    """The most frequent first; those under five together under "", because few speak a rare language."""
    found = Counter({key: count for key, count in counts.items() if count >= FEW})
    rest = sum(count for count in counts.values() if count < FEW)
    return dict(found.most_common()) | ({"": rest} if rest else {})


def languages(given: Iterable[voices.Given]) -> dict[str, int]:
    """In which language people chose to answer; nothing is guessed from their words."""
    return folded(Counter(one.language for one in given))


def ways(given: Iterable[voices.Given]) -> dict[str, int]:
    """How answers came, by voices.enums.Way."""
    return folded(Counter(one.way for one in given))

"""A reading as a table for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from cairn.frameworks.enums import Standing
from cairn.reading.shape import ItemReading, PracticeReading, QuestionReading, Reading, Unmatched

SIGNS = {
    Standing.MET: "✓",
    Standing.PARTLY: "◐",
    Standing.NOT_MET: "–",
    Standing.NOT_APPLICABLE: "n/a",
    Standing.UNKNOWN: "?",
}
WIDTH = 100


def printed(reading: Reading) -> str:
    return "\n".join(_lines(reading))


def _lines(reading: Reading) -> Iterator[str]:
    yield f"{reading.framework}@{reading.version} · {reading.language}"
    for name in PracticeReading.__dataclass_fields__:
        if value := getattr(reading.practice, name):
            yield f"  {name}: {_short(value)}"
    for question in reading.questions:
        if question.text is not None:
            yield from _question(question)
    if reading.unmatched:
        yield ""
        yield _("Lines that belong to nothing in the framework:")
        yield from (_unmatched(line) for line in reading.unmatched)
    yield from (f"\n{note}" for note in reading.notes)
    yield ""
    yield " · ".join(f"{Standing(name).label}: {count}" for name, count in reading.summary.items())


def _question(question: QuestionReading) -> Iterator[str]:
    yield ""
    yield f"{question.id}  {_short(question.text or '')}  [{_how(question.matched_by, question.confidence)}]"
    if question.left_out is not None:
        yield "    " + _("Left out: %(reason)s") % {"reason": question.left_out}
    if question.narrative:
        yield f"    {_short(question.narrative)}"
    yield from (f"    → {tool.title} {tool.url}".rstrip() for tool in question.tools)
    yield from (_item(item) for item in question.items if item.text is not None)


def _item(item: ItemReading) -> str:
    sign = SIGNS[item.mark]
    return f"  {sign:>3} {item.id:<6} {_short(item.text or '')}  [{_how(item.matched_by, item.confidence)}]"


def _how(by: str | None, confidence: float) -> str:
    return f"{by} {confidence:.2f}" if by else _("by its items")


def _unmatched(line: Unmatched) -> str:
    sign = SIGNS[line.mark] if line.mark is not None else " "
    page = " " + _("(page %(number)d)") % {"number": line.page} if line.page else ""
    return f"  {sign:>3} {_short(line.text)}{page}"


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= WIDTH else one_line[: WIDTH - 1] + "…"

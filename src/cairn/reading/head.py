"""The facts at the head of a document: title, period, country and so on, as the document words them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cairn.reading.labels import field_of
from cairn.reading.marks import Marked
from cairn.reading.shape import PracticeReading
from cairn.texts.words import squeezed

_ADDRESS = re.compile(r"https?://\S+|www\.\S+")


def practice_of(lines: Iterable[Marked], is_framework: set[str]) -> tuple[PracticeReading, list[Marked]]:
    """The facts, and the lines that told none. `is_framework`: texts that name the framework, not the practice."""
    facts: dict[str, str] = {}
    left: list[Marked] = []
    open_field = ""
    for one in lines:
        said = _said(one)
        if said is not None:
            open_field, rest = said
            _add(facts, open_field, rest)
        elif one.text in is_framework:
            open_field = ""
        elif one.line.level is not None and "title" not in facts:
            facts["title"], open_field = one.text, ""
        elif open_field and (open_field not in facts or open_field in {"summary", "objectives"}):
            _add(facts, open_field, one.text)
        else:
            left.append(one)
    if left and "title" not in facts and len(left[0].text) <= 150 and not left[0].sign:
        facts["title"] = left.pop(0).text
    known = set(facts.values())
    return PracticeReading(**_with_period(facts)), [one for one in left if one.text not in known]


def _said(one: Marked) -> tuple[str, str] | None:
    cells = [cell for cell in one.line.cells if cell]
    if len(cells) >= 2:
        said = field_of(cells[0])
        return (said[0], squeezed(" ".join(cells[1:]))) if said else None
    return field_of(one.line.text)


def _add(facts: dict[str, str], name: str, text: str) -> None:
    if not text or facts.get(name) == text:
        return
    found = _ADDRESS.search(text)
    whole = found[0] if name == "website" and found else text
    facts[name] = f"{facts[name]}\n\n{whole}" if name in facts else whole


def _with_period(facts: dict[str, str]) -> dict[str, str]:
    """Start and end, where they stand apart, as one period."""
    starts, ends = facts.pop("starts", ""), facts.pop("ends", "")
    if starts or ends:
        facts.setdefault(
            "period", f"{starts} – {ends}".strip(" –") if not (starts and ends) else f"{starts} – {ends}"
        )
    return facts

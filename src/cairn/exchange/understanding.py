"""The facts at the head of a document as a practice keeps them: taken over when sure, else handed back as they are."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from cairn.common.countries import country_code
from cairn.practices.actions import Fields
from cairn.reading.shape import PracticeReading

TITLE = 200
"""Longest title of a practice, in characters."""
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
DAY = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})[./](?P<m2>\d{1,2})[./](?P<y2>\d{4})"
    r"|(?P<m3>\d{1,2})[./-](?P<y3>\d{4})"
    r"|(?:(?P<d4>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<name>[A-Za-z]{3,9})\.?\s+(?P<y4>\d{4})"
    r"|(?P<y5>\d{4})"
)
OPEN = frozenset({"", "present", "today", "now", "ongoing", "still running"})
"""Where an end would stand, in a period without one."""
BETWEEN = re.compile(r"\s*(?:–|—|−|\bto\b|\buntil\b|\btill\b|\s-\s|(?<=\d{4})-(?=\d{4}))\s*|\s*-\s+|\s+-\s*")


@dataclass(frozen=True, slots=True)
class Understood:
    fields: Fields
    kept: tuple[str, ...] = field(default=())
    """What could not be taken over for sure, as lines to keep for a person."""


def understood(said: PracticeReading, otherwise_titled: str) -> Understood:
    """`otherwise_titled` names the practice where the document does not."""
    title = said.title or otherwise_titled
    fields: dict[str, Any] = {"title": title[:TITLE].strip()}
    kept = [title] if len(title) > TITLE else []
    for name in ("summary", "objectives", "funding", "contact"):
        fields[name] = getattr(said, name) or ""
    for label, words, read in _facts(said):
        found = read(words) if words else {}
        if found is None:
            kept.append(f"{label}: {words}")
        else:
            fields |= found
    return Understood(Fields(**fields), tuple(kept))  # type: ignore[typeddict-item]  # names come from this file


def _facts(
    said: PracticeReading,
) -> Iterator[tuple[str, str | None, Callable[[str], dict[str, Any] | None]]]:
    yield _("Country"), said.country, _country
    yield _("Period"), said.period, _period
    yield _("Website"), said.website, _website


def _country(words: str) -> dict[str, Any] | None:
    code = country_code(words)
    return {"country": code} if code else None


def _website(words: str) -> dict[str, Any] | None:
    address = words.strip() if "://" in words else f"https://{words.strip()}"
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        return None
    return {"website": address} if len(address) <= 500 else None


def _period(words: str) -> dict[str, Any] | None:
    parts = BETWEEN.split(words.strip().rstrip("."))
    still_open = len(parts) == 2 and parts[1].lower() in OPEN
    spans = [span_of(part) for part in (parts[:1] if still_open else parts)]
    sure = [span for span in spans if span]
    if len(sure) != len(spans) or len(sure) > 2:
        return None
    starts_on, ends_on = sure[0][0], sure[-1][1]
    if still_open:
        return {"starts_on": starts_on}
    return {"starts_on": starts_on, "ends_on": ends_on} if starts_on <= ends_on else None


def span_of(words: str) -> tuple[date, date] | None:
    """First and last day of a day, a month or a year; None where day and month could be taken for each other."""
    found = DAY.fullmatch(words.strip())
    if found is None:
        return None
    got = found.groupdict()
    year = int(next(got[name] for name in ("y", "y2", "y3", "y4", "y5") if got[name]))
    month, day = _month(got), next((int(got[name]) for name in ("d", "d2", "d4") if got[name]), None)
    try:
        return _span(year, month, day, sure="." in words or got["d2"] is None)
    except ValueError:
        return None


def _month(got: dict[str, str | None]) -> int | None:
    """Months by number, or by English name or its beginning; 0, which no calendar has, for another word."""
    number = got["m"] or got["m2"] or got["m3"]
    if number:
        return int(number)
    if not got["name"]:
        return None
    name = got["name"].lower()
    return next((place for place, month in enumerate(MONTHS, start=1) if month.startswith(name)), 0)


def _span(year: int, month: int | None, day: int | None, *, sure: bool) -> tuple[date, date] | None:
    """`sure`: day and month cannot be confused by the way they are written. Raises ValueError off the calendar."""
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if not sure and day <= 12 and day != month:
        return None
    return date(year, month, day), date(year, month, day)

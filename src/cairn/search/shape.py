"""What goes into the search and what comes out of it, as values: the one seam, whatever database is underneath."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Axis(StrEnum):
    """The sides from which practices can be narrowed down."""

    COUNTRY = "country"
    TARGET_GROUP = "target_group"
    LEGAL_STATUS = "legal_status"
    INTEGRATION_AREA = "integration_area"
    FRAMEWORK = "framework"
    LANGUAGE = "language"
    CRITERION = "criterion"
    """Criteria in which a practice stands out."""
    ORGANISATION = "organisation"
    """By its slug."""


class Sort(StrEnum):
    RELEVANCE = "relevance"
    """The best fit first; without words, the newest."""
    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Entry:
    """A published practice, as the search sees it."""

    key: str
    """The practice's slug."""
    language: str
    title: str
    organisation: str
    summary: str
    text: str
    """All its other words."""
    facets: Mapping[str, tuple[str, ...]]
    """Axis to codes."""
    published_at: datetime
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question to the search: every word, any of a facet's codes, all of the facets."""

    words: str = ""
    facets: Mapping[Axis, frozenset[str]] = field(default_factory=dict)
    since: int | None = None
    until: int | None = None
    """Years, both included, that the practice's period overlaps. Where one of its days is unknown, only the year of
    the other counts; where both are, the practice is left out as soon as a year is asked for."""
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int = 20
    language: str = "en"
    """The reader's, a BCP 47 tag: its little words are not looked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    key: str
    snippet: tuple[tuple[str, bool], ...]
    """Pieces of the entry's own text, each with whether it is one of the words found. Plain text, never HTML."""


@dataclass(frozen=True, slots=True)
class Found:
    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[Axis, tuple[tuple[str, int], ...]]
    """Code and count, the commonest first, each axis counted as if nothing of it had been chosen."""
    read_as: str = ""
    """The words searched in place of the mistyped ones; empty where nothing was corrected."""

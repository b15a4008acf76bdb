"""The query string of the list: it is the saved filter, so the same choice always gives the same short address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import get_language

from cairn.common.countries import COUNTRIES
from cairn.common.languages import TAG
from cairn.practices.enums import IntegrationArea, LegalStatus, TargetGroup
from cairn.search.shape import Axis, Sort, Wanted

NAMES: dict[Axis, str] = {
    Axis.COUNTRY: "country",
    Axis.TARGET_GROUP: "group",
    Axis.LEGAL_STATUS: "status",
    Axis.INTEGRATION_AREA: "area",
    Axis.LANGUAGE: "language",
    Axis.FRAMEWORK: "framework",
    Axis.CRITERION: "criterion",
    Axis.ORGANISATION: "organisation",
}
"""What each axis is called in an address, in the order in which they are offered."""
KNOWN: dict[Axis, frozenset[str]] = {
    Axis.COUNTRY: frozenset(COUNTRIES),
    Axis.TARGET_GROUP: frozenset(TargetGroup.values),
    Axis.LEGAL_STATUS: frozenset(LegalStatus.values),
    Axis.INTEGRATION_AREA: frozenset(IntegrationArea.values),
}
"""Axes whose values are all known beforehand."""
LONGEST = 200
MOST = 20
"""Longer words and more choices on one axis than anyone makes by hand are cut, and that is said."""
YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing chosen: the parameter and its value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Filter:
    words: str = ""
    facets: Mapping[Axis, frozenset[str]] = field(default_factory=dict)
    since: int | None = None
    until: int | None = None
    """First and last year, both included."""
    sort: Sort | None = None
    page: int = 1
    ignored: tuple[str, ...] = ()
    """Values that make no sense here, as they were given."""

    @property
    def choices(self) -> Iterator[Choice]:
        """Everything that narrows the list, in the order of the address."""
        if self.words:
            yield Choice("q", self.words)
        for axis, name in NAMES.items():
            for code in sorted(self.facets.get(axis, ())):
                yield Choice(name, code)
        for name, year in (("from", self.since), ("to", self.until)):
            if year is not None:
                yield Choice(name, str(year))

    @property
    def query(self) -> str:
        """The address after its question mark, without the page; empty where nothing is chosen."""
        sort = [Choice("sort", self.sort.value)] if self.sort else []
        pairs = sorted((choice.name, choice.value) for choice in (*self.choices, *sort))
        return urlencode(pairs)

    def without(self, choice: Choice) -> Filter:
        """The same filter less one choice, from its first page."""
        if choice.name == "q":
            return replace(self, words="", page=1)
        if choice.name == "from":
            return replace(self, since=None, page=1)
        if choice.name == "to":
            return replace(self, until=None, page=1)
        axis = next(axis for axis, name in NAMES.items() if name == choice.name)
        facets = {**self.facets, axis: self.facets[axis] - {choice.value}}
        return replace(self, facets=facets, page=1)

    def wanted(self, *, offset: int, limit: int) -> Wanted:
        return Wanted(
            words=self.words,
            facets={axis: codes for axis, codes in self.facets.items() if codes},
            since=self.since,
            until=self.until,
            sort=self.sort or (Sort.RELEVANCE if self.words else Sort.NEWEST),
            offset=offset,
            limit=limit,
            language=get_language() or "en",
        )


def read(asked: QueryDict) -> Filter:
    """The filter that an address says. Whatever makes no sense is left out and told, and nothing fails."""
    ignored: list[str] = []
    facets = {axis: _codes(asked, axis, name, ignored) for axis, name in NAMES.items()}
    since, until = (_year(asked, name, ignored) for name in ("from", "to"))
    if since and until and since > until:
        since, until = until, since
    words = " ".join(asked.get("q", "").replace("\0", " ").split())
    if len(words) > LONGEST:
        ignored.append(words[LONGEST:])
    return Filter(
        words=words[:LONGEST].strip(),
        facets={axis: codes for axis, codes in facets.items() if codes},
        since=since,
        until=until,
        sort=_sort(asked, ignored),
        page=_page(asked),
        ignored=tuple(short for value in ignored if (short := _printable(value))),
    )


def _codes(asked: QueryDict, axis: Axis, name: str, ignored: list[str]) -> frozenset[str]:
    said = [value for value in dict.fromkeys(asked.getlist(name)) if value]
    good = [value for value in said if _sensible(axis, value)][:MOST]
    ignored += [value for value in said if value not in good]
    return frozenset(good)


def _sensible(axis: Axis, value: str) -> bool:
    if axis in KNOWN:
        return value in KNOWN[axis]
    if axis is Axis.LANGUAGE:
        return bool(TAG.fullmatch(value))
    return len(value) <= LONGEST and value.isprintable()


def _year(asked: QueryDict, name: str, ignored: list[str]) -> int | None:
    said = asked.get(name, "").strip()
    if said.isascii() and said.isdigit() and len(said) == 4 and int(said) in YEARS:
        return int(said)
    ignored += [said] if said else []
    return None


def _sort(asked: QueryDict, ignored: list[str]) -> Sort | None:
    said = asked.get("sort", "")
    if said in set(Sort):
        return Sort(said)
    ignored += [said] if said else []
    return None


def _page(asked: QueryDict) -> int:
    said = asked.get("page", "")
    return min(max(int(said), 1), 1_000_000) if said.isascii() and said.isdigit() and len(said) < 8 else 1


def _printable(value: str) -> str:
    """Short, and with a sign in the place of what cannot be seen."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in value)[:60].strip()

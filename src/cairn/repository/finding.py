"""From a filter to what is shown: entries, facets with their counts, ways out of an empty list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cairn.publications import facts as publications
from cairn.publications import showing
from cairn.repository.filters import NAMES, Choice, Filter
from cairn.repository.labels import AXES, Labels
from cairn.search.facts import find
from cairn.search.shape import Axis, Found, Hit

if TYPE_CHECKING:
    from cairn.publications.models import Publication

AT_FIRST = 8
"""Values of a facet shown before one asks for more."""
MOST = 60
WAYS_OUT = 6


@dataclass(frozen=True, slots=True)
class Value:
    code: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    label: str
    first: tuple[Value, ...]
    more: tuple[Value, ...]

    @property
    def chosen(self) -> int:
        return sum(value.chosen for value in (*self.first, *self.more))


@dataclass(frozen=True, slots=True)
class Tag:
    """Something chosen, and the address of the list without it."""

    label: str
    query: str
    count: int | None = None
    """How many would be found without it; None where that was not asked."""


@dataclass(frozen=True, slots=True)
class Result:
    entry: showing.Entry
    snippet: tuple[tuple[str, bool], ...]
    """Words, and whether they are those that were searched."""


def page_of(chosen: Filter, size: int) -> Found:
    return find(chosen.wanted(offset=(chosen.page - 1) * size, limit=size))


def results(found: Found) -> list[Result]:
    """In the order of the hits, whatever was withdrawn meanwhile left out; one query."""
    return [Result(showing.entry(publication), hit.snippet) for publication, hit in _published(found.hits)]


def _published(hits: Iterable[Hit]) -> Iterator[tuple[Publication, Hit]]:
    hits = list(hits)
    there = {
        publication.practice.slug: publication
        for publication in publications.published().filter(practice__slug__in=[hit.key for hit in hits])
    }
    return ((there[hit.key], hit) for hit in hits if hit.key in there)


def publications_of(found: Found) -> list[Publication]:
    """In the order of the hits; one query."""
    return [publication for publication, _hit in _published(found.hits)]


def everything(chosen: Filter, most: int) -> list[Publication]:
    """All that the filter finds, up to `most`."""
    return publications_of(find(chosen.wanted(offset=0, limit=most)))


def facets(found: Found, chosen: Filter, labels: Labels) -> list[Facet]:
    """Those that have anything to choose; what is chosen comes first, so that it is never out of sight."""
    return [facet for axis in NAMES if (facet := _facet(axis, found, chosen, labels)) is not None]


def _facet(axis: Axis, found: Found, chosen: Filter, labels: Labels) -> Facet | None:
    picked = chosen.facets.get(axis, frozenset())
    counts = dict(found.facets.get(axis, ()))
    codes = [*sorted(picked), *(code for code in counts if code not in picked)][:MOST]
    values = [Value(code, labels.of(axis, code), counts.get(code, 0), code in picked) for code in codes]
    if not values:
        return None
    return Facet(NAMES[axis], str(AXES[axis]), tuple(values[:AT_FIRST]), tuple(values[AT_FIRST:]))


def tags(chosen: Filter, labels: Labels) -> list[Tag]:
    return [Tag(labels.choice(choice), chosen.without(choice).query) for choice in chosen.choices]


def ways_out(chosen: Filter, labels: Labels) -> list[Tag]:
    """For an empty list: which single choice, let go, would find something, the most first."""
    ways = (_way(chosen, choice, labels) for choice in list(chosen.choices)[:WAYS_OUT])
    return sorted((way for way in ways if way.count), key=lambda way: -(way.count or 0))


def _way(chosen: Filter, choice: Choice, labels: Labels) -> Tag:
    without = chosen.without(choice)
    return Tag(labels.choice(choice), without.query, find(without.wanted(offset=0, limit=1)).total)

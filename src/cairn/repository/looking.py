"""Finding by reading every published text: right for a few hundred practices, and what is used until they are indexed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cairn.frameworks.enums import NodeKind
from cairn.publications import facts as publications
from cairn.publications.portrait import NodePortrait, Portrait
from cairn.search.shape import Axis, Found, Hit, Sort, Wanted
from cairn.texts.words import folded

if TYPE_CHECKING:
    from cairn.publications.models import Publication  # noqa: TC004  # never evaluated; its tables are another room's

STANDS_OUT = 0.8
ENOUGH_DECIDED = 2
"""A practice stands out in a criterion of which so many items are decided, and this share of them met."""


@dataclass(frozen=True, slots=True)
class _Seen:
    publication: Publication
    words: str
    codes: Mapping[Axis, frozenset[str]]
    years: tuple[date | None, date | None]


def find(wanted: Wanted) -> Found:
    """Every word, any of a facet's codes, all of the facets; each facet counted as if nothing of it were chosen."""
    asked = folded(wanted.words).split()
    seen = [
        one
        for one in map(_seen, publications.published().select_related("practice__organisation"))
        if all(word in one.words for word in asked) and _in_years(one, wanted)
    ]
    hits = sorted(
        (one.publication for one in seen if _fits(one, wanted)), key=lambda hit: hit.title.casefold()
    )
    if wanted.sort is not Sort.TITLE:
        hits.sort(key=lambda hit: hit.published_at, reverse=wanted.sort is not Sort.OLDEST)
    return Found(
        hits=tuple(Hit(hit.practice.slug, ()) for hit in hits[wanted.offset : wanted.offset + wanted.limit]),
        total=len(hits),
        facets={axis: _counted(seen, wanted, axis) for axis in Axis},
    )


def _seen(publication: Publication) -> _Seen:
    portrait = publications.portrait(publication)
    practice = portrait.practice
    said = (practice.title, practice.organisation, practice.summary, practice.objectives, *practice.places)
    answers = (node.narrative for node in portrait.walk())
    return _Seen(
        publication,
        folded(" ".join((*said, *answers))),
        _codes(publication, portrait),
        (practice.starts_on, practice.ends_on),
    )


def _codes(publication: Publication, portrait: Portrait) -> dict[Axis, frozenset[str]]:
    practice = portrait.practice
    framework = portrait.framework.id
    strong = (node.id for node in portrait.walk() if _stands_out(node))
    return {
        Axis.COUNTRY: frozenset([practice.country.code] if practice.country else []),
        Axis.TARGET_GROUP: frozenset(label.code for label in practice.target_groups),
        Axis.LEGAL_STATUS: frozenset(label.code for label in practice.legal_statuses),
        Axis.INTEGRATION_AREA: frozenset(label.code for label in practice.integration_areas),
        Axis.LANGUAGE: frozenset(label.code for label in practice.languages),
        Axis.FRAMEWORK: frozenset([framework]),
        Axis.CRITERION: frozenset(f"{framework}:{node}" for node in strong),
        Axis.ORGANISATION: frozenset([publication.practice.organisation.slug]),
    }


def _stands_out(node: NodePortrait) -> bool:
    decided = node.tally.judged
    return (
        node.kind is NodeKind.GROUP and decided >= ENOUGH_DECIDED and node.tally.met / decided >= STANDS_OUT
    )


def _in_years(one: _Seen, wanted: Wanted) -> bool:
    """Whether its period overlaps; a day that is unknown is taken from the other, and with neither it is left out."""
    if wanted.since is None and wanted.until is None:
        return True
    starts, ends = one.years
    first, last = starts or ends, ends or starts
    if first is None or last is None:
        return False
    return last.year >= (wanted.since or last.year) and first.year <= (wanted.until or first.year)


def _fits(one: _Seen, wanted: Wanted, *, lifted: Axis | None = None) -> bool:
    return all(
        one.codes[axis] & codes for axis, codes in wanted.facets.items() if codes and axis is not lifted
    )


def _counted(seen: list[_Seen], wanted: Wanted, axis: Axis) -> tuple[tuple[str, int], ...]:
    counts = Counter(code for one in seen if _fits(one, wanted, lifted=axis) for code in one.codes[axis])
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

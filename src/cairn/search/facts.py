"""What is found."""

# ruff: noqa: S608
# SQL is put together here from our own pieces only; whatever comes from a reader is a parameter.

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import numpy as np
from django.db.models import Count, Max, QuerySet
from django.db.models.expressions import RawSQL

from cairn.search import shelf as copy
from cairn.search.asking import Unit, units
from cairn.search.engines import engine
from cairn.search.models import Code, Document, Words
from cairn.search.shape import Axis, Found, Hit, Sort, Wanted
from cairn.search.shelf import Numbers, Truths
from cairn.search.snippets import Finder, snippet
from cairn.search.vocabulary import mended

WRITTEN_IN = "written_in"
"""An axis of our own: every document has exactly one language that it is written in, so its counts add up to all."""

NONE: Numbers = np.empty(0, np.int64)


def find(wanted: Wanted) -> Found:
    """A page of what is wanted, how much there is, and how it could be narrowed down or widened.

    Where nothing at all is found, words that are in no entry are taken for slips, and the nearest words searched.
    """
    asked = _units(wanted.words, wanted.language)
    found = _found(wanted, asked)
    if found.total or not asked:
        return found
    read_as = _read_as(asked)
    return replace(_found(wanted, _units(read_as, wanted.language)), read_as=read_as) if read_as else found


def extent() -> tuple[int, datetime | None]:
    """How many entries can be found, and when the latest of them was published."""
    said = Document.objects.aggregate(Count("pk"), Max("published_at"))
    return said["pk__count"], said["published_at__max"]


def keys() -> set[str]:
    """The keys of everything that can be found."""
    return set(Document.objects.values_list("key", flat=True))


def matching(words: str, *, language: str = "en") -> QuerySet[Document]:
    """Every document in which the words are found, mended like those of `find`; for lists that sort themselves."""
    asked = _units(words, language)
    if not asked:
        return Document.objects.all()
    found = _matching(asked)
    read_as = "" if found.exists() else _read_as(asked)
    return _matching(_units(read_as, language)) if read_as else found


def keys_found(wanted: Wanted) -> set[str]:
    """The keys of everything that `find` would leaf through, for whoever shows all of it at once."""
    asked = _units(wanted.words, wanted.language)
    found = _keys(wanted, asked)
    read_as = "" if found or not asked else _read_as(asked)
    return _keys(wanted, _units(read_as, wanted.language)) if read_as else found


def _keys(wanted: Wanted, asked: tuple[Unit, ...]) -> set[str]:
    shelf, rows, _ranks = _rows(replace(wanted, sort=Sort.NEWEST), asked)
    chosen = np.logical_and.reduce([_within(wanted, shelf)[rows], *_borne(wanted, shelf, rows).values()])
    ids = set(shelf.ids[rows[chosen]].tolist())
    return {key for pk, key in Document.objects.values_list("pk", "key") if pk in ids}


def _read_as(asked: tuple[Unit, ...]) -> str:
    """The words with their slips mended; empty where there are none, or none that can be mended."""
    words = mended(asked)
    if words == tuple(unit.words for unit in asked):
        return ""
    return " ".join(f'"{" ".join(one)}"' if len(one) > 1 else one[0] for one in words)


def _matching(asked: tuple[Unit, ...]) -> QuerySet[Document]:
    chosen = engine()
    return Document.objects.filter(pk__in=RawSQL(chosen.MATCHING, [chosen.asked(asked)]))  # noqa: S611


def _units(words: str, language: str) -> tuple[Unit, ...]:
    if not words.strip():
        return ()
    languages = (
        Code.objects.filter(axis=WRITTEN_IN, uses__gt=0).order_by("code").values_list("code", flat=True)
    )
    return units(words, language=language, languages=languages)


def _found(wanted: Wanted, asked: tuple[Unit, ...]) -> Found:
    shelf, rows, ranks = _rows(wanted, asked)
    within = _within(wanted, shelf)[rows]
    borne = _borne(wanted, shelf, rows)
    chosen = np.logical_and.reduce([within, *borne.values()])
    counts = shelf.counted(rows[chosen])
    facets = {axis: shelf.by_count(axis, counts) for axis in Axis}
    for axis in borne:
        others = [mask for other, mask in borne.items() if other != axis]
        lifted = shelf.counted(rows[np.logical_and.reduce([within, *others])])
        facets[axis] = shelf.by_count(axis, lifted)
    page = _page(wanted, shelf, rows[chosen], ranks[chosen] if asked else ranks)
    return Found(hits=_hits(page.tolist(), asked), total=int(chosen.sum()), facets=facets)


def _rows(wanted: Wanted, asked: tuple[Unit, ...]) -> tuple[copy.Shelf, Numbers, Numbers]:
    """The copy, which of its rows the words are found in, and their ranks."""
    ids, ranks = _matches(wanted, asked)
    shelf = copy.shelf()  # after the matches, so that it knows whatever of them is still there
    if not asked:
        return shelf, np.arange(shelf.ids.size), ranks
    known = shelf.known(ids)
    return shelf, shelf.row_of(ids[known]), ranks[known]


def _borne(wanted: Wanted, shelf: copy.Shelf, rows: Numbers) -> dict[Axis, Truths]:
    """For each axis that was chosen, which of the rows bear any of its codes."""
    return {axis: shelf.bearing(axis, codes)[rows] for axis, codes in wanted.facets.items() if codes}


def _matches(wanted: Wanted, asked: tuple[Unit, ...]) -> tuple[Numbers, Numbers]:
    """Ids of what the words are found in, and ranks, the less the better; alike where another order is wanted."""
    if not asked:
        return NONE, NONE
    chosen = engine()
    if wanted.sort is not Sort.RELEVANCE:
        (ids,) = copy.columns(f"SELECT id AS a FROM ({chosen.MATCHING}) h", [chosen.asked(asked)], wide=1)
        return ids, ids
    # The limit keeps SQLite from ranking where its full-text table is out of reach.
    sql = f"SELECT id AS a, {chosen.RANK} AS b FROM ({chosen.RANKED} LIMIT %s) h"
    ids, ranks = copy.columns(sql, [chosen.asked(asked), copy.EVERYTHING], wide=2)
    return ids, ranks


def _within(wanted: Wanted, shelf: copy.Shelf) -> Truths:
    """For every row whether its period overlaps the years asked for."""
    within = np.ones(shelf.ids.size, bool)
    if wanted.since is not None:
        within &= shelf.last_year >= wanted.since
    if wanted.until is not None:
        within &= (shelf.first_year <= wanted.until) & (shelf.first_year != copy.UNKNOWN)
    return within


def _page(wanted: Wanted, shelf: copy.Shelf, rows: Numbers, ranks: Numbers) -> Numbers:
    """Ids in the order wanted, from the offset on."""
    end = wanted.offset + wanted.limit
    if wanted.sort is Sort.RELEVANCE and ranks.size:
        return shelf.ids[rows[_best(ranks, rows, end)[wanted.offset :]]]
    chosen = np.zeros(shelf.ids.size, bool)
    chosen[rows] = True
    order = shelf.by_title if wanted.sort is Sort.TITLE else shelf.by_age
    if wanted.sort in {Sort.NEWEST, Sort.RELEVANCE}:
        order = order[::-1]
    return shelf.ids[order[chosen[order]][wanted.offset : end]]


def _best(ranks: Numbers, rows: Numbers, count: int) -> Numbers:
    """Places of the smallest ranks in their order; of equal ones those of the earlier rows first."""
    places = np.arange(ranks.size)
    if 0 < count < ranks.size:
        places = places[ranks <= np.partition(ranks, count - 1)[count - 1]]
    return places[np.lexsort((rows[places], ranks[places]))][:count]


def _hits(page: list[int], asked: tuple[Unit, ...]) -> tuple[Hit, ...]:
    words = Words.objects.select_related("document").in_bulk(page)
    finder = Finder(asked)
    found = [words[pk] for pk in page if pk in words]
    return tuple(
        Hit(one.document.key, snippet((one.summary, one.text), finder, one.document.language))
        for one in found
    )

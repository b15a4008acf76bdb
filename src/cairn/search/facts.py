"""What is found."""

# ruff: noqa: S608
# SQL is put together here from our own pieces only; whatever comes from a reader is a parameter.

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Count, Max, QuerySet
from django.db.models.expressions import RawSQL

from cairn.search.asking import Unit, units
from cairn.search.engines import engine
from cairn.search.models import Code, Document, Words
from cairn.search.shape import Axis, Found, Hit, Sort, Wanted
from cairn.search.snippets import Finder, snippet
from cairn.search.vocabulary import mended

WRITTEN_IN = "written_in"
"""An axis of our own: every document has exactly one language that it is written in, so its counts add up to all."""

ORDER = {
    Sort.NEWEST: "d.published_at DESC, d.id DESC",
    Sort.OLDEST: "d.published_at, d.id",
    Sort.TITLE: "d.sort_title, d.id",
}
Codes = Mapping[str, tuple[int, ...]]


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
    codes = _codes(wanted)
    counts = _counts(wanted, asked, codes, "")
    total = sum(count for _code, count in counts.pop(WRITTEN_IN, []))
    for axis in codes:
        counts[axis] = _counts(wanted, asked, codes, axis).get(axis, [])
    return Found(
        hits=_hits(wanted, asked, codes) if total else (),
        total=total,
        facets={axis: tuple(counts.get(axis, ())) for axis in Axis},
    )


def _codes(wanted: Wanted) -> Codes:
    """The numbers of the codes asked for; an axis of which none is known is asked for with a number that none has."""
    asked = {axis: codes for axis, codes in wanted.facets.items() if codes}
    numbers = {
        axis: tuple(Code.objects.filter(axis=axis, code__in=codes).values_list("pk", flat=True))
        for axis, codes in asked.items()
    }
    return {axis: found or (-1,) for axis, found in numbers.items()}


def _source(asked: tuple[Unit, ...], codes: dict[str, tuple[int, ...]], query: str) -> tuple[str, list[Any]]:
    """The ids to begin with: of the words, else of one facet (taken out of `codes`), else of everything."""
    if asked:
        return query, [engine().asked(asked)]
    if codes:
        numbers = codes.pop(min(codes))
        return f"SELECT DISTINCT document_id AS id FROM search_tag WHERE code_id IN ({_marks(numbers)})", [
            *numbers
        ]
    return "SELECT id FROM search_document", []


def _marks(values: tuple[int, ...]) -> str:
    return ", ".join(["%s"] * len(values))


def _conditions(wanted: Wanted, codes: Mapping[str, tuple[int, ...]], pk: str) -> tuple[str, list[Any]]:
    """What else has to hold, as SQL that begins with AND."""
    sql = ""
    values: list[Any] = []
    for numbers in codes.values():
        sql += (
            f" AND EXISTS (SELECT 1 FROM search_tag f WHERE f.document_id = {pk}"
            f" AND f.code_id IN ({_marks(numbers)}))"
        )
        values += numbers
    for year, condition in ((wanted.since, "last_year >= %s"), (wanted.until, "first_year <= %s")):
        if year is not None:
            sql += f" AND EXISTS (SELECT 1 FROM search_document y WHERE y.id = {pk} AND y.{condition})"
            values.append(year)
    return sql, values


def _counts(
    wanted: Wanted, asked: tuple[Unit, ...], codes: Codes, lifted: str
) -> dict[str, list[tuple[str, int]]]:
    """Per axis, code and count. The hits come first (CROSS JOIN keeps SQLite's planner from starting at the tags)."""
    left = {axis: numbers for axis, numbers in codes.items() if axis != lifted}
    only = " AND c.axis = %s" if lifted else ""
    values: list[Any] = []
    if not asked and not left and wanted.since is None and wanted.until is None:
        sql = "SELECT c.axis, c.code, c.uses AS n FROM search_code c WHERE c.uses > 0"
    else:
        source, values = _source(asked, left, engine().MATCHING)
        conditions, more = _conditions(wanted, left, "h.id")
        values += more
        # Only ids are grouped: the names are looked up once for each code.
        sql = (
            f"SELECT c.axis, c.code, g.n FROM (SELECT t.code_id, count(*) AS n FROM ({source}) h"
            f" CROSS JOIN search_tag t WHERE t.document_id = h.id{conditions} GROUP BY t.code_id) g"
            " JOIN search_code c ON c.id = g.code_id WHERE TRUE"
        )
    counts: dict[str, list[tuple[str, int]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(f"{sql}{only} ORDER BY n DESC, c.code", [*values, *([lifted] if lifted else [])])
        for axis, code, count in cursor.fetchall():
            counts.setdefault(axis, []).append((code, count))
    return counts


def _hits(wanted: Wanted, asked: tuple[Unit, ...], codes: Codes) -> tuple[Hit, ...]:
    chosen = engine()
    by_rank = bool(asked) and wanted.sort is Sort.RELEVANCE
    left = dict(codes)
    begin, values = "FROM search_document d WHERE TRUE", list[Any]()
    if asked:
        source, values = _source(asked, left, chosen.RANKED if by_rank else chosen.MATCHING)
        begin = f"FROM ({source}) h CROSS JOIN search_document d WHERE d.id = h.id"
    conditions, more = _conditions(wanted, left, "d.id")
    order = "h.rank, d.id" if by_rank else ORDER.get(wanted.sort, ORDER[Sort.NEWEST])
    sql = f"SELECT d.id, d.key, d.language {begin}{conditions} ORDER BY {order} LIMIT %s OFFSET %s"
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, *more, wanted.limit, wanted.offset])
        rows = cursor.fetchall()
    words = Words.objects.in_bulk([pk for pk, _key, _language in rows])
    finder = Finder(asked)
    return tuple(
        Hit(key, snippet((words[pk].summary, words[pk].text), finder, language)) for pk, key, language in rows
    )

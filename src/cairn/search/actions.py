"""What can be done with the index. Whoever publishes calls these; nobody's name is kept here, so there is no `by`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import F

from cairn.search.asking import clipped
from cairn.search.engines import engine
from cairn.search.facts import WRITTEN_IN
from cairn.search.models import Code, Document, Ledger, Tag, Words
from cairn.search.shape import Axis, Entry
from cairn.texts.words import folded, stem, words_of

AT_ONCE = 500
"""Entries that are written together: enough to be quick, few enough to be held in memory."""

Use = tuple[str, str]


@transaction.atomic
def put(*, entry: Entry) -> None:
    """The entry can be found from now on, in the place of what was known under its key."""
    drop(key=entry.key)
    _count(_write([entry]))


@transaction.atomic
def drop(*, key: str) -> None:
    """Nothing is found under the key any more."""
    document = Document.objects.filter(key=key).first()
    if document is None:
        return
    known = Words.objects.get(document=document)
    uses = _uses(_words(known), document.language)
    _count(Counter({use: -count for use, count in uses.items()}))
    Code.objects.filter(tag__document=document).update(uses=F("uses") - 1)
    with connection.cursor() as cursor:
        cursor.execute(engine().REMOVE, [document.pk])
    document.delete()


@transaction.atomic
def rebuild(*, entries: Iterable[Entry], told: Callable[[int], None] = lambda done: None) -> int:
    """Everything anew, in batches; `told` hears after each how many are done. Readers see the old index until the end.

    Returns how many entries there are.
    """
    with connection.cursor() as cursor:
        for statement in engine().EMPTY:
            cursor.execute(statement)
        for table in ("tag", "words", "word", "document", "code"):
            cursor.execute(f"DELETE FROM search_{table}")  # noqa: S608  # no word of anyone's in it
    uses: Counter[Use] = Counter()
    done = 0
    for batch in _batches(entries):
        uses += _write(batch)
        done += len(batch)
        told(done)
    _count(uses)
    return done


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    rest = iter(entries)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch


def _write(entries: Sequence[Entry]) -> Counter[Use]:
    """Adds new entries; returns the words they bring to the vocabulary."""
    documents = Document.objects.bulk_create([_document(entry) for entry in entries])
    pairs = list(zip(documents, entries, strict=True))
    Words.objects.bulk_create(
        Words(
            document=document,
            title=entry.title,
            organisation=entry.organisation,
            summary=entry.summary,
            text=entry.text,
        )
        for document, entry in pairs
    )
    _tag(pairs)
    uses: Counter[Use] = Counter()
    rows = []
    for document, entry in pairs:
        parts = [list(map(clipped, words_of(part))) for part in _parts(entry)]
        stems = [[stem(word, entry.language) for word in part] for part in parts]
        rows.append(engine().row(document.pk, stems))
        uses += _uses(parts, entry.language)
    with connection.cursor() as cursor:
        cursor.executemany(engine().WRITE, rows)
    return uses


def _document(entry: Entry) -> Document:
    years = [day.year for day in (entry.starts_on, entry.ends_on) if day]
    return Document(
        key=entry.key,
        language=entry.language,
        published_at=entry.published_at,
        sort_title=folded(entry.title)[:200],
        first_year=min(years, default=None),
        last_year=max(years, default=None),
    )


def _parts(of: Entry | Words) -> tuple[str, str, str, str]:
    return of.title, of.organisation, of.summary, of.text


def _words(known: Words) -> list[list[str]]:
    return [list(map(clipped, words_of(part))) for part in _parts(known)]


def _uses(parts: Iterable[Iterable[str]], language: str) -> Counter[Use]:
    words = Counter(word for part in parts for word in part)
    return Counter({(word, stem(word, language)): count for word, count in words.items()})


def _tag(pairs: Sequence[tuple[Document, Entry]]) -> None:
    borne = [(document, axis, code) for document, entry in pairs for axis, code in _borne(entry)]
    uses = Counter((axis, code) for _document, axis, code in borne)
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_code (axis, code, uses) VALUES (%s, %s, %s)"
            " ON CONFLICT (axis, code) DO UPDATE SET uses = search_code.uses + excluded.uses",
            [(axis, code, count) for (axis, code), count in sorted(uses.items())],
        )
    numbers = {
        (code.axis, code.code): code.pk
        for code in Code.objects.filter(code__in={code for _axis, code in uses})
    }
    Tag.objects.bulk_create(
        Tag(document=document, code_id=numbers[axis, code]) for document, axis, code in borne
    )


def _borne(entry: Entry) -> list[tuple[str, str]]:
    facets = [
        (str(Axis(axis)), code) for axis, codes in entry.facets.items() for code in dict.fromkeys(codes)
    ]
    return [(WRITTEN_IN, entry.language), *facets]


def _count(uses: Counter[Use]) -> None:
    """Adds to (or takes from) the vocabulary, and lets every process know that its copy is old."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_word (word, stem, uses) VALUES (%s, %s, %s)"
            " ON CONFLICT (word, stem) DO UPDATE SET uses = search_word.uses + excluded.uses",
            [(word, stemmed, count) for (word, stemmed), count in sorted(uses.items())],
        )
    Ledger.objects.update_or_create(pk=1, defaults={"stamp": uuid4().hex})

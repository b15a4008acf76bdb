"""Points of texts, reckoned once and kept: pages read them and never load a model.

They are kept under the digest of the text, so the same sentence in two documents is reckoned once.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import TypeVar

import numpy as np

from cairn.frameworks.facts import framework_in, loaded
from cairn.frameworks.shape import Node
from cairn.passages.embedding import Embedder, Points
from cairn.passages.models import Document, Passage, Vector

Thing = TypeVar("Thing")
AT_ONCE = 200
"""Texts that are reckoned and kept together: half a second's work, so that little is lost when it is broken off."""
ASKED_AT_ONCE = 5_000
"""Digests in one question: databases limit how many values a question may hold."""


def digest(text: str) -> str:
    """SHA-256, under which everything about a text is kept."""
    return hashlib.sha256(text.encode()).hexdigest()


def words_of(item: Node) -> str:
    """What of an item is compared: its text and its terms."""
    return ", ".join([item.text, *item.terms])


def kept(model: str, digests: Iterable[str]) -> dict[str, Points]:
    """The points that were reckoned already, by the digests of their texts."""
    known = Vector.objects.filter(model=model).values_list("digest", "numbers")
    return {
        one: np.frombuffer(numbers, np.float16).astype(np.float32)
        for some in _batches(dict.fromkeys(digests), ASKED_AT_ONCE)
        for one, numbers in known.filter(digest__in=some)
    }


def waiting(model: str, documents: Iterable[int]) -> set[int]:
    """Which of the documents have passages whose points are still to be reckoned."""
    done = Vector.objects.filter(model=model).values("digest")
    passages = Passage.objects.filter(document__in=list(documents)).exclude(digest__in=done)
    return set(passages.order_by().values_list("document_id", flat=True).distinct())


def reckon(*, embedder: Embedder, told: Callable[[int, int], None] = lambda done, whole: None) -> int:
    """Brings what is kept up to date: other models' points go, texts without a point get one.

    `told` hears after each batch how many of how many are done; each batch is kept at once, so that breaking off loses
    nothing. Returns how many there were.
    """
    Vector.objects.exclude(model=embedder.name).delete()
    there = set(Vector.objects.values_list("digest", flat=True))
    spoken = [one for one in _languages() if embedder.speaks(one)]
    items = {digest(text): text for text in _items(spoken)}
    places = Passage.objects.filter(document__language__in=spoken).order_by()
    document_of = dict(places.values_list("digest", "document_id"))
    forget(there - items.keys() - document_of.keys())
    missing = (items.keys() | document_of.keys()) - there
    whole, done = len(missing), 0
    for some in _batches(_texts(items, document_of, missing), AT_ONCE):
        _keep(embedder, dict(some))
        done += len(some)
        told(done, whole)
    return done


def forget(digests: Collection[str]) -> None:
    """What was reckoned from a text goes with the text."""
    for some in _batches(digests, ASKED_AT_ONCE):
        Vector.objects.filter(digest__in=some).delete()


def forget_unused(digests: Collection[str]) -> None:
    """As `forget`, but what another document says too is kept."""
    for some in _batches(digests, ASKED_AT_ONCE):
        said = Passage.objects.filter(digest__in=some).order_by().values_list("digest", flat=True)
        forget(set(some) - set(said))


def _languages() -> list[str]:
    present = Document.objects.filter(removed_at__isnull=True).order_by()
    return list(present.values_list("language", flat=True).distinct())


def _items(languages: Collection[str]) -> Iterator[str]:
    """What the items of every framework are called in these languages."""
    for version in loaded():
        for language in languages:
            yield from map(words_of, framework_in(version, language).items)


def _texts(
    items: dict[str, str], document_of: dict[str, int], missing: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The missing digests with their texts, read one document after the other."""
    wanted: dict[int, set[str]] = defaultdict(set)
    for one in missing:
        if one in items:
            yield one, items[one]
        else:
            wanted[document_of[one]].add(one)
    for pk, digests in wanted.items():
        document = Document.objects.get(pk=pk)
        texts = {one.digest: document.text[one.start : one.end] for one in document.passages.all()}
        yield from ((one, text) for one, text in texts.items() if one in digests)


def _keep(embedder: Embedder, texts: dict[str, str]) -> None:
    points = embedder.points(list(texts.values())).astype(np.float16)
    rows = (
        Vector(model=embedder.name, digest=one, numbers=point.tobytes())
        for one, point in zip(texts, points, strict=True)
    )
    Vector.objects.bulk_create(rows, ignore_conflicts=True)  # two may be at it at once, and find the same


def _batches(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch

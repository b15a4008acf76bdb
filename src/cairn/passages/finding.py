"""The passages of a practice's documents that bear on an item, searched in each document's own language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from cairn.frameworks.enums import NodeKind
from cairn.frameworks.facts import framework_in, speaks
from cairn.passages.embedding import embedder
from cairn.passages.models import AcceptedQuote, Document, Passage
from cairn.passages.nearness import Nearness
from cairn.passages.ranking import Bm25, Query, Ranker, Shelf, fused
from cairn.passages.vectors import waiting, words_of
from cairn.texts.words import stemmed

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment

MOST = 5
_WORDS = re.compile(r"\w+|\W+")


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    matched: bool


@dataclass(frozen=True, slots=True)
class Quote:
    passage: Passage
    document: Document
    pieces: tuple[Piece, ...]
    before: str
    after: str
    accepted: bool


class Library:
    """The documents of an assessed practice, read once: two queries, whatever is asked of them."""

    def __init__(self, assessment: Assessment, rankers: Sequence[Ranker] = ()) -> None:
        self.assessment = assessment
        self._rankers = rankers or chosen_rankers()
        documents = assessment.practice.documents.filter(removed_at__isnull=True).defer("text")
        self.documents: dict[int, Document] = {one.pk: one for one in documents}
        self._by_language: dict[str, list[Passage]] = defaultdict(list)
        for passage in Passage.objects.filter(document__in=list(self.documents)).order_by(
            "document", "order"
        ):
            self._by_language[self.documents[passage.document_id].language].append(passage)
        self._shelves = {
            language: Shelf(
                language, [one.stems.split() for one in passages], [one.digest for one in passages]
            )
            for language, passages in self._by_language.items()
        }

    @cached_property
    def untranslated(self) -> list[Document]:
        """Documents in languages in which the framework has no words, and which are not compared by meaning (yet):
        in them next to nothing can be found.
        """
        version = self.assessment.framework_version
        found = [one for one in self.documents.values() if not speaks(version, one.language)]
        model = embedder() if found else None
        if model is None:
            return found
        late = waiting(model.name, [one.pk for one in found])
        return [one for one in found if one.pk in late or not model.speaks(one.language)]

    def query(self, node_id: str, language: str) -> Query:
        """An item in a language; its question's short words count by half."""
        *above, item = framework_in(self.assessment.framework_version, language).path(node_id)
        weights: dict[str, float] = {}
        for node in above:
            if node.kind is NodeKind.QUESTION:
                weights |= dict.fromkeys(stemmed(node.short, language), 0.5)
        said = words_of(item)
        return Query(said, weights | dict.fromkeys(stemmed(said, language), 1.0))

    def found(self, *node_ids: str) -> dict[str, list[Passage]]:
        """The best passages for each of the items."""
        lists: dict[str, list[list[Passage]]] = {node_id: [] for node_id in node_ids}
        for language, passages in self._by_language.items():
            queries = [self.query(node_id, language) for node_id in node_ids]
            rankings = [ranker.ranked(queries, self._shelves[language]) for ranker in self._rankers]
            for node_id, *each in zip(node_ids, *rankings, strict=True):
                lists[node_id].append([passages[place] for place in fused(each)[:MOST]])
        return {node_id: _interleaved(best) for node_id, best in lists.items()}

    def quotes(self, node_id: str) -> list[Quote]:
        """The best passages in their words, with the sentence before and after."""
        found = self.found(node_id)[node_id]
        texts = dict(
            Document.objects.filter(pk__in={one.document_id for one in found}).values_list("pk", "text")
        )
        held = {(one.document_id, one.start, one.end) for one in accepted_for(self.assessment, node_id)}
        return [self._quote(one, texts[one.document_id], node_id, held) for one in found]

    def _quote(self, passage: Passage, text: str, node_id: str, held: set[tuple[int, int, int]]) -> Quote:
        document = self.documents[passage.document_id]
        beside = {
            one.order: one for one in self._by_language[document.language] if one.document_id == document.pk
        }
        before, after = (
            text[one.start : one.end] if (one := beside.get(passage.order + step)) else "" for step in (-1, 1)
        )
        wanted = self.query(node_id, document.language).stems
        pieces = (
            Piece(word, any(stem in wanted for stem in stemmed(word, document.language)))
            for word in _WORDS.findall(text[passage.start : passage.end])
        )
        place = (document.pk, passage.start, passage.end)
        return Quote(passage, document, tuple(pieces), before, after, place in held)


def chosen_rankers() -> tuple[Ranker, ...]:
    """Those in use. Another one is added here, and its ranks are fused with the others'."""
    model = embedder()
    return (Bm25(), Nearness(model)) if model else (Bm25(),)


def _interleaved(lists: Sequence[Sequence[Passage]]) -> list[Passage]:
    """Ranks of different languages cannot be compared: the best of each, then the second, and so on."""
    return [one for rank in range(MOST) for best in lists for one in best[rank : rank + 1]][:MOST]


def accepted_for(assessment: Assessment, node_id: str) -> QuerySet[AcceptedQuote]:
    """What stands as evidence for an item."""
    return accepted_in(assessment).filter(node_id=node_id)


def accepted_in(assessment: Assessment) -> QuerySet[AcceptedQuote]:
    return (
        AcceptedQuote.objects.filter(assessment=assessment, taken_back_at__isnull=True)
        .select_related("document", "by")
        .defer("document__text")
    )

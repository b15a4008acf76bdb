"""The passages of a practice's documents that bear on an item, searched in each document's own language."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from cairn.frameworks.enums import NodeKind
from cairn.frameworks.facts import framework_in, speaks
from cairn.passages.models import AcceptedQuote, Document, Passage
from cairn.passages.ranking import fused, rankers
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

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        documents = assessment.practice.documents.filter(removed_at__isnull=True).defer("text")
        self.documents: dict[int, Document] = {one.pk: one for one in documents}
        self._by_language: dict[str, list[Passage]] = defaultdict(list)
        for passage in Passage.objects.filter(document__in=list(self.documents)).order_by(
            "document", "order"
        ):
            self._by_language[self.documents[passage.document_id].language].append(passage)
        self._stems = {
            language: [passage.stems.split() for passage in passages]
            for language, passages in self._by_language.items()
        }

    @property
    def untranslated(self) -> list[Document]:
        """Documents in languages in which the framework has no words: in them next to nothing can be found."""
        version = self.assessment.framework_version
        return [one for one in self.documents.values() if not speaks(version, one.language)]

    def query(self, node_id: str, language: str) -> dict[str, float]:
        """Stems and weights of an item in a language: its words, its terms, and its question's short words by half."""
        *above, item = framework_in(self.assessment.framework_version, language).path(node_id)
        weights: dict[str, float] = {}
        for node in above:
            if node.kind is NodeKind.QUESTION:
                weights |= dict.fromkeys(stemmed(node.short, language), 0.5)
        return weights | dict.fromkeys(stemmed(" ".join([item.text, *item.terms]), language), 1.0)

    def found(self, node_id: str) -> list[Passage]:
        """The best passages. Ranks of different languages cannot be compared, so their lists are interleaved."""
        lists = []
        for language, passages in self._by_language.items():
            query = self.query(node_id, language)
            places = fused([ranker.ranked(query, self._stems[language]) for ranker in rankers()])
            lists.append([passages[place] for place in places[:MOST]])
        by_rank = [one for rank in range(MOST) for best in lists for one in best[rank : rank + 1]]
        return by_rank[:MOST]

    def quotes(self, node_id: str) -> list[Quote]:
        """The best passages in their words, with the sentence before and after."""
        found = self.found(node_id)
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
        wanted = self.query(node_id, document.language)
        pieces = (
            Piece(word, any(stem in wanted for stem in stemmed(word, document.language)))
            for word in _WORDS.findall(text[passage.start : passage.end])
        )
        place = (document.pk, passage.start, passage.end)
        return Quote(passage, document, tuple(pieces), before, after, place in held)


def accepted_for(assessment: Assessment, node_id: str) -> QuerySet[AcceptedQuote]:
    """What stands as evidence for an item."""
    return accepted_in(assessment).filter(node_id=node_id)


def accepted_in(assessment: Assessment) -> QuerySet[AcceptedQuote]:
    return (
        AcceptedQuote.objects.filter(assessment=assessment, taken_back_at__isnull=True)
        .select_related("document", "by")
        .defer("document__text")
    )

"""Whether what was read is a practice that is here already, under the same or another name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from cairn.people.models import Organisation
from cairn.practices.facts import with_history
from cairn.practices.models import Practice
from cairn.publications import facts as publications
from cairn.reading.shape import Reading
from cairn.texts.words import folded

if TYPE_CHECKING:
    from cairn.publications.models import Publication

RUN = 5
"""Words in a row: shorter runs are shared by texts that have only their subject in common."""
SAME_WORDS = 0.5
"""Share of the shorter text's runs found in the other: half a text is not repeated by chance."""
SAME_TITLE = 90
"""Of 100 by edit distance: a title with a typo, a full stop or another year's end still counts as the same."""
MOST = 200
"""Practices looked at, newest first, so that a large house does not wait."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A practice that says much the same; `practice` where one's own can take the assessment up."""

    title: str
    address: str
    organisation: str
    practice: Practice | None
    by_title: bool
    by_words: bool


def twins_of(reading: Reading, title: str, organisation: Organisation) -> list[Twin]:
    """One's own practices first, then what others published; empty where nothing resembles it."""
    read = _runs(question.narrative for question in reading.questions)
    own = [
        _own(practice, read, title)
        for practice in with_history(organisation.practices.select_related("organisation")).order_by(
            "-made_at"
        )[:MOST]
    ]
    others = [
        _published(publication, read, title)
        for publication in publications.search(title).exclude(practice__organisation=organisation)[:MOST]
    ]
    return [twin for twin in (*own, *others) if twin.by_title or twin.by_words]


def _own(practice: Practice, read: frozenset[str], title: str) -> Twin:
    return Twin(
        title=practice.title,
        address=practice.get_absolute_url(),
        organisation=practice.organisation.name,
        practice=practice,
        by_title=_alike(practice.title, title),
        by_words=any(
            _repeated(read, _runs(entry.narrative for entry in assessment.entries.all()))
            for assessment in practice.assessments.all()
        ),
    )


def _published(publication: Publication, read: frozenset[str], title: str) -> Twin:
    questions = publications.portrait(publication).questions
    return Twin(
        title=publication.title,
        address=publication.get_absolute_url(),
        organisation=publication.organisation,
        practice=None,
        by_title=_alike(publication.title, title),
        by_words=_repeated(read, _runs(question.narrative for question in questions)),
    )


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(folded(one), folded(other)) >= SAME_TITLE


def _runs(texts: Iterable[str]) -> frozenset[str]:
    """Every run of words, of all texts together."""
    runs = set()
    for text in texts:
        words = folded(text).split()
        runs |= {" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
    return frozenset(runs)


def _repeated(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return bool(shorter) and len(one & other) / shorter >= SAME_WORDS

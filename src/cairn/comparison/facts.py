"""What can be compared: which practices a person, or anyone, finds, and their marks."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import get_language

from cairn.assessments import facts as assessments
from cairn.assessments.enums import State
from cairn.comparison.portfolio import Judged, Portfolio, Reading, portfolio
from cairn.frameworks import facts as frameworks
from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.publications import facts as publications
from cairn.publications.portrait import Portrait

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment
    from cairn.frameworks.models import FrameworkVersion
    from cairn.publications.models import Publication

SHOWN = 12
"""Most practices that a search for another one to compare with offers at once."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the practices that are compared."""

    key: str
    """What names it in an address: the practice's slug, or the assessment's number."""
    address: str
    when: date | None
    portrait: Portrait
    state: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """One that could be compared."""

    key: str
    title: str
    organisation: str
    framework: str
    when: date


def published_sides(slugs: Sequence[str]) -> dict[str, Side]:
    """The newest standing edition of each practice, by slug, in one query; what is not published is not there."""
    found = publications.published().filter(practice__slug__in=slugs)
    return {publication.practice.slug: _published(publication) for publication in found}


def _published(publication: Publication) -> Side:
    slug = publication.practice.slug
    when = publication.published_at.date()
    return Side(slug, reverse("publication", args=[slug]), when, publications.portrait(publication))


def own_sides(person: Person, numbers: Iterable[str]) -> dict[str, Side]:
    """The assessments that this person may see, by number, in two queries."""
    wanted = [int(number) for number in numbers if number.isdecimal() and len(number) < 19]
    found = assessments.visible_to(person).filter(pk__in=wanted).prefetch_related("entries")
    return {str(assessment.pk): _side(assessment) for assessment in found}


def _side(assessment: Assessment) -> Side:
    return Side(
        key=str(assessment.pk),
        address=assessment.get_absolute_url(),
        when=assessment.changed_at.date(),
        portrait=assessments.portrait_of(assessment),
        state=str(State(assessment.stands).label),
    )


def published_offers(words: str, judged_by: Sequence[str], taken: Iterable[str]) -> list[Offer]:
    """Published practices with these words, judged by one of these frameworks (by any, where none), without those taken."""
    found = publications.search(words).defer("text", "marks").exclude(practice__slug__in=taken)
    if judged_by:
        found = found.filter(reduce(or_, (Q(framework__startswith=f"{each}@") for each in judged_by)))
    titles = {str(version): version.title for version in frameworks.loaded().defer("content")}
    return [
        Offer(
            publication.practice.slug,
            publication.title,
            publication.organisation,
            titles.get(publication.framework, publication.framework),
            publication.published_at.date(),
        )
        for publication in found[:SHOWN]
    ]


def own_offers(person: Person, words: str, judged_by: Sequence[str], taken: Iterable[str]) -> list[Offer]:
    """The same among the assessments that this person may see."""
    found = _light(assessments.visible_to(person)).exclude(pk__in=[int(key) for key in taken])
    for word in words.split():
        found = found.filter(practice__title__icontains=word)
    if judged_by:
        found = found.filter(framework_version__framework_id__in=judged_by)
    return [
        Offer(
            str(assessment.pk),
            assessment.practice.title,
            assessment.practice.organisation.name,
            assessment.framework_version.title,
            assessment.changed_at.date(),
        )
        for assessment in found[:SHOWN]
    ]


def _light(found: QuerySet[Assessment]) -> QuerySet[Assessment]:
    """Without the framework's whole text, which would come once with every row."""
    return found.defer("framework_version__content", "edition__text")


def frameworks_of(practice: Practice) -> list[FrameworkVersion]:
    """The newest version of each framework by which it was judged, the framework used last first."""
    return _newest(
        assessment.framework_version for assessment in _light(assessments.assessments_of(practice))
    )


def _newest(versions: Iterable[FrameworkVersion]) -> list[FrameworkVersion]:
    found: dict[str, FrameworkVersion] = {}
    for version in versions:
        known = found.setdefault(version.framework_id, version)
        if (version.loaded_at, version.pk) > (known.loaded_at, known.pk):
            found[version.framework_id] = version
    return list(found.values())


def through_time(practice: Practice, framework_id: str) -> list[Side]:
    """All its assessments by one framework, oldest first: what follows another always began later."""
    found = assessments.assessments_of(practice).filter(framework_version__framework_id=framework_id)
    return [
        _side(assessment) for assessment in found.order_by("started_at", "pk").prefetch_related("entries")
    ]


def frameworks_in_use(person: Person) -> list[FrameworkVersion]:
    """By which the practices that this person may see were judged; newest version of each, by title."""
    used = assessments.visible_to(person).order_by().values("framework_version")
    return _by_title(frameworks.loaded().filter(pk__in=used))


def frameworks_published(among: Container[str] | None) -> list[FrameworkVersion]:
    """By which published practices were judged: those whose slug is `among` these, or all."""
    rows = publications.published().order_by().values_list("framework", "practice__slug")
    used = {framework for framework, slug in rows if among is None or slug in among}
    return _by_title(version for version in frameworks.loaded() if str(version) in used)


def _by_title(versions: Iterable[FrameworkVersion]) -> list[FrameworkVersion]:
    return sorted(_newest(versions), key=lambda version: version.title)


def own_portfolio(person: Person, version: FrameworkVersion) -> Portfolio:
    """Of each practice that this person may see, its newest assessment by this framework; in four queries."""
    seen = assessments.visible_to(person).filter(framework_version__framework_id=version.framework_id)
    last = seen.filter(practice=OuterRef("practice")).order_by("-started_at", "-pk").values("pk")[:1]
    newest = seen.filter(pk=Subquery(last))
    said = assessments.said_in(newest)
    readings = {
        each.pk: Reading(frameworks.framework_of(each))
        for each in frameworks.loaded().filter(framework_id=version.framework_id)
    }
    judged = [
        Judged(
            assessment.practice.title,
            assessment.practice.organisation.name,
            assessment.get_absolute_url(),
            readings[assessment.framework_version_id].marks(assessment.practice, said.get(assessment.pk, ())),
        )
        for assessment in _light(newest)
    ]
    return portfolio(frameworks.framework_in(version, get_language()), judged)


def published_portfolio(among: Container[str] | None, version: FrameworkVersion) -> Portfolio:
    """Published practices, all or those `among` these slugs; one query, which reads no whole text."""
    rows = (
        publications.published()
        .filter(framework__startswith=f"{version.framework_id}@")
        .values_list("title", "organisation", "practice__slug", "marks")
    )
    judged = [
        Judged(title, organisation, reverse("publication", args=[slug]), marks)
        for title, organisation, slug, marks in rows
        if among is None or slug in among
    ]
    return portfolio(frameworks.framework_in(version, get_language()), judged)

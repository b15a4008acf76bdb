"""What is true of the public record. Everything here is for everyone's eyes, but for what says otherwise."""

from django.conf import settings
from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.utils.translation import get_language

from cairn.people.enums import Permission
from cairn.people.models import Person
from cairn.practices.facts import visible_to
from cairn.publications.models import Publication
from cairn.publications.portrait import Portrait, digest_of, from_text
from cairn.search import facts as index


def editions(slug: str) -> QuerySet[Publication]:
    """Every edition of a practice, withdrawn ones too, the newest first."""
    return Publication.objects.filter(practice__slug=slug).select_related("practice").order_by("-edition")


def latest(slug: str) -> Publication | None:
    """The newest edition that stands; where all were withdrawn, the last of them; None where nothing was published."""
    return editions(slug).filter(withdrawn_at=None).first() or editions(slug).first()


def edition_of(slug: str, edition: int | None = None) -> Publication:
    """One edition, withdrawn or not; the latest, where none is named. Raises Publication.DoesNotExist."""
    found = latest(slug) if edition is None else editions(slug).filter(edition=edition).first()
    if found is None:
        raise Publication.DoesNotExist(f"{slug} has no such edition.")
    return found


def standing(slug: str) -> QuerySet[Publication]:
    """The editions of a practice that were not withdrawn, without their texts."""
    return editions(slug).filter(withdrawn_at=None).defer("text")


def published() -> QuerySet[Publication]:
    """The newest standing edition of every practice, the latest first."""
    newest = (
        Publication.objects.filter(practice=OuterRef("practice"), withdrawn_at=None)
        .order_by("-edition")
        .values("pk")[:1]
    )
    return (
        Publication.objects.filter(pk=Subquery(newest))
        .select_related("practice")
        .order_by("-published_at", "-pk")
    )


def search(words: str) -> QuerySet[Publication]:
    """Published practices in which every word is found, in the reader's language or another; slips are mended."""
    if not words.strip():
        return published()
    keys = index.matching(words, language=get_language() or settings.LANGUAGE_CODE).values("key")
    return published().filter(practice__slug__in=keys)


def indexed() -> bool:
    """Whether the search knows as many practices as are published, up to the latest: asked at every start, so cheap.

    Publishing and withdrawing keep the index in the same transaction, so it falls behind only from outside, by a Cairn
    without one or a table that was lost; both change the number. `unindexed` compares the practices one by one.
    """
    said = Publication.objects.filter(withdrawn_at=None).aggregate(
        Count("practice", distinct=True), Max("published_at")
    )
    return index.extent() == (said["practice__count"], said["published_at__max"])


def unindexed() -> set[str]:
    """Slugs of the practices that are published and cannot be found, or can be found and are not published."""
    return index.keys() ^ set(published().values_list("practice__slug", flat=True))


def withdrawable_by(person: Person) -> QuerySet[Publication]:
    """Standing editions that this person may take back."""
    return Publication.objects.filter(
        withdrawn_at=None, practice__in=visible_to(person, Permission.PUBLISH)
    ).select_related("practice")


def portrait(publication: Publication) -> Portrait:
    return from_text(publication.text)


def intact(publication: Publication) -> bool:
    """Whether the text is still the one that was frozen, byte for byte."""
    return digest_of(publication.text) == publication.digest

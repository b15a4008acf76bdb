"""Which collections there are, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from cairn.common.tables import Column
from cairn.curation.models import Collection, Place
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person
from cairn.publications import facts as publications
from cairn.publications import showing


@dataclass(frozen=True, slots=True)
class Shown:
    """A place, and what is public of its practice: None where everything was withdrawn since."""

    place: Place
    entry: showing.Entry | None


def shown() -> QuerySet[Collection]:
    """What everyone can read."""
    return _counted(Collection.objects.filter(shown_since__isnull=False))


def editable_by(person: Person) -> QuerySet[Collection]:
    return _counted(
        Collection.objects.filter(organisation__in=organisations_where(person, Permission.CURATE))
    )


def _counted(collections: QuerySet[Collection]) -> QuerySet[Collection]:
    return collections.select_related("organisation").annotate(number=Count("places")).order_by("title", "pk")


def contents(collection: Collection) -> list[Shown]:
    """Every place in its order, in two queries."""
    places = list(collection.places.select_related("practice"))
    standing = publications.published().filter(practice__in=[place.practice_id for place in places])
    entries = {publication.practice_id: showing.entry(publication) for publication in standing}
    return [Shown(place, entries.get(place.practice_id)) for place in places]


COLUMNS = (
    Column(_("Practice"), lambda one: one.entry.publication.title),
    Column(_("Organisation"), lambda one: one.entry.publication.organisation),
    Column(_("Why it belongs here"), lambda one: one.place.reason),
    Column(_("Items met"), lambda one: one.entry.portrait.tally.met),
    Column(_("Items judged"), lambda one: one.entry.portrait.tally.judged),
    Column(_("Published on"), lambda one: one.entry.publication.published_at.date()),
)
"""What a collection is as a table; of practices that are still public."""

"""What can be done with collections. Access is the caller's to check: views load through facts.editable_by."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.common.conflict import Conflict
from cairn.common.slugs import free_slug
from cairn.curation.models import Collection, Place
from cairn.people.models import Organisation, Person
from cairn.practices.models import Practice
from cairn.publications import facts as publications


@transaction.atomic
def begin(
    *, organisation: Organisation, title: str, introduction: str, language: str, by: Person
) -> Collection:
    """An empty collection that only its editors see. Raises ValidationError that names what cannot stay so."""
    collection = Collection(
        organisation=organisation, title=title, introduction=introduction, language=language, made_by=by
    )
    collection.slug = free_slug(title, Collection.objects.all(), otherwise="collection")
    collection.full_clean()
    collection.save()
    return collection


@transaction.atomic
def revise(
    *, collection: Collection, revision: int, title: str, introduction: str, language: str
) -> Collection:
    """Change its words; the address stays. Raises Conflict where someone changed them since `revision`."""
    current = Collection.objects.select_for_update().get(pk=collection.pk)
    wanted = {"title": title, "introduction": introduction, "language": language}
    differs = tuple(name for name, value in wanted.items() if getattr(current, name) != value)
    if differs and current.revision != revision:
        raise Conflict(current, differs)
    for name in differs:
        setattr(current, name, wanted[name])
    current.revision += bool(differs)
    current.full_clean()
    current.save()
    return current


@transaction.atomic
def put(*, collection: Collection, practice: Practice, reason: str, by: Person) -> Place:
    """Give a published practice a place at the end, or another reason to the place it has.

    Raises ValidationError without a reason, and where nothing of the practice is public.
    """
    if not reason.strip():
        raise ValidationError({"reason": _("Say in a sentence why it belongs here: readers see it.")})
    if not publications.published().filter(practice=practice).exists():
        raise ValidationError(_("Only published practices can be gathered."))
    Collection.objects.select_for_update().only("pk").get(pk=collection.pk)
    last = collection.places.aggregate(last=Max("order"))["last"] or 0
    place, new = Place.objects.get_or_create(
        collection=collection,
        practice=practice,
        defaults={"order": last + 1, "reason": reason.strip(), "put_by": by},
    )
    if not new:
        place.reason, place.put_by = reason.strip(), by
        place.full_clean()
        place.save(update_fields=["reason", "put_by"])
    return place


@transaction.atomic
def move_up(*, place: Place) -> Place:
    """Change places with the one before; the first stays where it is."""
    before = place.collection.places.select_for_update().filter(order__lt=place.order).last()
    if before is not None:
        before.order, place.order = place.order, before.order
        Place.objects.bulk_update([before, place], ["order"])
    return place


@transaction.atomic
def take_out(*, place: Place) -> None:
    place.delete()


@transaction.atomic
def show(*, collection: Collection) -> Collection:
    """From now on everyone can read it. Raises ValidationError while it is empty."""
    if not collection.places.exists():
        raise ValidationError(_("Put at least one practice in before you show the collection to everyone."))
    collection.shown_since = collection.shown_since or timezone.now()
    collection.save(update_fields=["shown_since", "changed_at"])
    return collection


@transaction.atomic
def hide(*, collection: Collection) -> Collection:
    """Only its editors can read it again."""
    collection.shown_since = None
    collection.save(update_fields=["shown_since", "changed_at"])
    return collection

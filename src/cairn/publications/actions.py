"""What can be done with the public record: it is only ever added to, or withdrawn."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.publications import facts
from cairn.publications.indexing import entry_of
from cairn.publications.models import Publication
from cairn.publications.portrait import Portrait, digest_of, standings_of, to_text
from cairn.search import actions as index

AT_ONCE = 100
"""Texts read from the database together."""


@transaction.atomic
def freeze(*, practice: Practice, portrait: Portrait, by: Person) -> Publication:
    """The practice's next edition, which never changes again.

    Raises ValidationError where it would be the last edition once more, word for word.
    """
    Practice.objects.select_for_update().only("pk").get(pk=practice.pk)
    last = practice.publications.order_by("-edition").first()
    text = to_text(portrait)
    digest = digest_of(text)
    if last and last.withdrawn_at is None and last.digest == digest:
        raise ValidationError(
            _("Nothing has changed since edition %(edition)s, so there is nothing new to publish.")
            % {"edition": last.edition},
            code="unchanged",
        )
    publication = Publication.objects.create(
        practice=practice,
        edition=last.edition + 1 if last else 1,
        text=text,
        title=portrait.practice.title,
        organisation=portrait.practice.organisation,
        summary=portrait.practice.summary,
        framework=portrait.framework.ref,
        marks=standings_of(portrait),
        digest=digest,
        published_at=timezone.now(),
        published_by=by,
    )
    index.put(entry=entry_of(publication))
    return publication


@transaction.atomic
def withdraw(*, publication: Publication, by: Person, reason: str) -> Publication:
    """Takes an edition back for ever. Its address then says when and why, and nothing else of it.

    Raises ValidationError without a reason, and where it was withdrawn before.
    """
    publication = Publication.objects.select_for_update().get(pk=publication.pk)
    if publication.withdrawn_at is not None:
        raise ValidationError(_("This edition was withdrawn before."), code="withdrawn")
    if not reason.strip():
        raise ValidationError(
            _("Say why, in a sentence: it is shown in the place of the page."), code="required"
        )
    publication.withdrawn_at = timezone.now()
    publication.withdrawn_by = by
    publication.withdrawal_reason = reason.strip()
    publication.save()
    _find_what_stands(publication.practice)
    return publication


def _find_what_stands(practice: Practice) -> None:
    newest = facts.editions(practice.slug).filter(withdrawn_at=None).first()
    if newest is None:
        index.drop(key=practice.slug)
    else:
        index.put(entry=entry_of(newest))


def reindex(*, told: Callable[[int], None] = lambda done: None) -> int:
    """The search of all published practices anew; `told` hears now and then how many are done. Returns their number."""
    every = facts.published().select_related("practice__organisation").iterator(chunk_size=AT_ONCE)
    return index.rebuild(entries=map(entry_of, every), told=told)

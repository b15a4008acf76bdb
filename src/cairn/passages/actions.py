"""What can be done with documents and quotes. Access is the caller's to check: views load through facts."""

from __future__ import annotations

import hashlib
import uuid
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.passages import vectors
from cairn.passages.facts import held_already
from cairn.passages.models import AcceptedQuote, Document, Passage
from cairn.passages.taking import Taken, harmless, taken_from
from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.texts.words import stemmed

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment


class Held(Exception):
    """The practice has this very file already; `document` is it."""

    def __init__(self, document: Document) -> None:
        self.document = document


class Closed(Exception):
    """The assessment is closed: nothing is accepted and nothing taken back any more."""


def attach(
    *,
    practice: Practice,
    name: str,
    data: bytes,
    by: Person,
    title: str = "",
    sort: str = "report",
    language: str = "",
    dated_on: date | None = None,
) -> Document:
    """Read a file, keep it under a name of its own, and cut its text into passages.

    Raises Unreadable, Held or ValidationError; then, and whenever anything else fails, nothing is kept. The file is
    written first and taken away again on failure, because a database cannot undo a file.
    """
    digest = hashlib.sha256(data).hexdigest()
    if held := held_already(practice, digest):
        raise Held(held)
    taken = taken_from(name, data)
    file_name = harmless(name)
    document = Document(
        practice=practice,
        title=title.strip() or file_name.rpartition(".")[0],
        sort=sort,
        language=language or taken.language,
        dated_on=dated_on,
        file_name=file_name,
        stored_as=str(uuid.uuid4()),
        digest=digest,
        size=len(data),
        last_page=taken.last_page,
        text=taken.text,
        cut=taken.cut,
        by=by,
    )
    document.full_clean(validate_unique=False, validate_constraints=False)
    with ExitStack() as undo:
        storages["documents"].save(document.stored_as, ContentFile(data))
        undo.callback(storages["documents"].delete, document.stored_as)
        with transaction.atomic():
            _file(document, taken)
        undo.pop_all()
    return document


def _file(document: Document, taken: Taken) -> None:
    try:
        with transaction.atomic():
            document.save()
    except IntegrityError:  # someone else attached the same file while this one was read
        held = held_already(document.practice, document.digest)
        if held is None:
            raise
        raise Held(held) from None
    Passage.objects.bulk_create(
        (
            Passage(
                document=document,
                order=order,
                page=span.page,
                start=span.start,
                end=span.end,
                heading=span.heading,
                digest=vectors.digest(taken.text[span.start : span.end]),
                stems=" ".join(stemmed(taken.text[span.start : span.end], document.language)),
            )
            for order, span in enumerate(taken.spans)
        ),
        batch_size=500,
    )


@transaction.atomic
def describe(*, document: Document, title: str, sort: str, language: str, dated_on: date | None) -> Document:
    """Correct what is said of a document; in another language its words are stemmed anew.

    Raises ValidationError, also for a document that was removed.
    """
    current = Document.objects.select_for_update().get(pk=document.pk)
    if current.removed_at:
        raise ValidationError(_("This document was removed."))
    spoken = current.language
    current.title, current.sort, current.language, current.dated_on = title, sort, language, dated_on
    current.full_clean(validate_constraints=False)
    current.save(update_fields=["title", "sort", "language", "dated_on"])
    if spoken != language:
        passages = list(current.passages.all())
        for passage in passages:
            passage.stems = " ".join(stemmed(current.text[passage.start : passage.end], language))
        Passage.objects.bulk_update(passages, ["stems"], batch_size=500)
    return current


@transaction.atomic
def remove(*, document: Document, reason: str, by: Person) -> Document:
    """Delete the file, its text and its passages; name, digest and reason stay, and so do accepted quotes.

    Raises ValidationError without a reason.
    """
    if not reason.strip():
        raise ValidationError(
            {"reason": _("Say in a sentence why the document is removed; the list keeps it.")}
        )
    current = Document.objects.select_for_update().get(pk=document.pk)
    if current.removed_at:
        return current
    current.removed_by, current.removed_at, current.removed_reason = by, timezone.now(), reason.strip()
    current.text = ""
    current.save(update_fields=["removed_by", "removed_at", "removed_reason", "text"])
    digests = set(current.passages.values_list("digest", flat=True))
    current.passages.all().delete()
    vectors.forget_unused(digests)
    transaction.on_commit(lambda: storages["documents"].delete(current.stored_as))
    return current


@transaction.atomic
def accept(*, assessment: Assessment, node_id: str, passage: Passage, by: Person) -> AcceptedQuote:
    """Take a passage as evidence for an item; the quote keeps its own text. Accepting it twice changes nothing.

    Raises Closed once the assessment is published, and ValidationError where the passage is of another practice.
    """
    _must_be_open(assessment)
    document = passage.document
    if document.practice_id != assessment.practice_id:
        raise ValidationError(_("This document belongs to another practice."))
    quote, _new = AcceptedQuote.objects.get_or_create(
        assessment=assessment,
        node_id=node_id,
        document=document,
        start=passage.start,
        end=passage.end,
        taken_back_at=None,
        defaults={
            "text": document.text[passage.start : passage.end],
            "page": passage.page,
            "digest": passage.digest,
            "by": by,
        },
    )
    return quote


@transaction.atomic
def take_back(*, quote: AcceptedQuote, by: Person) -> AcceptedQuote:
    """From now on the quote is no evidence; that it was, stays in the history. Raises Closed."""
    _must_be_open(quote.assessment)
    current = AcceptedQuote.objects.select_for_update().get(pk=quote.pk)
    if current.taken_back_at is None:
        current.taken_back_by, current.taken_back_at = by, timezone.now()
        current.save(update_fields=["taken_back_by", "taken_back_at"])
    return current


def _must_be_open(assessment: Assessment) -> None:
    if assessment.stands.closed:
        raise Closed(_("This assessment is published, and its evidence stays as it was."))

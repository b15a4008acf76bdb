"""Which documents a practice has, and who may see them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cairn.common.tables import Column
from cairn.passages.models import Document
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person
from cairn.practices.facts import visible_to as practices_of
from cairn.practices.models import Practice

READS = (Permission.SEE_ASSESSMENT, Permission.SEE_RECORDS)
"""Either opens the documents: they are for whoever judges the practice or works in it, not for a funder."""


def readable_by(person: Person) -> QuerySet[Practice]:
    """The practices whose documents the person may read."""
    return practices_of(person).filter(organisation__in=_organisations(person, READS))


def visible_to(person: Person, *permissions: Permission) -> QuerySet[Document]:
    """Documents of the practices on which this person may use any of these permissions, by default to read; removed ones too."""
    return Document.objects.filter(
        practice__organisation__in=_organisations(person, permissions or READS)
    ).defer("text")


def _organisations(person: Person, permissions: Iterable[Permission]) -> set[int]:
    return {found for permission in permissions for found in organisations_where(person, permission)}


def documents_of(practice: Practice) -> QuerySet[Document]:
    """Every document that was ever attached, newest first, without their texts."""
    return practice.documents.select_related("by", "removed_by").defer("text").order_by("-at", "-pk")


def held_already(practice: Practice, digest: str) -> Document | None:
    """The document that is this very file."""
    return practice.documents.filter(digest=digest, removed_at__isnull=True).defer("text").first()


COLUMNS = (
    Column(_("Title"), lambda one: one.title),
    Column(_("Kind of document"), lambda one: one.get_sort_display()),
    Column(_("Language"), lambda one: one.language_name),
    Column(_("Dated on"), lambda one: one.dated_on),
    Column(_("File"), lambda one: one.file_name),
    Column(_("Last page with text"), lambda one: one.last_page),
    Column(_("Bytes"), lambda one: one.size),
    Column(_("SHA-256"), lambda one: one.digest),
    Column(_("Attached by"), lambda one: one.by.name),
    Column(_("Attached on"), lambda one: one.at.date()),
    Column(_("Removed on"), lambda one: one.removed_at.date() if one.removed_at else None),
    Column(_("Removed because"), lambda one: one.removed_reason),
)
"""What a table of documents shows."""

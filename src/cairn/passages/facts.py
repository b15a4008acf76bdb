"""Which documents a practice has, and who may see them."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cairn.common.tables import Column
from cairn.passages.models import Document
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person
from cairn.practices.models import Practice


def visible_to(person: Person, permission: Permission = Permission.SEE_PRACTICE) -> QuerySet[Document]:
    """Documents of the practices on which this person may use this permission, removed ones too."""
    return Document.objects.filter(practice__organisation__in=organisations_where(person, permission)).defer(
        "text"
    )


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

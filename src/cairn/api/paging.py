"""Lists come in pages, so that no call is ever as large as the database."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet
from ninja import Field, Schema

Entry = TypeVar("Entry")


class Window(Schema):
    """Which part of a list is wanted."""

    limit: int = Field(50, ge=1, le=200, description="Most entries to send.", examples=[50])
    offset: int = Field(0, ge=0, le=1_000_000, description="How many to skip.", examples=[0])


class Page(Schema, Generic[Entry]):
    """Part of a list, and how long all of it is."""

    items: list[Entry] = Field(description="The entries of this page, in the list's order.")
    total: int = Field(description="How many entries there are on all pages.", examples=[1])
    limit: int = Field(description="As asked for.", examples=[50])
    offset: int = Field(description="As asked for.", examples=[0])


def cut(whole: "QuerySet[Any, Any] | Sequence[Any]", window: Window) -> dict[str, Any]:
    """The part that the window shows. Two queries, whatever the length."""
    total = whole.count() if isinstance(whole, QuerySet) else len(whole)
    part = whole[window.offset : window.offset + window.limit]
    return {"items": list(part), "total": total, "limit": window.limit, "offset": window.offset}

"""Entries for tests."""

from dataclasses import replace
from datetime import UTC, datetime

from cairn.search import actions, facts
from cairn.search.shape import Entry, Wanted

BREAD = Entry(
    key="bread-and-words",
    language="en",
    title="Bread and Words",
    organisation="House of Many Doors",
    summary="Women bake and learn the language.",
    text="Neighbours meet at the ovens. Mediators are present in every session.",
    facets={"country": ("BE",), "target_group": ("women", "families"), "framework": ("gpc",)},
    published_at=datetime(2026, 3, 1, tzinfo=UTC),
)


def put(key="bread-and-words", **said) -> Entry:
    entry = replace(BREAD, key=key, **said)
    actions.put(entry=entry)
    return entry


def keys(words="", **wanted) -> list[str]:
    return [hit.key for hit in facts.find(Wanted(words, **wanted)).hits]

"""The choices of the public list, for the portfolio of what is published: an address of one is an address of the other.

Only `framework` says something else here: not which practices are shown but by which framework the picture is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from cairn.repository import filters, finding
from cairn.repository.filters import NAMES, Filter
from cairn.repository.labels import Labels
from cairn.search.facts import find, keys_found
from cairn.search.shape import Axis, Found


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen, and what is."""

    found: Found
    facets: list[finding.Facet]
    tags: list[finding.Tag]


def read(asked: QueryDict) -> Filter:
    chosen = filters.read(asked)
    return replace(
        chosen, facets={axis: codes for axis, codes in chosen.facets.items() if axis is not Axis.FRAMEWORK}
    )


def among(chosen: Filter) -> set[str] | None:
    """Slugs of the practices that are chosen; None where nothing narrows them down."""
    return keys_found(chosen.wanted(offset=0, limit=0)) if any(chosen.choices) else None


def offered(chosen: Filter, framework_id: str) -> Offered:
    """Every way on stays with this framework."""
    found = find(chosen.wanted(offset=0, limit=0))
    organisations = [code for code, _count in found.facets[Axis.ORGANISATION]]
    labels = Labels([*organisations, *chosen.facets.get(Axis.ORGANISATION, ())])
    return Offered(
        found,
        [facet for facet in finding.facets(found, chosen, labels) if facet.name != NAMES[Axis.FRAMEWORK]],
        [replace(tag, query=query(tag.query, framework_id)) for tag in finding.tags(chosen, labels)],
    )


def query(chosen: str, framework_id: str) -> str:
    """An address after its question mark."""
    named = urlencode({"framework": framework_id}) if framework_id else ""
    return "&".join(part for part in (named, chosen) if part)

"""A publication as the search sees it. Everything comes from the frozen text, but the organisation's slug."""

from __future__ import annotations

from collections.abc import Iterator

from cairn.frameworks.enums import NodeKind
from cairn.publications.models import Publication
from cairn.publications.portrait import NodePortrait, Portrait, from_text
from cairn.search.shape import Axis, Entry

# A criterion stands out where four of five decided items are met: one weak item in a criterion of the usual five is no
# blemish. A single decided item is too little to say anything of a criterion. Our own rule.
STANDS_OUT = 0.8
ENOUGH_DECIDED = 2


def entry_of(publication: Publication) -> Entry:
    portrait = from_text(publication.text)
    practice = portrait.practice
    return Entry(
        key=publication.practice.slug,
        language=portrait.language,
        title=practice.title,
        organisation=practice.organisation,
        summary=practice.summary,
        text="\n".join(text for text in _texts(portrait) if text),
        facets={
            Axis.COUNTRY: (practice.country.code,) if practice.country else (),
            Axis.TARGET_GROUP: tuple(one.code for one in practice.target_groups),
            Axis.LEGAL_STATUS: tuple(one.code for one in practice.legal_statuses),
            Axis.INTEGRATION_AREA: tuple(one.code for one in practice.integration_areas),
            Axis.FRAMEWORK: (portrait.framework.id,),
            Axis.LANGUAGE: tuple(one.code for one in practice.languages),
            Axis.CRITERION: tuple(
                f"{portrait.framework.id}:{node.id}" for node in portrait.walk() if _stands_out(node)
            ),
            Axis.ORGANISATION: (publication.practice.organisation.slug,),
        },
        published_at=publication.published_at,
        starts_on=practice.starts_on,
        ends_on=practice.ends_on,
    )


def _stands_out(node: NodePortrait) -> bool:
    decided = node.tally.judged
    return (
        node.kind is NodeKind.GROUP and decided >= ENOUGH_DECIDED and node.tally.met / decided >= STANDS_OUT
    )


def _texts(portrait: Portrait) -> Iterator[str]:
    """What people wrote of the practice. The framework's own words are on every page and tell practices not apart."""
    practice = portrait.practice
    yield practice.objectives
    yield from practice.places
    for labelled in (practice.target_groups, practice.legal_statuses, practice.integration_areas):
        yield from (one.label for one in labelled)
    if practice.country:
        yield practice.country.label
    yield practice.funding
    for node in portrait.walk():
        yield node.narrative
        yield from (tool.title for tool in node.tools)
        if node.mark:
            yield node.mark.note

"""The parts of a published practice that someone who adapts it has to think of, so that nothing is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from cairn.publications.portrait import Labelled, Portrait


def parts_of(portrait: Portrait) -> Iterator[tuple[str, str]]:
    """Label and what the source says: the facts first, then every key question with its narrative."""
    practice = portrait.practice
    yield _("What it wants to reach"), practice.objectives
    yield _("Who takes part"), _labels(practice.target_groups)
    yield _("Legal status of those who take part"), _labels(practice.legal_statuses)
    yield _("Areas of integration"), _labels(practice.integration_areas)
    yield _("Languages and mediation"), _labels(practice.languages)
    yield _("Places"), "; ".join(practice.places)
    yield _("Funding"), practice.funding
    yield _("Staff and volunteers"), ""
    yield _("Partners"), ""
    yield _("Tools and materials"), "\n".join(_tools(portrait))
    for question in portrait.questions:
        yield question.text[:500], question.narrative


def _labels(tags: Iterable[Labelled]) -> str:
    return "; ".join(tag.label for tag in tags)


def _tools(portrait: Portrait) -> Iterator[str]:
    for node in portrait.walk():
        for tool in node.tools:
            yield f"{tool.title} ({tool.url})" if tool.url else tool.title

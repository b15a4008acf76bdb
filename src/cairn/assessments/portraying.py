"""How an assessment becomes a portrait: texts, labels, marks and tallies as frozen values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import TextChoices
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from cairn.assessments.models import Assessment, Entry
from cairn.assessments.scoring import Marks, Score, applies_to, score
from cairn.common.countries import country_name
from cairn.common.languages import language_name
from cairn.frameworks.enums import Mode, NodeKind, Standing
from cairn.frameworks.shape import Framework, Node
from cairn.practices.enums import IntegrationArea, LegalStatus, TargetGroup
from cairn.practices.models import Practice
from cairn.publications.portrait import (
    FrameworkPortrait,
    Labelled,
    MarkPortrait,
    NodePortrait,
    Portrait,
    PracticePortrait,
    Tally,
    Tool,
)

TAG_FIELDS = ("target_groups", "legal_statuses", "integration_areas", "languages")


def tags_of(practice: Practice) -> dict[str, frozenset[str]]:
    """The practice's codes by axis, as the conditions of nodes name them."""
    tags = {field.replace("_", "-"): frozenset(getattr(practice, field)) for field in TAG_FIELDS}
    return tags | {"country": frozenset(filter(None, [practice.country]))}


def marks_of(practice: Practice, entries: Iterable[Entry]) -> Marks:
    entries = list(entries)
    return Marks(
        levels={entry.node_id: entry.level for entry in entries},
        left_out=frozenset(entry.node_id for entry in entries if entry.left_out),
        tags=tags_of(practice),
    )


UNCHECKED = _("The criteria were put into this language by machine; no person has checked the wording.")


def portrait_of(
    assessment: Assessment,
    framework: Framework,
    entries: Sequence[Entry],
    language: str,
    *,
    unchecked: bool = False,
) -> Portrait:
    """`framework` is in the language already; `unchecked` says that no person has looked at its translation."""
    marks = marks_of(assessment.practice, entries)
    scored = score(framework, marks)
    with translation.override(language):
        brush = _Brush(framework, {entry.node_id: entry for entry in entries}, scored, marks)
        return Portrait(
            practice=practice_portrait(assessment.practice),
            framework=framework_portrait(framework, str(UNCHECKED) if unchecked else ""),
            mode=Mode(assessment.mode),
            language=language,
            assessed_on=timezone.localdate(assessment.changed_at) if entries else None,
            tally=scored.overall,
            nodes=tuple(brush.node(node) for node in framework.nodes),
        )


class _Brush:
    def __init__(
        self, framework: Framework, entries: Mapping[str, Entry], scored: Score, marks: Marks
    ) -> None:
        self.framework = framework
        self.entries = entries
        self.scored = scored
        self.marks = marks

    def node(self, node: Node, *, applies: bool = True) -> NodePortrait:
        entry = self.entries.get(node.id) or Entry(node_id=node.id)
        applies = applies and applies_to(node.applies, self.marks.tags)
        return NodePortrait(
            id=node.id,
            kind=node.kind,
            text=node.text,
            short=node.short,
            status=node.status,
            left_out=entry.left_out_reason if entry.left_out else None,
            narrative=entry.narrative,
            tools=tuple(Tool(tool["title"], tool["url"]) for tool in entry.tools),
            mark=self.mark(node, entry, applies=applies) if node.kind is NodeKind.ITEM else None,
            tally=self.scored.nodes.get(node.id, Tally()),
            children=tuple(self.node(child, applies=applies) for child in node.children),
        )

    def mark(self, node: Node, entry: Entry, *, applies: bool) -> MarkPortrait:
        level_id = entry.level if applies else Standing.NOT_APPLICABLE.value
        standing = self.framework.standing(node.id, level_id)
        level = self.framework.scales_by_item[node.id].level(level_id)
        return MarkPortrait(
            standing=standing,
            level=level_id,
            label=level.label if level else str(standing.label),
            note=entry.note,
            wording=entry.wording if entry.wording != node.text else "",
        )


def practice_portrait(practice: Practice) -> PracticePortrait:
    """In the language of the moment."""
    return PracticePortrait(
        title=practice.title,
        organisation=practice.organisation.name,
        slug=practice.slug,
        summary=practice.summary,
        objectives=practice.objectives,
        country=Labelled(practice.country, country_name(practice.country)) if practice.country else None,
        places=tuple(practice.places),
        starts_on=practice.starts_on,
        ends_on=practice.ends_on,
        target_groups=_labelled(practice.target_groups, TargetGroup),
        legal_statuses=_labelled(practice.legal_statuses, LegalStatus),
        integration_areas=_labelled(practice.integration_areas, IntegrationArea),
        languages=tuple(Labelled(tag, language_name(tag)) for tag in practice.languages),
        funding=practice.funding,
        website=practice.website,
        contact=practice.contact,
    )


def _labelled(codes: Iterable[str], words: type[TextChoices]) -> tuple[Labelled, ...]:
    labels = {choice.value: str(choice.label) for choice in words}
    return tuple(Labelled(code, labels.get(code, code)) for code in codes)


def framework_portrait(framework: Framework, translated: str) -> FrameworkPortrait:
    return FrameworkPortrait(
        id=framework.id,
        version=framework.version,
        title=framework.title,
        source=framework.source,
        licence=framework.licence,
        status=framework.status,
        completeness=framework.completeness,
        translation=translated,
    )

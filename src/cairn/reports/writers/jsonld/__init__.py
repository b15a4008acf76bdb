"""Linked data by the Core Criterion and Core Evidence Vocabulary (CCCEV 2.1.0, http://data.europa.eu/m8g/).

The framework is a ReferenceFramework, its tree is a tree of Criterion and Requirement, each mark is Evidence that
supports the item's requirement by a SupportedValue. The context stands in the file, so that reading it fetches nothing.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from cairn.frameworks.enums import NodeKind, Standing
from cairn.publications.portrait import MarkPortrait, NodePortrait, Portrait, digest_of, to_text

MEDIA_TYPE = "application/ld+json"
EXTENSION = "jsonld"
CONTEXT = {
    "@version": 1.1,
    "cccev": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "name": "dct:title",
    "description": "dct:description",
    "identifier": "dct:identifier",
    "hasRequirement": {"@id": "cccev:hasRequirement", "@type": "@id", "@container": "@set"},
    "hasConcept": {"@id": "cccev:hasConcept", "@type": "@id", "@container": "@set"},
    "supportsRequirement": {"@id": "cccev:supportsRequirement", "@type": "@id"},
    "supportsValue": {"@id": "cccev:supportsValue", "@type": "@id"},
    "providesValueFor": {"@id": "cccev:providesValueFor", "@type": "@id"},
    "value": "cccev:value",
    "expressionOfExpectedValue": "cccev:expressionOfExpectedValue",
    "strength": {"@id": "urn:cairn:evidence:strength", "@type": "xsd:integer"},
    "newest": {"@id": "urn:cairn:evidence:newest", "@type": "xsd:gYearMonth"},
}
Linked = dict[str, Any]


def write(portrait: Portrait) -> bytes:
    graph = [_framework(portrait), _practice(portrait), *_requirements(portrait), *_evidence(portrait)]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1).encode()


def _name(portrait: Portrait, *parts: str) -> str:
    """A stable name for a part of the framework: the same in every practice's file."""
    framework = portrait.framework
    return ":".join(
        ["urn:cairn:framework", *(quote(part, safe="") for part in (framework.id, framework.version, *parts))]
    )


def _about(portrait: Portrait, *parts: str) -> str:
    """A stable name for a part of this assessment: its fingerprint keeps editions apart."""
    return ":".join(
        ["urn:cairn:assessment", digest_of(to_text(portrait)), *(quote(part, safe="") for part in parts)]
    )


def _framework(portrait: Portrait) -> Linked:
    framework = portrait.framework
    return {
        "id": _name(portrait),
        "type": "cccev:ReferenceFramework",
        "name": framework.title,
        "identifier": f"{framework.id}@{framework.version}",
        "dct:source": framework.source,
        "dct:rights": framework.licence,
        "hasRequirement": [_name(portrait, node.id) for node in portrait.nodes],
    }


def _practice(portrait: Portrait) -> Linked:
    practice = portrait.practice
    tags = (*practice.target_groups, *practice.legal_statuses, *practice.integration_areas)
    period = {
        key: {"@value": day.isoformat(), "@type": "xsd:date"}
        for key, day in (("dcat:startDate", practice.starts_on), ("dcat:endDate", practice.ends_on))
        if day
    }
    facts: Linked = {
        "description": practice.summary,
        "dct:spatial": practice.country.label if practice.country else "",
        "dct:temporal": {"type": "dct:PeriodOfTime", **period} if period else "",
        "dcat:keyword": [tag.label for tag in tags],
        "foaf:homepage": practice.website,
    }
    return {
        "id": _about(portrait),
        "type": "dcat:Dataset",
        "name": practice.title,
        "dct:creator": {"type": "foaf:Organization", "foaf:name": practice.organisation},
        "dct:language": portrait.language,
        "dct:conformsTo": {"id": _name(portrait)},
        **{key: fact for key, fact in facts.items() if fact},
    }


def _requirements(portrait: Portrait) -> list[Linked]:
    return [part for node in portrait.walk() for part in _requirement(portrait, node)]


def _requirement(portrait: Portrait, node: NodePortrait) -> list[Linked]:
    requirement: Linked = {
        "id": _name(portrait, node.id),
        "type": "cccev:Criterion" if node.kind in {NodeKind.GROUP, NodeKind.GATE} else "cccev:Requirement",
        "name": node.text,
        "identifier": node.id,
    }
    if node.children:
        requirement["hasRequirement"] = [_name(portrait, child.id) for child in node.children]
    if not node.mark:
        return [requirement]
    concept = {
        "id": _name(portrait, node.id, "mark"),
        "type": "cccev:InformationConcept",
        "name": node.text,
        "expressionOfExpectedValue": Standing.MET.value,
    }
    return [{**requirement, "hasConcept": [concept["id"]]}, concept]


def _evidence(portrait: Portrait) -> list[Linked]:
    """What was said: an answer in words per question, a mark per item. What nobody decided is not evidence."""
    return [_answer(portrait, node) for node in portrait.walk() if node.narrative] + [
        _mark(portrait, node, node.mark)
        for node in portrait.walk()
        if node.mark and node.mark.standing is not Standing.UNKNOWN
    ]


def _answer(portrait: Portrait, node: NodePortrait) -> Linked:
    return {
        "id": _about(portrait, node.id, "answer"),
        "type": "cccev:Evidence",
        "identifier": f"{node.id}/answer",
        "name": node.text,
        "description": node.narrative,
        "supportsRequirement": _name(portrait, node.id),
    }


def _mark(portrait: Portrait, node: NodePortrait, mark: MarkPortrait) -> Linked:
    return {
        "id": _about(portrait, node.id, "mark"),
        "type": "cccev:Evidence",
        "identifier": f"{node.id}/mark",
        "name": node.text,
        "supportsRequirement": _name(portrait, node.id),
        "supportsValue": {
            "id": _about(portrait, node.id, "value"),
            "type": "cccev:SupportedValue",
            "value": mark.standing.value,
            "providesValueFor": _name(portrait, node.id, "mark"),
        },
        **({"description": mark.note} if mark.note else {}),
        **_records(mark),
    }


def _records(mark: MarkPortrait) -> Linked:
    """How the practice's own records carried it, where the practice agreed to show that."""
    return {"strength": mark.evidence.strength, "newest": mark.evidence.month} if mark.evidence else {}

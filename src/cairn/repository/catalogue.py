"""The public record as a catalogue by DCAT-AP 3.0 (semiceu.github.io/DCAT-AP/releases/3.0.0/), in JSON-LD.

The catalogue is this site; every practice is a dataset, and every file of its newest edition a distribution. The
context stands in the file, so that reading it fetches nothing. What is not known is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from cairn.publications import facts as publications
from cairn.publications.portrait import Portrait, PracticePortrait
from cairn.repository import authority

if TYPE_CHECKING:
    from cairn.publications.models import Publication

MEDIA_TYPE = "application/ld+json"
Linked = dict[str, Any]
CONTEXT: Linked = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "spdx": "http://spdx.org/rdf/terms#",
    "hydra": "http://www.w3.org/ns/hydra/core#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "dct:issued": {"@type": "xsd:dateTime"},
    "dct:modified": {"@type": "xsd:dateTime"},
    "dcat:startDate": {"@type": "xsd:date"},
    "dcat:endDate": {"@type": "xsd:date"},
    "spdx:checksumValue": {"@type": "xsd:hexBinary"},
} | {
    name: {"@type": "@id"}
    for name in (
        "dct:accessRights", "dct:format", "dct:language", "dct:license", "dcat:accessURL", "dcat:downloadURL",
        "dcat:landingPage", "dcat:mediaType", "dcat:theme", "dcat:themeTaxonomy", "foaf:homepage", "foaf:page",
        "spdx:algorithm", "vcard:hasURL", "hydra:first", "hydra:last", "hydra:next", "hydra:previous",
    )
}  # fmt: skip


def site(name: str, *arguments: object) -> str:
    return settings.SITE_ADDRESS + reverse(name, args=arguments)


def catalogue(editions: Iterable[Publication], pages: Linked) -> Linked:
    """The catalogue with these editions as its datasets; `pages` says where the others are."""
    editions = list(editions)
    changed = max((edition.published_at for edition in editions), default=None)
    described = {
        "id": f"{settings.SITE_ADDRESS}/#catalogue",
        "type": "dcat:Catalog",
        "dct:title": [{"@value": _("Published practices"), "@language": "en"}],
        "dct:description": [
            {
                "@value": _(
                    "Practices of integration, each judged by the criteria of a framework and published as it was judged."
                ),
                "@language": "en",
            }
        ],
        "dct:publisher": {
            "id": f"{settings.SITE_ADDRESS}/#publisher",
            "type": "foaf:Agent",
            "foaf:name": settings.SITE_NAME,
            "foaf:homepage": f"{settings.SITE_ADDRESS}/",
        },
        "dct:language": sorted(
            {
                tag
                for edition in editions
                if (tag := authority.language(publications.portrait(edition).language))
            }
        ),
        "dct:modified": changed.isoformat() if changed else None,
        "dct:license": settings.PUBLIC_LICENCE,
        "dcat:themeTaxonomy": f"{authority.BASE}data-theme",
        "foaf:homepage": site("publication_list"),
        "dcat:dataset": [dataset(edition) for edition in editions],
    }
    return {"@context": CONTEXT, "@graph": [_known(described), pages]}


def dataset(edition: Publication) -> Linked:
    portrait = publications.portrait(edition)
    practice, tongue = portrait.practice, portrait.language
    page = site("publication", edition.practice.slug)
    areas = [area.code for area in practice.integration_areas]
    tags = (*practice.integration_areas, *practice.target_groups, *practice.legal_statuses)
    publisher = {"type": "foaf:Agent", "foaf:name": practice.organisation}
    return _known(
        {
            "id": f"{page}#dataset",
            "type": "dcat:Dataset",
            "dct:identifier": page,
            "dct:title": {"@value": practice.title, "@language": tongue},
            "dct:description": {"@value": practice.summary or practice.title, "@language": tongue},
            "dct:publisher": publisher,
            "dcat:contactPoint": {
                "type": "vcard:Kind",
                "vcard:fn": practice.organisation,
                "vcard:hasURL": practice.website or page,
            },
            "dct:language": authority.language(tongue),
            "dct:issued": edition.published_at.isoformat(),
            "dct:modified": edition.published_at.isoformat(),
            "dct:accessRights": f"{authority.BASE}access-right/PUBLIC",
            "dct:conformsTo": _framework(portrait),
            "dcat:theme": authority.themes(areas),
            "dcat:keyword": [{"@value": tag.label, "@language": tongue} for tag in tags],
            "dct:spatial": list(_places(practice)),
            "dct:temporal": _period(practice),
            "dcat:landingPage": page,
            "dcat:version": str(edition.edition),
            "dcat:distribution": [_distribution(edition, ending) for ending in authority.FORMATS],
        }
    )


def _known(described: Linked) -> Linked:
    return {name: value for name, value in described.items() if value}


def _framework(portrait: Portrait) -> Linked:
    framework = portrait.framework
    return {
        "id": site("framework", framework.id, framework.version),
        "type": "dct:Standard",
        "dct:title": framework.title,
    }


def _places(practice: PracticePortrait) -> Iterator[Linked]:
    if practice.country:
        yield {"id": authority.country(practice.country.code), "type": "dct:Location"}
    for place in practice.places:
        yield {"type": "dct:Location", "skos:prefLabel": place}


def _period(practice: PracticePortrait) -> Linked:
    days = {"dcat:startDate": practice.starts_on, "dcat:endDate": practice.ends_on}
    known = {name: day.isoformat() for name, day in days.items() if day}
    return {"type": "dct:PeriodOfTime", **known} if known else {}


def _distribution(edition: Publication, ending: str) -> Linked:
    """A file of this very edition: its address keeps its content. The JSON file's fingerprint is the edition's."""
    name, media_type = authority.FORMATS[ending]
    slug = edition.practice.slug
    checksum = {
        "type": "spdx:Checksum",
        "spdx:algorithm": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
        "spdx:checksumValue": edition.digest,
    }
    return _known(
        {
            "type": "dcat:Distribution",
            "dct:title": name.replace("_", "-"),
            "dcat:accessURL": site("publication_edition", slug, edition.edition),
            "dcat:downloadURL": site("report_edition_download", slug, edition.edition, ending),
            "dct:format": f"{authority.BASE}file-type/{name}",
            "dcat:mediaType": authority.MEDIA_TYPES + media_type,
            "dct:license": settings.PUBLIC_LICENCE,
            "spdx:checksum": checksum if ending == "json" else None,
        }
    )

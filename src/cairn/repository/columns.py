"""What is found as a table to take away, and the same for programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cairn.common.tables import Column
from cairn.publications import facts as publications
from cairn.publications.portrait import Labelled, Portrait

if TYPE_CHECKING:
    from cairn.publications.models import Publication  # noqa: TC004  # never evaluated; its tables are another room's


@dataclass(frozen=True, slots=True)
class Row:
    publication: Publication
    portrait: Portrait

    @property
    def address(self) -> str:
        return settings.SITE_ADDRESS + reverse("publication", args=[self.publication.practice.slug])


def row(publication: Publication) -> Row:
    return Row(publication, publications.portrait(publication))


def _said(labels: Iterable[Labelled]) -> str:
    return "; ".join(label.label for label in labels)


COLUMNS = (
    Column(_("Title"), lambda row: row.portrait.practice.title),
    Column(_("Organisation"), lambda row: row.portrait.practice.organisation),
    Column(_("Summary"), lambda row: row.portrait.practice.summary),
    Column(
        _("Country"),
        lambda row: row.portrait.practice.country.label if row.portrait.practice.country else None,
    ),
    Column(_("Places"), lambda row: "; ".join(row.portrait.practice.places)),
    Column(_("Starts on"), lambda row: row.portrait.practice.starts_on),
    Column(_("Ends on"), lambda row: row.portrait.practice.ends_on),
    Column(_("Who takes part"), lambda row: _said(row.portrait.practice.target_groups)),
    Column(_("Their legal status"), lambda row: _said(row.portrait.practice.legal_statuses)),
    Column(_("Areas of integration"), lambda row: _said(row.portrait.practice.integration_areas)),
    Column(_("Languages"), lambda row: _said(row.portrait.practice.languages)),
    Column(_("Judged by"), lambda row: row.portrait.framework.title),
    Column(_("Items met"), lambda row: row.portrait.tally.met),
    Column(_("Items judged"), lambda row: row.portrait.tally.judged),
    Column(_("Share met"), lambda row: row.portrait.tally.share),
    Column(_("Published on"), lambda row: row.publication.published_at.date()),
    Column(_("Edition"), lambda row: row.publication.edition),
    Column(_("Address"), lambda row: row.address),
)


def for_programs(row: Row) -> dict[str, Any]:
    """Codes instead of words where there are codes; null where nothing is known."""
    practice, tally = row.portrait.practice, row.portrait.tally
    return {
        "slug": row.publication.practice.slug,
        "title": practice.title,
        "organisation": practice.organisation,
        "summary": practice.summary,
        "language": row.portrait.language,
        "country": practice.country.code if practice.country else None,
        "places": list(practice.places),
        "starts_on": practice.starts_on,
        "ends_on": practice.ends_on,
        "target_groups": [label.code for label in practice.target_groups],
        "legal_statuses": [label.code for label in practice.legal_statuses],
        "integration_areas": [label.code for label in practice.integration_areas],
        "languages": [label.code for label in practice.languages],
        "framework": {"id": row.portrait.framework.id, "version": row.portrait.framework.version},
        "met": tally.met,
        "judged": tally.judged,
        "share": tally.share,
        "edition": row.publication.edition,
        "published_at": row.publication.published_at,
        "sha256": row.publication.digest,
        "address": row.address,
    }

"""What is true of practices, and who may see which."""

from datetime import date

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cairn.common.countries import country_name
from cairn.common.languages import language_name
from cairn.common.tables import Cell, Column
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person
from cairn.practices.enums import IntegrationArea, LegalStatus, TargetGroup
from cairn.practices.models import Practice


def visible_to(person: Person, permission: Permission = Permission.SEE_PRACTICE) -> QuerySet[Practice]:
    """The practices on which this person may use this permission; everyone else's look as if they were not there."""
    return Practice.objects.filter(organisation__in=organisations_where(person, permission)).select_related(
        "organisation"
    )


def every() -> QuerySet[Practice]:
    """For commands, whose caller owns the machine."""
    return Practice.objects.select_related("organisation").order_by("pk")


def with_history(practices: QuerySet[Practice]) -> QuerySet[Practice]:
    """The same practices with their assessments and editions, in a fixed number of queries."""
    return practices.prefetch_related(
        "assessments__framework_version", "assessments__entries", "publications"
    )


def _labels(codes: list[str], known: type[TargetGroup | LegalStatus | IntegrationArea]) -> str:
    names = dict(known.choices)
    return "; ".join(str(names.get(code, code)) for code in codes)


COLUMNS = (
    Column(_("Title"), lambda practice: practice.title),
    Column(_("Organisation"), lambda practice: practice.organisation.name),
    Column(_("Summary"), lambda practice: practice.summary),
    Column(_("Objectives"), lambda practice: practice.objectives),
    Column(_("Country"), lambda practice: country_name(practice.country)),
    Column(_("Places"), lambda practice: "; ".join(practice.places)),
    Column(_("Starts on"), lambda practice: practice.starts_on),
    Column(_("Ends on"), lambda practice: practice.ends_on),
    Column(_("Who takes part"), lambda practice: _labels(practice.target_groups, TargetGroup)),
    Column(_("Their legal status"), lambda practice: _labels(practice.legal_statuses, LegalStatus)),
    Column(_("Areas of integration"), lambda practice: _labels(practice.integration_areas, IntegrationArea)),
    Column(_("Languages"), lambda practice: "; ".join(map(language_name, practice.languages))),
    Column(_("Funding"), lambda practice: practice.funding),
    Column(_("Website"), lambda practice: practice.website),
    Column(_("Public contact"), lambda practice: practice.contact),
)
"""What a table of practices shows, and what the practice's own page lists."""


def said_of(practice: Practice) -> list[tuple[str, str]]:
    """Label and words of every fact after title and organisation; empty words where nothing is recorded."""
    return [(str(column.title), _words(column.of(practice))) for column in COLUMNS[2:]]


def _words(cell: Cell) -> str:
    return date_format(cell, "DATE_FORMAT") if isinstance(cell, date) else str(cell or "")

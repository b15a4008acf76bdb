"""What waits to be checked, and what was brought in before."""

from django.db.models import QuerySet

from cairn.exchange.models import Intake
from cairn.frameworks.facts import framework_of, loaded, loaded_version
from cairn.frameworks.models import FrameworkVersion
from cairn.frameworks.shape import Framework
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person


def visible_to(person: Person) -> QuerySet[Intake]:
    """The intakes that this person may check: their own, while they may still import there."""
    return Intake.objects.filter(
        by=person, organisation__in=organisations_where(person, Permission.IMPORT)
    ).select_related("organisation", "practice", "framework_version", "assessment")


def waiting_for(person: Person) -> QuerySet[Intake]:
    """What this person brought in and has not checked yet, newest first."""
    return visible_to(person).filter(assessment=None).order_by("-at")


def brought_in_before(intake: Intake) -> Intake | None:
    """An earlier intake of the very same document in this organisation that became an assessment."""
    return (
        Intake.objects.filter(
            organisation=intake.organisation, digest=intake.digest, assessment__isnull=False
        )
        .exclude(pk=intake.pk)
        .select_related("assessment")
        .first()
    )


USUAL = "good-practice-criteria"
"""Id of the framework that documents mostly answer to."""


def newest_frameworks() -> list[Framework]:
    """The newest loaded version of every framework, for documents that do not say which one they answer to."""
    newest = {version.framework_id: version for version in reversed(loaded())}
    return [framework_of(version) for version in newest.values()]


def framework_version(ref: str) -> FrameworkVersion | None:
    """The version named by `id@version`, or the one loaded last of an `id`."""
    framework_id, _at, version = ref.partition("@")
    try:
        return loaded_version(framework_id, version or None)
    except FrameworkVersion.DoesNotExist:
        return None

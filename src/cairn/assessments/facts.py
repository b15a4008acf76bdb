"""What is true of assessments, and who may see which."""

from django.db.models import QuerySet

from cairn.assessments.models import Assessment
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person


def visible_to(person: Person, permission: Permission = Permission.SEE_ASSESSMENT) -> QuerySet[Assessment]:
    """The assessments on which this person may use this permission; others look as if they were not there."""
    return Assessment.objects.filter(
        practice__organisation__in=organisations_where(person, permission)
    ).select_related("practice__organisation", "framework_version")

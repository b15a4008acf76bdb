"""What is true of practices, and who may see which."""

from django.db.models import QuerySet

from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person
from cairn.practices.models import Practice


def visible_to(person: Person, permission: Permission = Permission.SEE_PRACTICE) -> QuerySet[Practice]:
    """The practices on which this person may use this permission; everyone else's look as if they were not there."""
    return Practice.objects.filter(organisation__in=organisations_where(person, permission)).select_related(
        "organisation"
    )

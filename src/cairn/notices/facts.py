"""What a person was told."""

from django.db.models import QuerySet

from cairn.notices.models import Notice
from cairn.people.models import Person


def notices_of(person: Person) -> QuerySet[Notice]:
    """Newest first."""
    return person.notices.all()


def unread(person: Person) -> int:
    return person.notices.filter(read_at=None).count()

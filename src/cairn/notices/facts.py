"""What a person was told."""

from datetime import datetime

from django.db.models import QuerySet

from cairn.notices.models import Notice
from cairn.people.models import Person


def notices_of(person: Person) -> QuerySet[Notice]:
    """Newest first."""
    return person.notices.all()


def told_since(message: str, address: str, since: datetime) -> bool:
    """Whether anybody was told this, of this page, from then on."""
    return Notice.objects.filter(message=message, address=address, at__gte=since).exists()


def unread(person: Person) -> int:
    return person.notices.filter(read_at=None).count()

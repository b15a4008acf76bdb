"""What visitors flagged, and what is shown of it."""

from django.db.models import Case, QuerySet, When
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.common.tables import Column
from cairn.people.enums import Permission
from cairn.people.facts import roles_with
from cairn.people.models import Person
from cairn.practices.facts import visible_to
from cairn.practices.models import Practice
from cairn.repository.enums import Verdict
from cairn.repository.models import Flag


def flags_for(person: Person) -> QuerySet[Flag]:
    """Flags on the practices that this person may publish, those that wait first."""
    settled = Case(When(verdict=Verdict.WAITING, then=0), default=1)
    return (
        Flag.objects.filter(practice__in=visible_to(person, Permission.PUBLISH))
        .select_related("practice", "settled_by")
        .order_by(settled, "-flagged_on", "-pk")
    )


def keepers_of(practice: Practice) -> QuerySet[Person]:
    """Who can answer for a practice's public page."""
    return Person.objects.filter(
        is_active=True,
        memberships__organisation=practice.organisation_id,
        memberships__role__in=roles_with(Permission.PUBLISH),
    ).distinct()


def said_beside(slug: str, edition: int) -> list[str]:
    """What a public page says of itself because a coordinator agreed with a flag; nothing, where none did."""
    agreed = Flag.objects.filter(practice__slug=slug, edition=edition, verdict=Verdict.AGREED).first()
    if agreed is None:
        return []
    said = _("This page was flagged as possibly outdated on %(date)s.") % {
        "date": date_format(agreed.flagged_on, "DATE_FORMAT")
    }
    return [said, agreed.answer] if agreed.answer else [said]


FLAG_COLUMNS = (
    Column(gettext_lazy("Practice"), lambda flag: flag.practice.title),
    Column(gettext_lazy("Edition"), lambda flag: flag.edition),
    Column(gettext_lazy("Flagged on"), lambda flag: flag.flagged_on),
    Column(gettext_lazy("What is outdated"), lambda flag: flag.text),
    Column(gettext_lazy("Standing"), lambda flag: flag.get_verdict_display()),
    Column(gettext_lazy("Answer"), lambda flag: flag.answer),
)
"""Flags as a table to take away."""

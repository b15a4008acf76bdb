"""Whether a second person approves before anything is published: changed for a reason, and never quietly."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_noop

from cairn.notices.actions import tell
from cairn.people import actions as people
from cairn.people.enums import Permission
from cairn.people.facts import people_who_may
from cairn.people.models import FourEyesChange, Organisation, Person

ASKED_FOR = gettext_noop(
    "%(by)s decided that in %(organisation)s a second person approves before anything is published."
)
NOT_ASKED_FOR = gettext_noop(
    "%(by)s decided that in %(organisation)s nobody has to approve before something is published."
)


@transaction.atomic
def ask(*, organisation: Organisation, wanted: bool, reason: str, by: Person) -> FourEyesChange:
    """Change it, and tell everyone who manages people there. Raises ValidationError where it is so already."""
    change = people.ask_for_four_eyes(organisation=organisation, wanted=wanted, reason=reason, by=by)
    tell(
        people=people_who_may(Permission.MANAGE_PEOPLE, organisation),
        message=ASKED_FOR if wanted else NOT_ASKED_FOR,
        parameters={"by": by.name, "organisation": organisation.name},
        address=reverse("four_eyes", args=[organisation.slug]),
        by=by,
    )
    return change

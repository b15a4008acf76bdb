"""What can be done with notices: tell people, and tick off what was read."""

import logging
from collections.abc import Iterable, Mapping
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cairn.notices.models import Notice
from cairn.people.models import Person

log = logging.getLogger(__name__)


@transaction.atomic
def tell(
    *,
    people: Iterable[Person],
    message: str,
    parameters: Mapping[str, str | int],
    address: str,
    by: Person | None,
) -> list[Notice]:
    """Tell people one thing, each once and never whoever did it (None for a visitor); an email follows when all is stored.

    `by` is None where nobody did anything, as when a day came near.
    `message` is a sentence marked with gettext_noop; `address` begins with a slash. No email carries more than the
    sentence and the link, and nothing about a participant belongs in either.
    """
    told = {person.pk: person for person in people if person.is_active and person != by}
    notices = Notice.objects.bulk_create(
        Notice(person=person, message=message, parameters=dict(parameters), address=address)
        for person in told.values()
    )
    for notice in notices:
        if told[notice.person_id].wants_email:
            transaction.on_commit(partial(_send, notice))
    return notices


def _send(notice: Notice) -> None:
    """The notice stays in the app whatever becomes of the email, so a silent mail server stops nobody's work."""
    with translation.override(notice.person.language or settings.LANGUAGE_CODE):
        subject = " ".join(str(notice).split())
        words = _(
            "%(sentence)s\n\nLook at it here: %(address)s\n\nYou can switch these emails off: %(settings)s"
        ) % {
            "sentence": subject,
            "address": f"{settings.SITE_ADDRESS}{notice.address}",
            "settings": f"{settings.SITE_ADDRESS}/notices/",
        }
    try:
        send_mail(subject[:200], words, None, [notice.person.email])
    except (SMTPException, OSError) as fault:
        log.warning("The email for notice %s could not be sent: %s", notice.pk, type(fault).__name__)


@transaction.atomic
def tick_off(*, by: Person, notice: Notice | None = None) -> int:
    """Mark one notice as read, or all of one's own; how many there were."""
    unread = by.notices.filter(read_at=None)
    return (unread if notice is None else unread.filter(pk=notice.pk)).update(read_at=timezone.now())


@transaction.atomic
def choose(*, by: Person, language: str, wants_email: bool, wants_weekly: bool) -> None:
    """How one wants to be told."""
    by.language, by.wants_email, by.wants_weekly = language, wants_email, wants_weekly
    by.full_clean(exclude=["password"])
    by.save(update_fields=["language", "wants_email", "wants_weekly"])

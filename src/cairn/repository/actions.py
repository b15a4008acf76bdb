"""What can be done with flags: a visitor raises one, a coordinator settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cairn.notices.actions import tell
from cairn.people.models import Person
from cairn.repository import facts
from cairn.repository.enums import Verdict
from cairn.repository.models import Flag

if TYPE_CHECKING:
    from cairn.publications.models import Publication

A_DAY_ON_ONE_PRACTICE = 5
A_DAY_ON_ALL = 100
"""So many flags are taken in a day. Counted without a trace of who sent them, hence for everyone together."""


@transaction.atomic
def flag(*, publication: Publication, text: str) -> Flag:
    """Tell the practice's coordinators what a visitor finds outdated.

    Raises ValidationError where nothing is said, the edition was withdrawn, or the day's number is reached.
    """
    if not text.strip():
        raise ValidationError(_("Say in a sentence what is outdated."), code="required")
    if publication.withdrawn_at is not None:
        raise ValidationError(_("This page was withdrawn, so there is nothing to flag."), code="withdrawn")
    _count(publication.practice_id)
    practice = publication.practice
    raised = Flag.objects.create(
        practice=practice,
        edition=publication.edition,
        text=text.strip(),
        flagged_on=timezone.localdate(),
    )
    tell(
        people=facts.keepers_of(practice),
        message=gettext_noop("A reader flagged “%(practice)s” as outdated."),
        parameters={"practice": practice.title},
        address=f"/desk/flags/{raised.pk}/",
        by=None,
    )
    return raised


def _count(practice: int) -> None:
    today = timezone.localdate().isoformat()
    for key, most in ((f"flags-{today}-{practice}", A_DAY_ON_ONE_PRACTICE), (f"flags-{today}", A_DAY_ON_ALL)):
        cache.add(key, 0, timeout=60 * 60 * 24)
        if cache.incr(key) > most:
            raise ValidationError(
                _("So much was flagged today that no more is taken. Its keepers know; try again tomorrow."),
                code="enough",
            )


@transaction.atomic
def settle(*, flag: Flag, verdict: Verdict, answer: str, by: Person) -> Flag:
    """Agree, so that the public page says so, or do not. It can be settled anew.

    Raises ValidationError where no verdict is given.
    """
    if verdict == Verdict.WAITING:
        raise ValidationError(_("Say whether you agree."), code="required")
    flag = Flag.objects.select_for_update().get(pk=flag.pk)
    flag.verdict, flag.answer = verdict, answer.strip()
    flag.settled_by, flag.settled_at = by, timezone.now()
    flag.save()
    return flag

"""Taking in what somebody reports, and seeing to it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cairn.listening.enums import Source
from cairn.listening.facts.reports import handlers_of
from cairn.listening.models import Report
from cairn.notices.actions import tell
from cairn.people.models import Person
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.activities.models import Session
    from cairn.practices.models import Practice

MOST = 10_000
"""Characters of one report."""
MOST_A_DAY = 50
"""From the public pages of one practice, so that nobody can bury what others say."""
FULL = gettext_noop("Too many reports came in today.")


@transaction.atomic
def take_in(
    *,
    practice: Practice,
    kind: str,
    text: str,
    language: str,
    by: Person | None,
    session: Session | None = None,
    kept_from: Iterable[Person] = (),
    received_on: date | None = None,
    token: str = "",
) -> Report:
    """A report from the public page (`by` None) or as one of the team was told. Tells those who handle it, without a word of it.

    What comes from the public page leaves no entry in the trail, because an entry has a time. The same `token` sent again is the
    same report: its key comes from the token, which is kept nowhere. Raises ValidationError by field, and FULL.
    """
    today = timezone.localdate()
    key = uuid.uuid5(uuid.NAMESPACE_OID, token) if token else uuid.uuid4()
    if before := Report.objects.filter(pk=key).first():
        return before
    if by is None:
        _not_buried(practice, today)
    report = Report(
        pk=key,
        practice=practice,
        session=session,
        received_on=received_on or today,
        kind=kind,
        text=text.strip(),
        language=language,
        source=Source.STAFF if by else Source.PUBLIC,
        told_to=by,
    )
    if not report.text:
        raise ValidationError({"text": _("Say what happened, in a few words.")})
    if len(report.text) > MOST:
        raise ValidationError(
            {"text": _("This is too long: at most %(most)s characters.") % {"most": f"{MOST:,}"}}
        )
    if report.received_on > today:
        raise ValidationError({"received_on": _("This day has not come yet.")})
    report.full_clean(exclude=["text", "outcome"], validate_unique=False)
    report.save()
    report.kept_from.set(kept_from)
    tell(
        people=handlers_of(report),
        message=gettext_noop("Something waits for you in “%(practice)s”."),
        parameters={"practice": practice.title},
        address=reverse("report", args=[report.pk]),
        by=by,
    )
    if by:
        note(by=by, deed=Deed.CREATED, thing=report.thing, practice=practice.pk)
    return report


def _not_buried(practice: Practice, today: date) -> None:
    public = Report.objects.filter(practice=practice, source=Source.PUBLIC, received_on=today)
    if public.count() >= MOST_A_DAY:
        raise ValidationError(FULL)


@transaction.atomic
def acknowledge(*, report: Report, by: Person, on: date | None = None) -> Report:
    """Somebody has read it and sees to it. Raises ValidationError where that was said already."""
    current = _held(report)
    if current.acknowledged_on:
        raise ValidationError(_("This was acknowledged already. Load the page again to see where it stands."))
    current.acknowledged_on = _day(on, current.received_on)
    return _changed(current, by)


@transaction.atomic
def escalate(*, report: Report, outcome: str, by: Person, on: date | None = None) -> Report:
    """Passed on to whoever must see to it: the words say to whom. Raises ValidationError where it cannot be."""
    current = _standing(report)
    if current.escalated_on:
        raise ValidationError(_("This was passed on already. Load the page again to see where it stands."))
    current.escalated_on = _day(on, current.acknowledged_on)
    return _said(current, outcome, by)


@transaction.atomic
def close(*, report: Report, outcome: str, by: Person, on: date | None = None) -> Report:
    """Nothing more is to be done: the words say what was. Raises ValidationError where it cannot be."""
    current = _standing(report)
    current.closed_on = _day(on, current.escalated_on or current.acknowledged_on)
    return _said(current, outcome, by)


@transaction.atomic
def read(*, report: Report, by: Person) -> Report:
    """Every look is written down."""
    note(by=by, deed=Deed.READ, thing=report.thing, practice=report.practice_id)
    return report


def _held(report: Report) -> Report:
    return Report.objects.select_for_update(of=("self",)).get(pk=report.pk)


def _standing(report: Report) -> Report:
    current = _held(report)
    if not current.acknowledged_on:
        raise ValidationError(_("Acknowledge it first, so that it is known that somebody sees to it."))
    if current.closed_on:
        raise ValidationError(_("This is closed already. Load the page again to see what was done."))
    return current


def _day(on: date | None, earliest: date | None) -> date:
    """Raises ValidationError for a day that has not come, or before what came first."""
    today = timezone.localdate()
    day = on or today
    if day > today:
        raise ValidationError({"on": _("This day has not come yet.")})
    if earliest and day < earliest:
        raise ValidationError({"on": _("This cannot be before what came first. Look at the days above.")})
    return day


def _said(current: Report, outcome: str, by: Person) -> Report:
    """What was done is added below what was written before, never in its place."""
    if not outcome.strip():
        raise ValidationError({"outcome": _("Say in a few words what was done, or who sees to it now.")})
    current.outcome = "\n\n".join(filter(None, [current.outcome, outcome.strip()]))
    return _changed(current, by)


def _changed(current: Report, by: Person) -> Report:
    current.save()
    note(by=by, deed=Deed.CHANGED, thing=current.thing, practice=current.practice_id)
    return current

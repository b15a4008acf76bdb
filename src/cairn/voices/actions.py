"""What is opened, taken in, closed, pooled and passed on. Access is the caller's to check.

`take_in` alone has no `by`: who answers is nobody, and nothing of it is written into the trail, which knows times.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.activities.actions import planning
from cairn.activities.enums import State
from cairn.activities.facts import sheets
from cairn.people.models import Person
from cairn.surveys import actions as surveys
from cairn.trail.actions import note
from cairn.trail.enums import Deed
from cairn.voices import facts
from cairn.voices.enums import OpeningKind, RemarkState, Taken
from cairn.voices.intake import Submission, take_in_all
from cairn.voices.models import Opening, Pool, Remark

if TYPE_CHECKING:
    from cairn.activities.models import Session
    from cairn.practices.models import Practice
    from cairn.surveys.models import Form

DAYS = 7
"""How long a session's feedback is open when nobody says otherwise."""
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Of addresses: none looks like another when it is copied by hand."""


@transaction.atomic
def open_session(
    *,
    session: Session,
    form: Form,
    by: Person,
    expected: int | None = None,
    opens_on: date | None = None,
    closes_on: date | None = None,
) -> Opening:
    """From the session's day, or `opens_on`, until seven days after it, unless said otherwise.

    Without `expected` as many may answer as take part in the activity, else as there are places. Raises ValidationError where
    none of these is known, the session was cancelled, or the form is open for it already.
    """
    if session.state == State.CANCELLED:
        raise ValidationError(_("This session was cancelled. There is nothing to say about it."))
    if Opening.objects.filter(session=session, version__form=form).exists():
        raise ValidationError(
            _("This form was opened for this session already. You can open it again under its entry.")
        )
    first = opens_on or session.planned_on
    opening = _open(
        practice=session.activity.practice,
        form=form,
        by=by,
        kind=OpeningKind.SESSION,
        session=session,
        expected=expected or sheets.on_sheet(session).count() or session.capacity,
        opens_on=first,
        closes_on=closes_on or max(first, timezone.localdate()) + timedelta(days=DAYS),
    )
    planning.feedback_opened(session=session, at=timezone.now())
    return opening


@transaction.atomic
def open_for(
    *,
    practice: Practice,
    kind: OpeningKind,
    form: Form,
    by: Person,
    expected: int,
    opens_on: date,
    closes_on: date,
    consultation: UUID | None = None,
) -> Opening:
    """For all of a practice, its partners or a consultation. Raises ValidationError for a form without a version, wrong days."""
    return _open(
        practice=practice, form=form, by=by, kind=kind, expected=expected, opens_on=opens_on, closes_on=closes_on,
        consultation=consultation,
    )  # fmt: skip


def _open(*, form: Form, by: Person, **fields: Any) -> Opening:
    version = form.versions.first()
    if version is None or not form.anonymous:
        raise ValidationError(_("Only a form that is ready and asks nobody who they are can be opened."))
    if not fields["expected"]:
        raise ValidationError({"expected": _("Say how many people may answer.")})
    opening = Opening(version=version, address=_address(), made_by=by, **fields)
    opening.full_clean()
    opening.save()
    surveys.begin_asking(version=version)
    note(by=by, deed=Deed.CREATED, thing=f"opening:{opening.pk}", practice=opening.practice_id)
    return opening


def _address() -> str:
    while True:
        address = "".join(secrets.choice(SIGNS) for _sign in range(8))
        if not Opening.objects.filter(address=address).exists():
            return address


def take_in(
    *,
    opening: Opening,
    token: str,
    language: str,
    way: str,
    said: Mapping[str, Any],
    remarks: Mapping[str, str],
) -> Taken:
    """One submission: closed answers by question, free words by question. A token counts once, whatever comes with it later.

    Raises ValidationError, and takes nothing in, where the opening is not open or as many have answered as may.
    """
    [told] = take_in_all([Submission(opening.pk, token, language, way, said, remarks)])
    if isinstance(told, ValidationError):
        raise told
    return told


@transaction.atomic
def close(*, opening: Opening, by: Person) -> Opening:
    """Nobody can answer any more; once enough have, what they said can be read. Nothing happens to one that is closed."""
    current = _locked(opening)
    if current.closed_on is None:
        current.closed_on = timezone.localdate()
        current.revision += 1
        current.save(update_fields=["closed_on", "revision"])
        pool_up(practice=current.practice)
        note(by=by, deed=Deed.CHANGED, thing=f"opening:{current.pk}", practice=current.practice_id)
    return current


@transaction.atomic
def revise(*, opening: Opening, by: Person, closes_on: date, expected: int) -> Opening:
    """Another last day, another number of people; one that is closed is open again until then.

    Raises ValidationError where its answers are being read already, or the last day has passed.
    """
    current = _locked(opening)
    if current.pool_id:
        raise ValidationError(_("Its answers are being read already, so that no more can be added."))
    if closes_on < timezone.localdate():
        raise ValidationError({"closes_on": _("Choose today or a later day.")})
    current.closes_on, current.expected, current.closed_on = closes_on, expected, None
    current.revision += 1
    current.full_clean()
    current.save(update_fields=["closes_on", "expected", "closed_on", "revision"])
    note(by=by, deed=Deed.CHANGED, thing=f"opening:{current.pk}", practice=current.practice_id)
    return current


@transaction.atomic
def pool_up(*, practice: Practice) -> list[Pool]:
    """Close what is over, and put closed openings of one activity and form together, in the order of days, until they have
    five answers between them. What is left over waits for the next. Nobody decides it, so it has no `by`.
    """
    today = timezone.localdate()
    mine = Opening.objects.select_for_update(of=("self",)).filter(practice=practice, pool=None)
    for over in mine.filter(closed_on=None, closes_on__lt=today):
        over.closed_on = over.closes_on
        over.save(update_fields=["closed_on"])
    closed = list(mine.filter(closed_on__isnull=False).select_related("session__activity", "version__form"))
    closed.sort(key=lambda each: (*map(str, _kin(each)), facts.day_of(each), each.pk))
    counted = facts.counted(closed)
    made = []
    for _alike, openings in groupby(closed, key=_kin):
        batch: list[Opening] = []
        for opening in openings:
            batch.append(opening)
            if sum(counted[each.pk].answers for each in batch) >= facts.FEW_ANSWERS:
                made.append(_pooled(batch, today))
                batch = []
    return made


def pool_all() -> list[Pool]:
    """`pool_up` for every practice where something is over, each by itself: for a daily timer, twice at once does no harm."""
    practices = {each.practice_id: each.practice for each in facts.due(timezone.localdate())}
    return [pool for practice in practices.values() for pool in pool_up(practice=practice)]


def _kin(opening: Opening) -> tuple[Any, ...]:
    """What openings have in common that may be read together."""
    activity = opening.session.activity_id if opening.session else 0
    return opening.version.form_id, opening.kind, activity, opening.consultation


def _pooled(batch: list[Opening], today: date) -> Pool:
    first = batch[0]
    days = [facts.day_of(each) for each in batch]
    pool = Pool.objects.create(
        practice=first.practice,
        form=first.version.form,
        kind=first.kind,
        activity=first.session.activity if first.session else None,
        consultation=first.consultation,
        first_on=min(days),
        last_on=max(days),
        made_on=today,
    )
    for opening in batch:
        opening.pool = pool
        opening.save(update_fields=["pool"])
    return pool


@transaction.atomic
def pass_on(*, remark: Remark, by: Person) -> Remark:
    """Free words that all may read. Raises ValidationError as `keep_back` does."""
    return _decide(remark, RemarkState.PASSED, by)


@transaction.atomic
def keep_back(*, remark: Remark, by: Person) -> Remark:
    """Free words that could tell who wrote them, or hurt somebody; they stay with whoever read them.

    Raises ValidationError where `by` was of the team at the session, or its answers are not yet read.
    """
    return _decide(remark, RemarkState.KEPT_BACK, by)


def _decide(remark: Remark, state: RemarkState, by: Person) -> Remark:
    current = (
        Remark.objects.select_for_update(of=("self",)).select_related("opening__practice").get(pk=remark.pk)
    )
    opening = current.opening
    if opening.pool_id is None:
        raise ValidationError(_("These words are not read before enough people have answered."))
    if facts.ran(opening, by):
        raise ValidationError(_("You were at this session. Somebody who was not reads what is said of it."))
    if current.state != state:
        current.state = state
        current.save(update_fields=["state"])
        note(by=by, deed=Deed.CHANGED, thing=f"remark:{current.pk}", practice=opening.practice_id)
    return current


def _locked(opening: Opening) -> Opening:
    return (
        Opening.objects.select_for_update(of=("self",))
        .select_related("practice__organisation", "session__activity")
        .get(pk=opening.pk)
    )

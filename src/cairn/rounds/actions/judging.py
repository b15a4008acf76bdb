"""Judge on a seat, hand in, and open a seat again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cairn.notices.actions import tell
from cairn.people.models import Person
from cairn.rounds import facts
from cairn.rounds.enums import State
from cairn.rounds.models import Judgement, Reopening, Round, Seat
from cairn.rounds.saying import Clash, Ended, Judged, Refused, faults_in, tidy


@dataclass(frozen=True, slots=True)
class Saved:
    written: tuple[Judgement, ...]
    clashes: tuple[Clash, ...]
    """Items that were judged on another page meanwhile: they keep what was said there."""


@transaction.atomic
def judge(*, seat: Seat, said: Sequence[Judged]) -> Saved:
    """Add what is said of any number of items; what was said before stays as it was said.

    Raises Ended where nothing can be said any more, Refused where something does not fit: then nothing is saved.
    """
    _writable(seat)
    framework = facts.framework_of(seat.round)
    said = [replace(one, reason=tidy(one.reason)) for one in said]
    faults = tuple(faults_in(framework, said, facts.items_of(seat, framework)))
    if faults:
        raise Refused(faults)
    stored = {(row.item_id, row.revision): row for row in seat.judgements.all()}
    now = facts.newest(stored.values())
    rows, clashes = [], []
    for one in said:
        last, seen = now.get(one.item_id), stored.get((one.item_id, one.base))
        if _same(one, last) or (seen is not last and _same(one, seen)):
            continue  # nothing new, or left alone here and changed on another page
        if last is not None and seen is not last:
            clashes.append(_clash(seat, last))
        else:
            rows.append(_row(seat, one, last))
    return Saved(tuple(Judgement.objects.bulk_create(rows)), tuple(clashes))


def _writable(seat: Seat) -> None:
    """Writers to a round take turns. Raises Ended with the reason why this seat is closed."""
    round_ = Round.objects.select_for_update().get(pk=seat.round_id)
    if Seat.objects.get(pk=seat.pk).handed_in_at is not None:
        raise Ended(_("You have handed in, so what you judged stays as it is."))
    if round_.state != State.OPEN:
        raise Ended(
            _("The time for judging is over in this round. What you saved before is kept, but not counted.")
        )


def _same(one: Judged, row: Judgement | None) -> bool:
    said = (one.level, one.reason, one.confidence)
    return said == (("", "", None) if row is None else (row.level, row.reason, row.confidence))


def _row(seat: Seat, one: Judged, last: Judgement | None) -> Judgement:
    return Judgement(
        seat=seat,
        item_id=one.item_id,
        revision=1 if last is None else last.revision + 1,
        level=one.level,
        reason=one.reason,
        confidence=one.confidence,
    )


def _clash(seat: Seat, last: Judgement) -> Clash:
    return Clash(
        last.item_id, last.level, last.reason, last.confidence, seat.person.name, last.at, last.revision
    )


@transaction.atomic
def hand_in(*, seat: Seat) -> Seat:
    """From now on the judgements stay as they are; items without a level count as not judged. Raises Ended."""
    _writable(seat)
    seat.handed_in_at = timezone.now()
    seat.save(update_fields=["handed_in_at"])
    round_ = seat.round
    everyone = not facts.waiting_for(round_).exists()
    if everyone and round_.readable_since is None:
        Round.objects.filter(pk=round_.pk).update(readable_since=seat.handed_in_at)
    tell(
        people=facts.moderators_of(round_),
        message=gettext_noop("Everyone has handed in for “%(practice)s”: look at what they judged.")
        if everyone
        else gettext_noop("%(name)s has handed in for “%(practice)s”."),
        parameters={"name": seat.person.name, "practice": round_.assessment.practice.title},
        address=reverse("round", args=[round_.pk]),
        by=seat.person,
    )
    return seat


@transaction.atomic
def reopen(*, seat: Seat, reason: str, by: Person) -> Seat:
    """Let an assessor judge on who had handed in or was too late; the judgements are hidden again until then.

    Raises ValidationError without a reason, where the seat is open anyway, once anything was agreed, and where the
    assessor could read the others' judgements.
    """
    round_ = Round.objects.select_for_update().get(pk=seat.round_id)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why it is opened again.")})
    problem = _cannot_reopen(seat, round_)
    if problem:
        raise ValidationError(problem)
    kept = Reopening(seat=seat, handed_in_at=seat.handed_in_at, reason=tidy(reason), by=by)
    kept.clean_fields(exclude=["seat", "by", "handed_in_at"])
    kept.save()
    seat.handed_in_at = None
    seat.save(update_fields=["handed_in_at"])
    Round.objects.filter(pk=round_.pk).update(state=State.OPEN)
    tell(
        people=[seat.person],
        message=gettext_noop("%(name)s has opened your judgements of “%(practice)s” again."),
        parameters={"name": by.name, "practice": seat.round.assessment.practice.title},
        address=reverse("seat", args=[seat.pk]),
        by=by,
    )
    return seat


def _cannot_reopen(seat: Seat, round_: Round) -> str | None:
    if seat.handed_in_at is None and round_.state == State.OPEN:
        return _("It has not been handed in.")
    if round_.agreed.exists() or round_.state == State.CLOSED:
        return _("Something was agreed already, so judging is over for good.")
    if round_.readable_since is not None and facts.may_moderate(seat.person, seat.round):
        return _(
            "This person could read the others' judgements, so they cannot judge independently any more."
        )
    return None

"""Moderate a round: end the judging, write down what is agreed, close. The agreed level becomes the assessment's mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cairn.assessments import actions as assessments
from cairn.assessments import facts as read
from cairn.assessments.checking import LENGTHS
from cairn.assessments.saying import Conflict, Saying
from cairn.assessments.saying import Refused as NotRecorded
from cairn.assessments.weighing import suggesting
from cairn.assessments.weighing.reading import evidence_of
from cairn.assessments.weighing.suggesting import kept
from cairn.evidence.shape import Judged
from cairn.frameworks.shape import Framework
from cairn.notices.actions import tell
from cairn.people.models import Person
from cairn.rounds import comparing, facts
from cairn.rounds.enums import State
from cairn.rounds.models import Consensus, Round
from cairn.rounds.saying import Agreed, Clash, Ended, Fault, Refused, faults_in, tidy

MOST = LENGTHS["reason"]
"""Characters of a reason that fit beside a mark; the whole of it stays with what was agreed."""


@transaction.atomic
def begin_agreeing(*, round_: Round, by: Person) -> Round:
    """End the judging: whoever has not handed in counts as not handed in. Raises ValidationError where nobody has."""
    current = Round.objects.select_for_update().get(pk=round_.pk)
    if current.state != State.OPEN:
        raise ValidationError(_("Judging is over in this round already."))
    if not round_.seats.filter(handed_in_at__isnull=False).exists():
        raise ValidationError(_("Nobody has handed in yet, so there is nothing to agree on."))
    round_.state = State.AGREEING
    round_.readable_since = current.readable_since or timezone.now()
    round_.save(update_fields=["state", "readable_since"])
    tell(
        people=[seat.person for seat in facts.waiting_for(round_)],
        message=gettext_noop("The time for judging “%(practice)s” was ended before you handed in."),
        parameters={"practice": round_.assessment.practice.title},
        address=reverse("judging"),
        by=by,
    )
    return round_


@dataclass(frozen=True, slots=True)
class Settled:
    written: tuple[Consensus, ...]
    clashes: tuple[Clash, ...]
    """Items that someone else settled or marked meanwhile: theirs stands until the moderator has seen it."""


@transaction.atomic
def agree(*, round_: Round, said: Sequence[Agreed], by: Person) -> Settled:
    """Write down what is agreed, and put the levels into the assessment as its marks.

    An item that is left undecided keeps the assessment's mark as it is. Raises Ended while judging or once the round
    or the assessment is closed; Refused where something does not fit or a reason is missing: then nothing is saved.
    """
    _moderated_now(round_)
    said = [replace(one, reason=tidy(one.reason)) for one in said]
    evidence = evidence_of(round_.assessment) if any(one.level for one in said) else {}
    _check(round_, said, evidence)
    now = facts.agreed_in(round_)
    stale = [now[one.item_id] for one in said if one.item_id in now and now[one.item_id].revision != one.base]
    clashes = [_theirs(last) for last in stale]
    fresh = [one for one in said if one.item_id not in {last.item_id for last in stale}]
    conflicts = _mark(round_, [one for one in fresh if one.level], evidence, by)
    contested = {conflict.node_id: conflict for conflict in conflicts}
    clashes += _marked(round_, contested)
    today = timezone.localdate()
    rows = [
        Consensus(
            round=round_,
            item_id=one.item_id,
            revision=1 if (last := now.get(one.item_id)) is None else last.revision + 1,
            level=one.level,
            reason=one.reason,
            suggested=kept(evidence[one.item_id], today) if one.item_id in evidence else {},
            by=by,
        )
        for one in fresh
        if one.item_id not in contested
    ]
    return Settled(tuple(Consensus.objects.bulk_create(rows)), tuple(clashes))


def _moderated_now(round_: Round) -> None:
    state = Round.objects.select_for_update().get(pk=round_.pk).state
    if state == State.OPEN:
        raise Ended(_("Assessors are still judging. End the judging first."))
    if state == State.CLOSED:
        raise Ended(_("This round is closed, so what was agreed stays as it is."))


def _check(round_: Round, said: Sequence[Agreed], evidence: Mapping[str, Judged]) -> None:
    framework = facts.framework_of(round_)
    faults = list(faults_in(framework, said, framework.scales_by_item))
    if not faults:
        alike = comparing.unanimous(round_, framework)
        faults = [
            Fault(one.item_id, words)
            for one in said
            if not one.reason and (words := _reason_lacking(framework, one, alike.get(one.item_id), evidence))
        ]
    if faults:
        raise Refused(tuple(faults))


def _reason_lacking(
    framework: Framework, one: Agreed, alike: str | None, evidence: Mapping[str, Judged]
) -> str:
    """Why this result cannot go without a reason; empty where it can."""
    if not one.level:
        return _("Say why the item is left undecided.")
    if alike != one.level:
        return _("Not everyone judged it so: say why this is the agreed level.")
    if against_records(framework, one.item_id, one.level, evidence):
        return suggesting.wanting(framework, one.item_id, evidence[one.item_id])
    return ""


def against_records(framework: Framework, item_id: str, level: str, evidence: Mapping[str, Judged]) -> bool:
    """Whether the level is another than the records suggest today, so that it needs a reason."""
    return item_id in evidence and suggesting.differs(framework, item_id, level, evidence[item_id])


def _mark(
    round_: Round, said: Iterable[Agreed], evidence: Mapping[str, Judged], by: Person
) -> tuple[Conflict, ...]:
    """The reason goes with the mark where it is needed there too."""
    framework = facts.framework_of(round_)
    entries = [
        Saying(
            one.item_id,
            one.mark_base,
            level=one.level,
            reason=one.reason[:MOST] if against_records(framework, one.item_id, one.level, evidence) else "",
            whole=True,
        )
        for one in said
    ]
    try:
        return assessments.record(
            assessment=round_.assessment, entries=entries, by=by, evidence=evidence
        ).conflicts
    except NotRecorded as refused:
        if round_.assessment.stands.closed:
            raise Ended(
                _(
                    "The assessment was published meanwhile, so its marks stay as they are. You can close the "
                    "round: everything that was judged and agreed is kept."
                )
            ) from refused
        raise Refused(tuple(Fault(fault.node_id, fault.message) for fault in refused.faults)) from refused


def _theirs(last: Consensus) -> Clash:
    return Clash(last.item_id, last.level, last.reason, None, last.by.name, last.at, last.revision)


def _marked(round_: Round, contested: Mapping[str, Conflict]) -> list[Clash]:
    """By item, what stands in the assessment against the agreed level or its reason."""
    if not contested:
        return []
    stands = read.entries_of(round_.assessment)
    return [
        Clash(
            item_id,
            stands[item_id].level,
            stands[item_id].reason,
            None,
            conflict.by,
            conflict.at,
            conflict.revision,
            in_assessment=True,
        )
        for item_id, conflict in contested.items()
    ]


def take_over(*, round_: Round, bases: Mapping[str, int], by: Person) -> Settled:
    """Agree at once on every item that all assessors judged alike and on which nothing was agreed yet.

    `bases` holds the revisions of the assessment's marks that the moderator had seen, by item; only the items named
    in it are taken over. What all judged otherwise than the records suggest needs a reason, so it is agreed on alone.
    Raises as `agree` does.
    """
    agreed, framework = facts.agreed_in(round_), facts.framework_of(round_)
    evidence = evidence_of(round_.assessment)
    said = [
        Agreed(item_id, 0, bases[item_id], level)
        for item_id, level in comparing.unanimous(round_, framework).items()
        if item_id in bases
        and item_id not in agreed
        and not against_records(framework, item_id, level, evidence)
    ]
    return agree(round_=round_, said=said, by=by)


@transaction.atomic
def close(*, round_: Round, rest_undecided_because: str, by: Person) -> Round:
    """Nothing is agreed any more; assessors may read what was. People are told.

    Items on which nothing was agreed are left undecided for the reason given. Raises ValidationError where there are
    such items and no reason, and where the round is not being agreed on.
    """
    if Round.objects.select_for_update().get(pk=round_.pk).state != State.AGREEING:
        raise ValidationError(_("Only a round in which people agree can be closed."))
    reason = tidy(rest_undecided_because)
    rest = facts.undecided_items(round_)
    if rest and not reason:
        raise ValidationError({"reason": _("Say why the items that are still open are left undecided.")})
    agree(round_=round_, said=[Agreed(item.id, 0, 0, "", reason) for item in rest], by=by)
    round_.state, round_.closed_by, round_.closed_at = State.CLOSED, by, timezone.now()
    round_.save(update_fields=["state", "closed_by", "closed_at"])
    told = {"practice": round_.assessment.practice.title}
    message = gettext_noop("The round on “%(practice)s” is closed: read what was agreed.")
    for seat in round_.seats.select_related("person"):
        address = reverse("seat_outcome", args=[seat.pk])
        tell(people=[seat.person], message=message, parameters=told, address=address, by=by)
    seated = round_.seats.values("person")
    tell(
        people=facts.moderators_of(round_).exclude(pk__in=seated),
        message=message,
        parameters=told,
        address=reverse("round", args=[round_.pk]),
        by=by,
    )
    return round_

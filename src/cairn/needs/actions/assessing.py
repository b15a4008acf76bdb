"""A talk about needs: begun, told step by step as a draft on the server, and finished once.

A draft belongs to whoever began it, so two people who talk with one person never write over each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.needs import facts
from cairn.needs.actions.settling import turn
from cairn.needs.enums import Answer, Domain, Status
from cairn.needs.models import Finding, Need, NeedsAssessment
from cairn.trail.actions import note as note_in_trail
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.participants.models import Participant
    from cairn.people.models import Person


class Said(NamedTuple):
    """What is said of one domain: a need with who said it, or that there is none."""

    answer: str
    """A value of enums.Answer."""
    source: str = ""
    note: str = ""
    need: UUID | None = None
    """The need that it goes on with, where it was known before."""


@transaction.atomic
def start(*, participant: Participant, by: Person) -> NeedsAssessment:
    """A draft of this author, or the one they left; it follows the newest finished assessment of the person."""
    draft = facts.draft_of(participant.pk, by)
    if draft:
        return draft
    draft = NeedsAssessment.objects.create(
        participant=participant, by=by, follows=facts.assessments_of(participant.pk).first()
    )
    _note(draft, by, Deed.CREATED)
    return draft


@transaction.atomic
def about(
    *,
    draft: NeedsAssessment,
    assessed_on: date,
    place: str,
    with_interpreter: bool | None,
    note: str,
    by: Person,
) -> None:
    """When and how one talked. Raises ValidationError for a day that cannot be."""
    draft.assessed_on, draft.place = assessed_on, place
    draft.with_interpreter, draft.note = with_interpreter, note.strip()
    _check_day(draft)
    draft.full_clean()
    draft.save()
    _note(draft, by, Deed.CHANGED)


@transaction.atomic
def tell(*, draft: NeedsAssessment, domain: Domain, said: Sequence[Said], by: Person) -> None:
    """Everything that this talk says of one domain, in place of what the draft said before; nothing takes it back.

    Raises ValidationError where a need does not say who said it, or goes on with a need that is not the person's.
    """
    known = set(facts.needs_of(draft.participant_id).filter(domain=domain).values_list("pk", flat=True))
    draft.findings.filter(domain=domain).delete()
    for order, one in enumerate(said):
        if one.need and one.need not in known:
            raise ValidationError(_("This need is not known of this person. Open the page again."))
        finding = Finding(
            assessment=draft,
            participant_id=draft.participant_id,
            domain=domain,
            order=order,
            answer=one.answer,
            source=one.source if one.answer != Answer.NONE else "",
            note=one.note.strip(),
            need_id=one.need,
            by=by,
        )
        if finding.answer != Answer.NONE and not finding.source:
            raise ValidationError({"source": _("Say who said it.")})
        finding.full_clean()
        finding.save()
    _note(draft, by, Deed.CHANGED)


@transaction.atomic
def finish(*, draft: NeedsAssessment, by: Person) -> NeedsAssessment:
    """The talk is over: its needs count from now on. Raises ValidationError where no domain was talked about.

    Domains that were not talked about leave the needs in them as they stand.
    """
    draft = NeedsAssessment.objects.select_for_update().get(pk=draft.pk)
    if draft.finished_at:
        return draft
    _check_day(draft)
    findings = list(draft.findings.select_related("need"))
    if not findings:
        raise ValidationError(_("Say something about at least one domain before you finish."))
    for finding in findings:
        _take_up(finding, draft, by)
    draft.finished_at = timezone.now()
    draft.save()
    _note(draft, by, Deed.CREATED)
    return draft


@transaction.atomic
def discard(*, draft: NeedsAssessment, by: Person) -> None:
    """The draft was begun by mistake; finished assessments stay."""
    if draft.finished_at is None:
        draft.delete()
        _note(draft, by, Deed.CHANGED)


def _take_up(finding: Finding, draft: NeedsAssessment, by: Person) -> None:
    """A new need, or what this talk makes of one that was known."""
    need, wanted = finding.need, finding.answer != Answer.NONE
    if need is None and wanted:
        finding.need = Need.objects.create(
            participant_id=draft.participant_id,
            by=by,
            domain=finding.domain,
            priority=finding.answer,
            source=finding.source,
            found_on=draft.assessed_on,
            status_on=draft.assessed_on,
        )
        finding.save(update_fields=["need"])
    elif need and wanted:
        need.priority, need.source = finding.answer, finding.source
        need.save(update_fields=["priority", "source"])
        if need.status == Status.MET:
            turn(need, Status.OPEN, on=draft.assessed_on, by=by)
    elif need and need.status != Status.MET:
        turn(need, Status.MET, on=draft.assessed_on, by=by)


def _check_day(draft: NeedsAssessment) -> None:
    fault = facts.fault_of_day(draft.assessed_on, draft.participant)
    last = facts.assessments_of(draft.participant_id).first()
    if not fault and last and draft.assessed_on < last.assessed_on:
        fault = _("There is a newer assessment already. Choose its day or a later one.")
    if fault:
        raise ValidationError({"assessed_on": fault})


def _note(draft: NeedsAssessment, by: Person, deed: Deed) -> None:
    note_in_trail(by=by, deed=deed, thing=draft.thing, practice=draft.participant.practice_id)

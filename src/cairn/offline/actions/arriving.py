"""What was written on a device is recorded once, by the rules of the ordinary pages, as the person who sends it."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from cairn.activities.actions import attending
from cairn.activities.actions.attending import Said as There
from cairn.activities.actions.attending import Sheet
from cairn.activities.facts import offering
from cairn.activities.facts import people as codes
from cairn.activities.forms import Codes
from cairn.common.conflict import Conflict, seen_at
from cairn.needs import facts as needs
from cairn.needs.actions import assessing
from cairn.needs.actions.assessing import Said as Needed
from cairn.offline.models import Arrival
from cairn.offline.shapes import Attendance, SentAttendance, SentTalk, Talk
from cairn.participants.opening import opened
from cairn.people.enums import Permission

if TYPE_CHECKING:
    from uuid import UUID

    from cairn.activities.models import Session
    from cairn.participants.models import Participant
    from cairn.people.models import Person


class Different(Exception):  # said to the device
    """Under this number something else arrived before."""


class Unfinished(Exception):  # said to the device
    """The person has a draft on the server about the same participant; two talks would become one."""


class Meanwhile(Exception):  # said to the device
    """Someone else filled in the sheet since: `changed` names participants with new lines, `clashing` those said otherwise."""

    def __init__(self, sheet: Sheet, clashing: set[str], changed: set[str]) -> None:
        super().__init__("Someone else filled in this sheet meanwhile.")
        self.sheet, self.clashing, self.changed = sheet, clashing, changed


@transaction.atomic
def take_in(*, sent: SentAttendance | SentTalk, by: Person) -> bool:
    """Recorded now; False where it had been already and nothing happens.

    Raises Different, Unfinished, Meanwhile, Http404 for what is not there or not theirs, and whatever
    `activities.actions.attending.record` and `needs.actions.assessing` raise. Nothing is kept then.
    """
    body = _digest(sent)
    arrival = Arrival.objects.filter(pk=sent.uuid).first()
    if arrival is None:
        practice, record = _place(sent, by)
        arrival, new = Arrival.objects.get_or_create(
            pk=sent.uuid, defaults={"kind": sent.kind, "practice_id": practice, "body": body, "by": by}
        )
        if new:
            record()
            return True
    if arrival.body != body or arrival.by_id != by.pk:
        raise Different
    return False


def _digest(sent: SentAttendance | SentTalk) -> str:
    words = json.dumps(sent.model_dump(mode="json"), sort_keys=True)
    return salted_hmac("cairn.offline.arrival", words, algorithm="sha256").hexdigest()


def _place(sent: SentAttendance | SentTalk, by: Person) -> tuple[int, Callable[[], None]]:
    """The practice that it belongs to, and what records it."""
    if isinstance(sent, SentTalk):
        participant = opened(by=by, pk=sent.payload.participant)
        return participant.practice_id, partial(_talk, participant, sent.payload, by)
    mine = offering.sessions_visible_to(by, Permission.RECORD_SESSIONS)
    session = mine.filter(pk=sent.payload.session).first()
    if session is None:
        raise Http404
    return session.activity.practice_id, partial(_attendance, session, sent.payload, by)


def _attendance(session: Session, told: Attendance, by: Person) -> None:
    try:
        attending.record(
            session=session,
            revision=told.revision,
            said={pk: There(*said) for pk, said in told.said.items()},
            newcomers=_newcomers(session, told.newcomers),
            hours=told.hours,
            staff=told.staff,
            capacity=told.capacity,
            by=by,
        )
    except Conflict as conflict:
        sheet: Sheet = conflict.theirs
        raise Meanwhile(sheet, {*conflict.fields}, {*seen_at(sheet, told.revision)}) from conflict


def _newcomers(session: Session, typed: str) -> list[UUID]:
    wanted = Codes(required=False).clean(typed)
    known = codes.by_code(session.activity, wanted)
    if strange := [code for code in wanted if code not in known]:
        raise ValidationError(
            _("Nobody in this practice has this code: %(codes)s. Nothing was saved yet.")
            % {"codes": ", ".join(strange)}
        )
    return list(known.values())


def _talk(participant: Participant, told: Talk, by: Person) -> None:
    if needs.draft_of(participant.pk, by):
        raise Unfinished
    draft = assessing.start(participant=participant, by=by)
    assessing.about(
        draft=draft,
        assessed_on=told.assessed_on,
        place=told.place,
        with_interpreter=told.with_interpreter,
        note=told.note,
        by=by,
    )
    for domain, said in told.said.items():
        words = [Needed(one.answer, one.source, one.note, one.need) for one in said]
        assessing.tell(draft=draft, domain=domain, said=words, by=by)
    assessing.finish(draft=draft, by=by)

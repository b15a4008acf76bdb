"""What somebody wishes for work: said, put in another place, said differently, taken back. Nothing said is overwritten."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.needs import facts
from cairn.needs.enums import Wish
from cairn.needs.models import Preference
from cairn.needs.occupations import SECTORS, chosen
from cairn.trail.actions import note as note_in_trail
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.participants.models import Participant
    from cairn.people.models import Person


@transaction.atomic
def wish(
    *,
    participant: Participant,
    kind: Wish,
    key: str,
    wanted: bool,
    said_on: date,
    by: Person,
    note: str = "",
) -> Preference:
    """It stands from that day, last among its like; what was said of the same before is kept as past.

    `key` is a section of NACE or what `occupations.search` calls an occupation. Raises ValidationError where there is none, for a
    day that cannot be, and where the same was said on a later day.
    """
    code, occupation = _found(kind, key)
    fault = facts.fault_of_day(said_on, participant)
    standing = facts.wishes_of(participant.pk).filter(kind=kind)
    before = standing.select_for_update().filter(code=code, occupation=occupation).first()
    if not fault and before and before.said_on > said_on:
        fault = _("Something else was said of this on a later day. Choose that day or a later one.")
    if fault:
        raise ValidationError({"said_on": fault})
    if before:
        _end(before, said_on)
    made = Preference(
        participant=participant,
        by=by,
        kind=kind,
        code=code,
        occupation=occupation,
        wanted=wanted,
        rank=before.rank
        if before and before.wanted == wanted
        else standing.filter(wanted=wanted).count() + 1,
        said_on=said_on,
        note=note.strip(),
    )
    made.full_clean()
    made.save()
    _close_ranks(participant, kind)
    _note(participant, by, Deed.CREATED)
    return made


@transaction.atomic
def put_first(*, preference: Preference, by: Person) -> None:
    """It comes before all others that stand beside it; nothing happens where it does not stand any more.

    The order of before is kept: every one that moves is said anew today.
    """
    beside = list(
        facts.wishes_of(preference.participant_id)
        .select_for_update()
        .filter(kind=preference.kind, wanted=preference.wanted)
    )
    others = [one for one in beside if one.pk != preference.pk]
    if len(others) == len(beside):
        return
    for rank, one in enumerate([preference, *others], start=1):
        if one.rank != rank:
            _place(one, rank, by)
    _note(preference.participant, by, Deed.CHANGED)


@transaction.atomic
def take_back(*, preference: Preference, by: Person) -> None:
    """From today it does not stand any more, and nothing takes its place."""
    standing = facts.wishes_of(preference.participant_id).select_for_update().filter(pk=preference.pk).first()
    if standing:
        _end(standing, timezone.localdate())
        _close_ranks(standing.participant, Wish(standing.kind))
        _note(standing.participant, by, Deed.CHANGED)


def _found(kind: Wish, key: str) -> tuple[str, str]:
    """Code, and URI where one occupation is meant."""
    if kind is Wish.SECTOR and key in SECTORS:
        return key, ""
    occupation = chosen(key) if kind is Wish.PROFESSION else None
    if occupation is None:
        raise ValidationError({"key": _("Choose one from the list.")})
    return occupation.group, occupation.uri


def _end(preference: Preference, on: date) -> None:
    preference.until = on
    preference.save(update_fields=["until"])


def _place(preference: Preference, rank: int, by: Person) -> None:
    """The same wish in another place: a row of its own from today, so that the earlier order stays readable."""
    words, today = preference.note, timezone.localdate()
    _end(preference, today)
    Preference.objects.create(
        participant_id=preference.participant_id,
        by=by,
        kind=preference.kind,
        code=preference.code,
        occupation=preference.occupation,
        wanted=preference.wanted,
        rank=rank,
        said_on=today,
        note=words,
    )


def _close_ranks(participant: Participant, kind: Wish) -> None:
    """Where one is gone the next move up; nobody said anything anew, so this is no history."""
    for wanted in (True, False):
        standing = facts.wishes_of(participant.pk).filter(kind=kind, wanted=wanted)
        for rank, one in enumerate(standing, start=1):
            if one.rank != rank:
                one.rank = rank
                one.save(update_fields=["rank"])


def _note(participant: Participant, by: Person, deed: Deed) -> None:
    note_in_trail(by=by, deed=deed, thing=participant.thing, practice=participant.practice_id)

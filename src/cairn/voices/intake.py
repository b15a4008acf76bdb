"""Submissions taken in, one or many at once. Who answers is nobody: nothing of it is written into the trail, which knows times."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cairn.activities.facts import sheets
from cairn.voices import facts, shuffling
from cairn.voices.enums import Taken
from cairn.voices.models import Answer, Opening
from cairn.voices.shuffling import Lot, Words


@dataclass(frozen=True, slots=True)
class Submission:
    """As one person sends it: closed answers by question, free words by question."""

    opening: int
    token: str
    language: str
    way: str
    said: Mapping[str, Any]
    remarks: Mapping[str, str]

    @property
    def key(self) -> str:
        return hashlib.sha256(self.token.encode()).hexdigest()


@transaction.atomic
def take_in_all(submissions: Sequence[Submission]) -> list[Taken | ValidationError]:
    """What became of each, in the same order: a refusal is among the answers, and is not raised, so that it hinders no other.

    A token counts once, whatever comes with it later. Refused is what comes to an opening that is not open, or to which as many
    have answered as may; the refusal's code is `closed` or `full`.
    """
    wanted = {each.opening for each in submissions}
    # In one order, so that two who wait for the same openings do not wait for each other.
    openings = list(Opening.objects.select_for_update().filter(pk__in=wanted).order_by("pk"))
    lots = {opening.pk: shuffling.lot_of(opening) for opening in openings}
    may = _may_answer(openings)
    used = shuffling.known([each.key for each in submissions])
    told = [_taken(lots[each.opening], each, may[each.opening], used) for each in submissions]
    for lot in lots.values():
        if lot.answers:
            shuffling.put_in(lot)
    return told


def _may_answer(openings: Iterable[Opening]) -> dict[int, int]:
    """How many may answer at all, by opening."""
    sessions = {each.session_id for each in openings if each.session_id}
    present = sheets.present_in(sessions) if sessions else {}
    return {each.pk: present.get(each.session_id or 0, each.expected) for each in openings}


def _taken(lot: Lot, sent: Submission, may: int, used: set[str]) -> Taken | ValidationError:
    if sent.key in used:
        return Taken.BEFORE
    if not facts.is_open(lot.opening):
        return ValidationError(_("This is closed. Nothing was kept."), code="closed")
    if lot.size >= may:
        return ValidationError(
            _("As many people as took part have answered already. Nothing was kept."), code="full"
        )
    used.add(sent.key)
    lot.tokens.append(sent.key)
    lot.answers.append(Answer(language=sent.language, way=sent.way, said=dict(sent.said)))
    lot.words += [
        Words(name, sent.language, text.strip()) for name, text in sent.remarks.items() if text.strip()
    ]
    return Taken.NOW

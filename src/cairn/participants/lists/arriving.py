"""Somebody who comes with a sheet of cases: enrolled, with the referral and the language, for whoever is named."""

from __future__ import annotations

from datetime import date

from cairn.participants.codes import new_code
from cairn.participants.enums import Outcome, Referrer
from cairn.participants.lists.reading import check
from cairn.participants.models import Language, Participant, Referral
from cairn.practices.models import Practice
from cairn.sheets.shape import Change


def arrival(
    row: int, practice: Practice, *, since: date, referrer: str, sex: str, children: int | None, language: str
) -> tuple[Participant, list[Change]]:
    """The new person, and what the row would make. Nothing is saved. Raises ValidationError by field of ours; no queries."""
    participant = Participant(
        practice=practice, code=new_code(), enrolled_on=since, sex=sex, children=children
    )
    check(participant, practice)
    referral = Referral(
        practice=practice,
        participant=participant,
        received_on=since,
        referrer=referrer or Referrer.OTHER,
        outcome=Outcome.ACCEPTED,
        decided_on=since,
        sex=sex,
    )
    things = [participant, referral]
    if language:
        things.append(Language(participant=participant, tag=language))
    return participant, [Change(row, thing) for thing in things]

"""Taking answers away: pooled, in an order that means nothing, and written down."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from cairn.common.tables import Column
from cairn.listening.facts.answers import closed, labels_of, names_in
from cairn.surveys.shape import said_in
from cairn.trail.actions import note
from cairn.trail.enums import Deed
from cairn.voices.facts import Given, answers_in

if TYPE_CHECKING:
    from cairn.people.models import Person
    from cairn.practices.models import Practice
    from cairn.surveys.models import Form
    from cairn.surveys.shape import Survey
    from cairn.voices.models import Pool

chance = secrets.SystemRandom()
"""What shuffles the rows."""


def take(*, practice: Practice, form: Form, purpose: str, by: Person) -> None:
    note(by=by, deed=Deed.EXPORTED, thing=f"answers:{form.pk}", practice=practice.pk, reason=purpose)


def rows(survey: Survey, pools: Sequence[Pool], language: str) -> tuple[list[Column], list[Given]]:
    """A column per closed question, worded in this language. Neither language, way nor session stands beside an answer."""
    tags = (language, *survey.languages)
    columns = [
        Column(
            said_in(question.label, *tags) or question.name,
            partial(_cell, question.name, labels_of(question, tags)),
        )
        for question in closed(survey)
    ]
    given = answers_in(*pools)
    chance.shuffle(given)
    return columns, given


def _cell(name: str, labels: Mapping[str, str], given: Given) -> str | None:
    value = given.said.get(name)
    if value in (None, "", []):
        return None
    return "; ".join(labels.get(each) or each for each in names_in(value))

"""What participants say after a session, on their phones, on the tablet or on paper: nobody learns who."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cairn.demo.chance import Chance
from cairn.demo.diary import Story
from cairn.demo.world import World
from cairn.practices.days import months_later
from cairn.surveys import facts as forms
from cairn.voices import actions, facts
from cairn.voices.enums import Way

if TYPE_CHECKING:
    from cairn.activities.models import Session
    from cairn.surveys.models import Form
    from cairn.voices.models import Opening

FORM = "session_feedback"
"""The form that Cairn brings for it."""
ANSWERS, WRITES = 0.45, 0.1
"""Shares of the people present who answer, and of these who add words."""
FORGOTTEN = 61
"""Of so many days there is one on which nobody thinks of asking."""
FACES = {"very_good": 36, "good": 48, "so_so": 10, "bad": 4, "very_bad": 2}
AGREES = {"strongly_agree": 30, "agree": 45, "neither": 14, "disagree": 8, "strongly_disagree": 3}
REASONS = {"pace": 30, "time": 25, "language": 20, "place": 15, "topic": 10}
WAYS = {Way.PHONE: 60, Way.KIOSK: 22, Way.PAPER: 12, Way.HELPER: 4, Way.CALL: 2}
TELLING = "I am the one with the twins, and I come late because of them."
"""Could tell who wrote it: kept back by whoever reads it."""
WORDS = {
    "en": (
        "It was good to do it with our own hands.",
        "Please speak a little slower.",
        "The room was cold.",
        "Thank you, I understood everything.",
        TELLING,
    ),
    "uk": ("Дякую, мені все було зрозуміло.", "Хотілося б більше часу на запитання."),
    "ar": ("شكرًا، فهمت كل شيء.", "أريد وقتًا أكثر للأسئلة."),
}
MONTHS = 12
"""People are asked since so long before the end: each answer costs the demo time, and rules look at one year."""
READ = timedelta(days=3)
"""So long after the turn of a month somebody reads the words."""


def asked(world: World, session: Session, present: int, chance: Chance) -> None:
    """Opened on the day for whoever came, in the last year; now and then nobody thinks of it."""
    forgotten = (session.planned_on - world.begins).days % FORGOTTEN == 0
    if session.planned_on >= months_later(world.ends, -MONTHS) and not forgotten:
        by = session.staff.all()[0].person or world.team.coordinator
        opening = actions.open_session(session=session, form=_form(world), by=by)
        languages = [tag for tag in opening.version.languages if tag in session.languages]
        for number in range(present):
            if chance.likely(ANSWERS):
                _answer(opening, number, chance.one_of(*languages), chance)


def _form(world: World) -> Form:
    return forms.forms_of(world.practice).get(practice=None, key=FORM)


def _answer(opening: Opening, number: int, language: str, chance: Chance) -> None:
    writes = language in WORDS and chance.likely(WRITES)
    actions.take_in(
        opening=opening,
        token=f"{opening.address} {number}",
        language=language,
        way=chance.weighted(WAYS),
        said=_said(chance),
        remarks={"words": chance.one_of(*WORDS[language])} if writes else {},
    )


def _said(chance: Chance) -> dict[str, Any]:
    face = chance.weighted(FACES)
    said: dict[str, Any] = {"today": face}
    if face in {"bad", "very_bad"}:
        said["not_good"] = [chance.weighted(REASONS)]
    return said | {name: chance.weighted(AGREES) for name in ("understood", "useful", "safe")}


def read_together(world: World) -> Story:
    """Each month what is over and enough is put together, and free words are read; those of the last days still wait."""
    for months in range(1, world.size.months):
        yield (on := months_later(world.begins, months))
        actions.pool_up(practice=world.practice)
        yield on + READ
        _read_words(world)
    yield world.ends
    actions.pool_up(practice=world.practice)


def _read_words(world: World) -> None:
    """By the coordinator, who leads no session."""
    reader = world.team.coordinator
    for remark in facts.held_for(reader, world.practice.pk):
        judge = actions.keep_back if str(remark.text) == TELLING else actions.pass_on
        judge(remark=remark, by=reader)

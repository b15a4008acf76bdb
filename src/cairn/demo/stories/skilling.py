"""The grid of skills: filled in with the person some weeks after the first talk, and added to when they leave."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from cairn.demo.chance import Chance
from cairn.needs.actions import skills
from cairn.needs.skills import SECTIONS

if TYPE_CHECKING:
    from cairn.participants.models import Participant
    from cairn.people.models import Person

SCHOOL = {"1": 20, "2": 30, "3": 35, "5": 5, "6": 10}
KNOWS = (
    {"kind": "household", "what": "Cooks for thirty", "learnt": ["home"], "level": "teach", "known": "said"},
    {"kind": "care", "what": "Looked after her grandmother", "learnt": ["home"], "level": "alone", "known": "said"},
    {"kind": "crafts", "what": "Sews from a picture", "learnt": ["home", "community"], "level": "well", "known": "shown"},
    {"kind": "farming", "what": "Grows vegetables on a slope", "learnt": ["home"], "level": "well", "known": "said"},
    {"kind": "digital", "what": "Everything with a telephone", "learnt": ["self"], "level": "alone", "known": "said"},
)  # fmt: skip
IN_THE_WAY = ("language", "papers", "experience", "childcare")
LEARNED = {
    "kind": "trade",
    "what": "The trade that she chose",
    "learnt": ["work"],
    "level": "alone",
}


class Grid:
    """The grid of one person."""

    def __init__(self, participant: Participant, by: Person) -> None:
        self.participant, self.by = participant, by

    def tell(self, section: str, **said: Any) -> None:
        skills.tell(participant=self.participant, section=SECTIONS[section], said=said, by=self.by)

    def fill(self, chance: Chance, mother_tongue: str, trade: str, on: date) -> None:
        """Every section has something to tell, or is left empty on purpose."""
        self.tell(
            "personal",
            situation="looking",
            may_work=chance.one_of("yes", "limits", "applied"),
            interpreter=True,
        )
        self.tell("languages", language=mother_tongue, first=True)
        begun = chance.one_of("none", "A1", "A1", "A2")
        self.tell("languages", language="nl", first=False, listening=begun, spoken_interaction=begun)
        self.tell("education", level=chance.weighted(SCHOOL), finished=chance.one_of("yes", "yes", "no"))
        self.tell("work", occupation=trade, years=chance.between(1, 6), informal=True)
        for known in chance.some_of(KNOWS, 2):
            self.tell("skills", **known)
        self.tell(
            "expectations",
            hours=chance.one_of("full", "part", "either"),
            times=["day"],
            start="soon",
            training=True,
        )
        self.tell("barriers", kind=chance.one_of(*IN_THE_WAY))
        self.tell(
            "next", step=chance.one_of("language", "training", "trial"), agreed=True, by=on.replace(day=28)
        )

    def gain(self, known: str) -> None:
        """What somebody takes along who leaves: something to show for it, or only what others have seen."""
        self.tell("skills", **LEARNED, known=known)

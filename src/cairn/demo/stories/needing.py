"""Talks about needs: the first one, and those that follow."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cairn.demo.chance import Chance
from cairn.needs import facts
from cairn.needs.actions import assessing, settling, wishing
from cairn.needs.actions.assessing import Said
from cairn.needs.enums import Answer, Because, Domain, Place, Priority, Source, Status, Wish

if TYPE_CHECKING:
    from cairn.needs.models import Need
    from cairn.participants.models import Participant
    from cairn.people.models import Person

OFTEN = {
    Domain.SAFETY: 0.1, Domain.HOUSING: 0.5, Domain.HEALTH: 0.35, Domain.PSYCHOSOCIAL: 0.4, Domain.LEGAL: 0.6,
    Domain.LANGUAGE: 0.85, Domain.WORK: 0.95, Domain.EDUCATION: 0.4, Domain.FAMILY: 0.3, Domain.MONEY: 0.4,
    Domain.SOCIAL: 0.35,
}  # fmt: skip
"""In which share of first talks a need is found."""
PRESSING = {Answer.LOW: 2, Answer.MEDIUM: 5, Answer.HIGH: 3}
WHO_SAID = {Source.SAID: 88, Source.OBSERVED: 6, Source.DAY_TO_DAY: 4, Source.REFERRAL: 2}
PLACES = {Place.OFFICE: 50, Place.SHELTER: 30, Place.HOME: 12, Place.PHONE: 8}
NOTES = {
    Domain.WORK: "Wants to work with her hands and earn her own money before the winter.",
    Domain.LANGUAGE: "Understands more than she says; forms are the hard part.",
    Domain.HOUSING: "The room is small and shared; looks for one of her own.",
    Domain.LEGAL: "Has the appointment; needs somebody who reads the letter with her.",
}
TRADES = {"C": "75", "I": "94", "R": "53", "T": "51", "G": "52", "F": "71"}
"""Sector by NACE, and a group of occupations by ISCO that goes with it."""
CLEANING = "O"
ENOUGH = "Has cleaned long enough."
SKIPPED = 3
"""So many domains are left for another day."""


def ask_first(participant: Participant, chance: Chance, *, on: date, by: Person) -> None:
    """The first talk; what it finds and no goal will answer is led on when the plan is made."""
    left_out = chance.some_of([one for one in Domain if OFTEN[one] < 0.8], SKIPPED)
    said = {
        domain: answered(domain, chance, needed=chance.likely(OFTEN[domain]))
        for domain in Domain
        if domain not in left_out
    }
    talk(participant, said, chance, on=on, by=by)


def ask_again(participant: Participant, chance: Chance, *, on: date, by: Person) -> None:
    """What was open is asked about; two in five are met by now. A few of the others stay unmet for a reason."""
    said = {}
    for need in facts.open_needs_of(participant.pk):
        domain = Domain(need.domain)
        met = chance.likely(0.4)
        said[domain] = answered(domain, chance, needed=not met)._replace(need=need.pk)
    said.setdefault(Domain.SOCIAL, Said(Answer.NONE))
    talk(participant, said, chance, on=on, by=by)
    for need in facts.open_needs_of(participant.pk):
        if chance.likely(0.08):
            settle(
                need, Status.UNMET, on=on, by=by, because=chance.one_of(Because.WAITING, Because.NO_SERVICE)
            )


def wish(participant: Participant, chance: Chance, *, on: date, by: Person) -> str:
    """Two sectors and a trade that somebody would like, and work that they do not want; the sector wished for most."""
    first, second = chance.some_of(list(TRADES), 2)
    for sector in (first, second):
        wanted(participant, Wish.SECTOR, sector, on, by)
    wanted(participant, Wish.PROFESSION, TRADES[first], on, by)
    if chance.likely(0.4):
        wishing.wish(
            participant=participant,
            kind=Wish.SECTOR,
            key=CLEANING,
            wanted=False,
            said_on=on,
            by=by,
            note=ENOUGH,
        )
    return first


def wanted(participant: Participant, kind: Wish, key: str, on: date, by: Person) -> None:
    wishing.wish(participant=participant, kind=kind, key=key, wanted=True, said_on=on, by=by)


def answered(domain: Domain, chance: Chance, *, needed: bool) -> Said:
    if not needed:
        return Said(Answer.NONE)
    note = NOTES.get(domain, "") if chance.likely(0.5) else ""
    return Said(chance.weighted(PRESSING), chance.weighted(WHO_SAID), note)


def talk(participant: Participant, said: dict[Domain, Said], chance: Chance, *, on: date, by: Person) -> None:
    draft = assessing.start(participant=participant, by=by)
    place = chance.weighted(PLACES)
    assessing.about(
        draft=draft, assessed_on=on, place=place, with_interpreter=chance.likely(0.7), note="", by=by
    )
    for domain, one in said.items():
        assessing.tell(draft=draft, domain=domain, said=[one], by=by)
    assessing.finish(draft=draft, by=by)


def settle(need: Need, status: Status, *, on: date, by: Person, because: str = "") -> None:
    settling.settle(need=need, revision=need.revision, status=status, on=on, because=because, by=by)


def pressing(participant: Participant) -> list[Need]:
    """What is open, of high priority first, always in the same order."""
    order = {Priority.HIGH: 0, Priority.MEDIUM: 1, Priority.LOW: 2}
    place = {domain.value: number for number, domain in enumerate(Domain)}
    needs = facts.open_needs_of(participant.pk)
    return sorted(needs, key=lambda need: (order[Priority(need.priority)], place[need.domain]))

"""What is true of rounds, and who may see what. Everything that reads another's judgements passes through here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from django.db.models import Count, Q, QuerySet

from cairn.assessments import facts as assessments
from cairn.frameworks.shape import Framework, Node
from cairn.people.enums import Permission
from cairn.people.facts import may, organisations_where, roles_with
from cairn.people.models import Person
from cairn.rounds.enums import State
from cairn.rounds.models import Consensus, Judgement, Round, Seat

BESIDE = ("practice__organisation", "framework_version", "edition")
"""What every reader of a round needs of its assessment at once."""


class Blind(Exception):  # a rule, not an error: pages say it
    """Nobody may read these judgements yet."""


def visible_to(person: Person) -> QuerySet[Round]:
    """The rounds that this person moderates; others look as if they were not there."""
    return (
        Round.objects.filter(
            assessment__practice__organisation__in=organisations_where(person, Permission.MANAGE_ROUNDS)
        )
        .select_related(*(f"assessment__{name}" for name in BESIDE), "opened_by", "closed_by")
        .defer("assessment__edition__text")
    )


def seats_of(person: Person) -> QuerySet[Seat]:
    """The seats that this person has, the latest invitation first. A seat opens nothing but its own pages."""
    return (
        person.seats.select_related(
            *(f"round__assessment__{name}" for name in BESIDE), "round__opened_by", "invited_by", "person"
        )
        .defer("round__assessment__edition__text")
        .order_by("-invited_at", "-pk")
    )


def moderators_of(round_: Round) -> QuerySet[Person]:
    organisation = round_.assessment.practice.organisation
    return Person.objects.filter(
        memberships__organisation=organisation, memberships__role__in=roles_with(Permission.MANAGE_ROUNDS)
    )


def may_moderate(person: Person, round_: Round) -> bool:
    return may(person, Permission.MANAGE_ROUNDS, round_.assessment.practice.organisation)


def readable(round_: Round) -> bool:
    """Whether the blindness is over: everyone has handed in, or the time for judging was ended."""
    if round_.state != State.OPEN:
        return True
    handed_in = [seat.handed_in_at is not None for seat in round_.seats.all()]
    return bool(handed_in) and all(handed_in)


def framework_of(round_: Round) -> Framework:
    """In the language of whoever is looking. The version is pinned by the assessment and never changes."""
    return assessments.framework_shown(round_.assessment)


def items_of(seat: Seat, framework: Framework) -> dict[str, Node]:
    """What this seat is asked to judge, in reading order."""
    return {
        item.id: item
        for node in framework.nodes
        if not seat.scope or node.id in seat.scope
        for item in node.items
    }


Row = TypeVar("Row", Judgement, Consensus)


def newest(rows: Iterable[Row]) -> dict[str, Row]:
    """The rows that count, by item; of each the highest revision."""
    return {row.item_id: row for row in sorted(rows, key=lambda row: row.revision)}


def own_judgements(seat: Seat) -> dict[str, Judgement]:
    """What the holder of this seat said, for that holder only."""
    return newest(seat.judgements.all())


def judged_by(seat: Seat) -> set[str]:
    """Ids of the items on which this seat has put a level."""
    return {id_ for id_, judgement in own_judgements(seat).items() if judgement.level}


def judgements_handed_in(round_: Round) -> dict[Seat, Mapping[str, Judgement]]:
    """What every seat that was handed in says, by item. For comparing.py, which asks who reads it."""
    seats = list(round_.seats.filter(handed_in_at__isnull=False).select_related("person"))
    rows = Judgement.objects.filter(seat__in=seats).order_by("revision")
    return {seat: newest(row for row in rows if row.seat_id == seat.pk) for seat in seats}


def agreed_in(round_: Round) -> dict[str, Consensus]:
    """What was agreed so far, by item, with who wrote it down."""
    return newest(round_.agreed.select_related("by"))


def undecided_items(round_: Round) -> tuple[Node, ...]:
    """Items on which nothing was agreed, nor left undecided on purpose."""
    agreed = agreed_in(round_)
    return tuple(item for item in framework_of(round_).items if item.id not in agreed)


def waiting_for(round_: Round) -> QuerySet[Seat]:
    """Seats that were not handed in, with who sits there."""
    return round_.seats.filter(handed_in_at=None).select_related("person")


def running_with_deadline() -> QuerySet[Round]:
    """Rounds in which someone may have to be reminded."""
    return Round.objects.filter(~Q(deadline=None), state=State.OPEN).select_related(
        "assessment__practice__organisation", "opened_by"
    )


def with_seats(rounds: QuerySet[Round]) -> QuerySet[Round]:
    """The same rounds with how many were asked, and how many have handed in."""
    return rounds.annotate(
        asked=Count("seats"), handed_in=Count("seats", filter=Q(seats__handed_in_at__isnull=False))
    )

"""Rounds in the states that people bring about, made through the same actions."""

from cairn.rounds.actions import agreeing, judging, opening
from cairn.rounds.enums import Kind, Purpose
from cairn.rounds.models import Round, Seat
from cairn.rounds.saying import Judged
from tests.assessments.factories import an_assessment
from tests.factories import a_person

ALL = ("A1.1", "A1.2", "A2.1", "A2.2", "B1.1")


def a_round(organisation, by, framework=None, **more) -> Round:
    assessment = more.pop("assessment", None) or an_assessment(organisation, by, framework)
    return opening.open_round(
        assessment=assessment,
        **{"purpose": Purpose.SELF, "deadline": None, "instructions": "", "by": by} | more,
    )


def a_seat(round_, by, name="Ada", person=None, **more) -> Seat:
    person = person or a_person(name)
    seat, _password = opening.invite(
        round_=round_,
        by=by,
        **{"email": person.email, "name": "", "kind": Kind.EXTERNAL, "scope": []} | more,
    )
    return seat


def judge(seat, *, reason="", confidence=None, **levels):
    """Levels by item id, with underscores for dots: judge(seat, A1_1="met")."""
    now = {row.item_id: row.revision for row in seat.judgements.order_by("revision")}
    said = [
        Judged(item_id, now.get(item_id, 0), level, reason, confidence)
        for item_id, level in ((name.replace("_", "."), level) for name, level in levels.items())
    ]
    return judging.judge(seat=seat, said=said)


def handed_in(round_, by, name, **levels) -> Seat:
    seat = a_seat(round_, by, name)
    judge(seat, **levels)
    return judging.hand_in(seat=seat)


def agreeing_on(organisation, by, **seats) -> Round:
    """A round whose judging was ended, with one seat per name: agreeing_on(o, by, Ada={"A1_1": "met"}, Bo={…})."""
    round_ = a_round(organisation, by)
    for name, levels in seats.items():
        handed_in(round_, by, name, **levels)
    return agreeing.begin_agreeing(round_=round_, by=by)


def a_closed_round(assessment, by, **levels) -> Seat:
    """The one who opened it sits there alone, and leaves the rest undecided."""
    round_ = a_round(None, by, assessment=assessment)
    seat = a_seat(round_, by, person=by)
    judge(seat, **levels)
    judging.hand_in(seat=seat)
    agreeing.begin_agreeing(round_=round_, by=by)
    agreeing.close(round_=round_, rest_undecided_because="Nobody else judged.", by=by)
    return seat

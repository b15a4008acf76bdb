"""Open a round, ask people to judge, and remind them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cairn.notices.actions import tell
from cairn.people.actions import NameMissing, add_person
from cairn.people.models import Person
from cairn.rounds import facts
from cairn.rounds.enums import Kind, Purpose, State
from cairn.rounds.models import Round, Seat

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment

GIVEN = ["assessment", "opened_by", "readable_since", "closed_by", "closed_at"]
"""What no person types."""


@transaction.atomic
def open_round(
    *,
    assessment: Assessment,
    purpose: Purpose,
    deadline: date | None,
    instructions: str,
    by: Person,
    shows_evidence: bool = True,
) -> Round:
    """Begin judging an assessment together.

    Raises ValidationError where the assessment is published, another round of it is running, or the day has passed.
    """
    if assessment.stands.closed:
        raise ValidationError(
            _(
                "This assessment was published, so it stays as it is. Begin the next one, and judge that together."
            )
        )
    if assessment.rounds.exclude(state=State.CLOSED).exists():
        raise ValidationError(_("A round of this assessment is running already. Close it first."))
    _not_past(deadline)
    round_ = Round(
        assessment=assessment,
        purpose=purpose,
        shows_evidence=shows_evidence,
        deadline=deadline,
        instructions=instructions.strip(),
        opened_by=by,
    )
    round_.clean_fields(exclude=GIVEN)
    round_.save()
    return round_


def _not_past(deadline: date | None) -> None:
    if deadline is not None and deadline < timezone.localdate():
        raise ValidationError({"deadline": _("This day has passed.")})


@transaction.atomic
def revise(*, round_: Round, deadline: date | None, instructions: str) -> Round:
    """Other words for the assessors, or another last day. Raises ValidationError once judging is over."""
    _still_open(round_)
    if deadline != round_.deadline:
        _not_past(deadline)
    round_.deadline, round_.instructions = deadline, instructions.strip()
    round_.clean_fields(exclude=GIVEN)
    round_.save(update_fields=["deadline", "instructions"])
    return round_


def _still_open(round_: Round) -> None:
    """Whoever writes to a round takes turns here. Raises ValidationError where judging is over."""
    if Round.objects.select_for_update().get(pk=round_.pk).state != State.OPEN:
        raise ValidationError(_("The time for judging is over in this round."))


@transaction.atomic
def invite(
    *, round_: Round, email: str, name: str, kind: Kind, scope: Sequence[str], by: Person
) -> tuple[Seat, str | None]:
    """Ask someone to judge. Who has no account yet gets one, without any role, and a first password to pass on.

    Raises NameMissing for a new person without a name, and ValidationError where the person cannot judge
    independently any more, has a seat already or cannot sign in, and where a criterion is not the framework's.
    """
    _still_open(round_)
    strange = set(scope) - {node.id for node in facts.framework_of(round_).nodes}
    if strange:
        raise ValidationError({"scope": _("The framework has no such criterion.")})
    person = Person.objects.filter(email__iexact=email).first()
    if person is not None:
        _can_judge(round_, person)
    password = None
    if person is None:
        if not name.strip():
            raise NameMissing
        password = secrets.token_urlsafe(12)
        person = add_person(email=email, name=name, password=password)
    seat = Seat.objects.create(round=round_, person=person, kind=kind, scope=list(scope), invited_by=by)
    tell(
        people=[person],
        message=gettext_noop("%(name)s asks you to judge “%(practice)s”."),
        parameters={"name": by.name, "practice": round_.assessment.practice.title},
        address=reverse("seat", args=[seat.pk]),
        by=by,
    )
    return seat, password


def _can_judge(round_: Round, person: Person) -> None:
    problem = None
    if not person.is_active:
        problem = _("This person cannot sign in any more.")
    elif round_.seats.filter(person=person).exists():
        problem = _("This person has been asked already.")
    elif round_.readable_since is not None and facts.may_moderate(person, round_):
        problem = _(
            "This person could read the others' judgements already, so their own would not be independent."
        )
    if problem:
        raise ValidationError({"email": problem})


@transaction.atomic
def remind(*, round_: Round, by: Person | None) -> list[Seat]:
    """Tell those who have not handed in, each at most once a day; None is the clock. Those told are returned."""
    today = timezone.localdate()
    if Round.objects.select_for_update().get(pk=round_.pk).state != State.OPEN:
        return []
    late = [seat for seat in facts.waiting_for(round_) if seat.reminded_on != today]
    for seat in late:
        seat.reminded_on = today
        tell(
            people=[seat.person],
            message=gettext_noop("Your judgements of “%(practice)s” are waited for (last day: %(day)s).")
            if round_.deadline
            else gettext_noop("Your judgements of “%(practice)s” are waited for."),
            parameters={"practice": round_.assessment.practice.title, "day": str(round_.deadline or "")},
            address=reverse("seat", args=[seat.pk]),
            by=by or Person(),  # nobody: so that whoever opened the round is told as well
        )
    Seat.objects.bulk_update(late, ["reminded_on"])
    return late

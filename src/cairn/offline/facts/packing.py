"""What a device takes along to work without a network: what this person may record in these days, and the words for it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cairn.activities.enums import AbsenceReason, Presence, State
from cairn.activities.facts import offering, sheets
from cairn.needs import facts as needs
from cairn.needs.enums import Answer, Domain, Place, Source
from cairn.participants import facts as participants
from cairn.people.enums import Permission

if TYPE_CHECKING:
    from django.db.models import QuerySet, TextChoices

    from cairn.activities.models import Session
    from cairn.participants.models import Participant
    from cairn.people.models import Person

DAYS = 3
"""Sessions of so many days back and ahead."""


def sessions_of(person: Person, today: date) -> QuerySet[Session]:
    """Those around today whose sheet this person may fill in; what was cancelled has no sheet."""
    days = (today - timedelta(days=DAYS), today + timedelta(days=DAYS))
    mine = offering.sessions_visible_to(person, Permission.RECORD_SESSIONS)
    return (
        mine.filter(planned_on__range=days).exclude(state=State.CANCELLED).prefetch_related("staff__person")
    )


def people_of(person: Person) -> QuerySet[Participant]:
    """Whose needs this person may ask about: those who are assigned to them and have not left."""
    return participants.assigned_to(person).filter(ended_on=None).order_by("code")


def pack_of(person: Person) -> dict[str, Any]:
    """As JSON: who it is for, their sessions with codes, their participants with open needs, choices with their words."""
    return {
        "person": person.pk,
        "name": person.name,
        "made": formats.date_format(timezone.localtime(), "DATETIME_FORMAT"),
        "language": get_language(),
        "sessions": [_session(one) for one in sessions_of(person, timezone.localdate())],
        "people": [_participant(one) for one in people_of(person)],
        "choices": {
            "presence": _choices(Presence),
            "reason": _choices(AbsenceReason),
            "there": [["yes", _("Was there")], ["no", _("Was not there")], ["", _("Not known")]],
            "domain": _choices(Domain),
            "answer": _choices(Answer),
            "source": _choices(Source),
            "place": [*_choices(Place), ["", _("Not recorded")]],
        },
    }


def _choices(choices: type[TextChoices]) -> list[list[str]]:
    return [[str(value), str(label)] for value, label in choices.choices]


def _session(session: Session) -> dict[str, Any]:
    stands = {row.participant_id: row for row in session.attendance.all()}
    return {
        "id": session.pk,
        "title": session.activity.title,
        "practice": session.activity.practice.title,
        "on": session.planned_on.isoformat(),
        "day": formats.date_format(session.planned_on, "DATE_FORMAT"),
        "time": f"{session.starts_at:%H:%M}" if session.starts_at else "",
        "hours": None if session.hours is None else str(session.hours),
        "revision": session.sheet_revision,
        "page": reverse("sheet", args=[session.pk]),
        "people": [
            {
                "id": str(one.pk),
                "code": one.code,
                "said": [row.state, row.reason, row.left_early]
                if (row := stands.get(one.pk))
                else [Presence.UNKNOWN, "", False],
            }
            for one in sheets.on_sheet(session)
        ],
        "staff": [
            {
                "id": one.pk,
                "label": _("%(who)s: %(role)s")
                % {"who": one.person or one.code, "role": one.get_role_display()},
                "there": {None: "", True: "yes", False: "no"}[one.present],
            }
            for one in session.staff.all()
        ],
    }


def _participant(participant: Participant) -> dict[str, Any]:
    """Notes stay on the server: what was said in former talks does not travel."""
    return {
        "id": str(participant.pk),
        "code": participant.code,
        "practice": participant.practice.title,
        "page": reverse("needs", args=[participant.pk]),
        "needs": [
            {
                "id": str(need.pk),
                "domain": need.domain,
                "words": _("%(priority)s, found on %(day)s")
                % {"priority": need.get_priority_display(), "day": formats.date_format(need.found_on)},
            }
            for need in needs.open_needs_of(participant.pk)
        ],
    }

"""What took place, for figures: sessions that were held, and who was there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from cairn.activities.enums import LeavingReason, Needed, Presence, StaffRole, State, Support
from cairn.activities.models import Attendance, Enrolment, Session, SessionStaff
from cairn.participants.counting import Share

if TYPE_CHECKING:
    from uuid import UUID


def held(practice_id: int, since: date, until: date) -> QuerySet[Session]:
    """Between two days, both included."""
    return Session.objects.filter(
        activity__practice=practice_id, planned_on__range=(since, until), state=State.HELD
    )


class Once(NamedTuple):
    """One session that was held, as figures read it."""

    planned_on: date
    settled_at: datetime | None
    hours: Decimal | None
    adaptations: list[str] | None
    participation: str
    feedback_opened_at: datetime | None
    kind: str
    topic: str


def sessions(practice_id: int, since: date, until: date) -> list[Once]:
    """Between two days, both included, in the order of time."""
    own = [name for name in Once._fields if name not in {"kind", "topic"}]
    rows = held(practice_id, since, until).values_list(*own, "activity__kind", "activity__topic")
    return [Once(*row) for row in rows]


def present(practice_id: int, since: date, until: date) -> QuerySet[Attendance, UUID]:
    """The participants who came to at least one of them; once for each time, so callers tell them apart."""
    there = Attendance.objects.filter(session__in=held(practice_id, since, until), state=Presence.PRESENT)
    return there.order_by().values_list("participant", flat=True)


def with_mediator(practice_id: int, since: date, until: date) -> Share:
    """Of those that needed a mediator, in how many one was present. Where nobody said who was there, none was."""
    needing = held(practice_id, since, until).filter(mediator_needed=Needed.YES)
    there = SessionStaff.objects.filter(session=OuterRef("pk"), role=StaffRole.MEDIATOR, present=True)
    counted = needing.aggregate(part=Count("pk", filter=Exists(there)), whole=Count("pk"))
    return Share(counted["part"], counted["whole"])


def first_present(practice_id: int, until: date) -> dict[UUID, date]:
    """Per participant who ever came, the first day: to be held against what had to be done before."""
    there = Attendance.objects.filter(
        session__in=held(practice_id, date.min, until), state=Presence.PRESENT
    ).order_by()
    return dict(
        there.values("participant").annotate(day=Min("session__planned_on")).values_list("participant", "day")
    )


@dataclass(slots=True)
class Attended:
    """How one person took part in what was held: counts, for figures on groups."""

    came: int = 0
    known: int = 0
    """Each time that the person is known to have come or not."""
    dropped: bool = False
    """Left an activity before it was over and not for something that it was meant to lead to."""

    @property
    def regular(self) -> bool:
        """Came at least every second time."""
        return self.came * 2 >= self.known > 0


def by_person(practice_id: int, since: date, until: date) -> dict[UUID, Attended]:
    """Between two days, both included, everyone who is on a sheet or left an activity."""
    found: dict[UUID, Attended] = {}
    rows = Attendance.objects.filter(session__in=held(practice_id, since, until)).exclude(
        state=Presence.UNKNOWN
    )
    counted = rows.order_by().values_list("participant").annotate(
        came=Count("pk", filter=Q(state=Presence.PRESENT)), known=Count("pk")
    )  # fmt: skip
    for participant, came, known in counted:
        found[participant] = Attended(came, known)
    left = Enrolment.objects.filter(activity__practice=practice_id, until__range=(since, until))
    for participant, reason in left.order_by().values_list("participant", "left_because"):
        found.setdefault(participant, Attended()).dropped |= LeavingReason(reason).drop_out
    return found


def with_childcare(practice_id: int, since: date, until: date) -> Share:
    """Of the sessions with somebody on the sheet who needs childcare to take part, in how many it was given."""
    needing = held(practice_id, since, until).filter(
        Exists(Attendance.objects.filter(session=OuterRef("pk"), participant__childcare="yes"))
    )
    given = list(needing.values_list("support", flat=True))
    return Share(sum(Support.CHILDCARE in (one or ()) for one in given), len(given))


def came_to(sessions: QuerySet[Session]) -> set[UUID]:
    """The participants who were present at one of these sessions at least."""
    there = Attendance.objects.filter(session__in=sessions, state=Presence.PRESENT).order_by()
    return set(there.values_list("participant", flat=True).distinct())


def with_locals(practice_id: int, since: date, until: date) -> Share:
    """Of the activities with a session held, in how many a volunteer or local person had a role."""
    sessions = held(practice_id, since, until).order_by()
    helped = SessionStaff.objects.filter(session__in=sessions, role=StaffRole.VOLUNTEER).exclude(
        present=False
    )
    with_help = helped.order_by().values("session__activity").distinct()
    return Share(with_help.count(), sessions.values("activity").distinct().count())

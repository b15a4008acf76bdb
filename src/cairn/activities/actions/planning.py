"""Activities and their sessions are planned, changed, held and cancelled. Access is the caller's to check."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.activities.actions.writing import (
    SESSION_FIELDS,
    Staffing,
    check_days,
    keep,
    plain,
    plain_staff,
    put_staff,
    said_of,
    set_fields,
)
from cairn.activities.enums import CancelReason, Presence, State
from cairn.activities.models import Activity, Session
from cairn.common.conflict import to_write
from cairn.people.models import Person
from cairn.practices.models import Practice

WEEK = timedelta(days=7)
MOST = 60
"""Most sessions planned in one go: a weekly course of more than a year is better planned in two."""


@transaction.atomic
def begin(*, practice: Practice, by: Person, **fields: Any) -> Activity:
    """A new activity; title, kind and topic are required. Raises ValidationError that names each fault."""
    activity = Activity(practice=practice)
    _write_activity(activity, {}, fields, by)
    return activity


@transaction.atomic
def revise(*, activity: Activity, revision: int, by: Person, **fields: Any) -> Activity:
    """Change what is named. `revision` is the one the person had before their eyes.

    Raises Conflict, and writes nothing, where someone changed one of these fields since to something else.
    """
    current = Activity.objects.select_for_update(of=("self",)).select_related("practice").get(pk=activity.pk)
    stands = said_of(current)
    said = {name: plain(value) for name, value in fields.items()}
    if wanted := to_write(current, revision, said, stands):
        current.revision += 1
        _write_activity(current, stands, {name: fields[name] for name in wanted}, by)
    return current


def _write_activity(activity: Activity, stands: dict[str, Any], fields: dict[str, Any], by: Person) -> None:
    set_fields(activity, fields)
    activity.full_clean()
    start = activity.practice.starts_on
    if activity.starts_on and start and activity.starts_on < start:
        raise ValidationError({"starts_on": _("The practice had not begun on that day.")})
    activity.save()
    keep(activity, stands, by)


@transaction.atomic
def plan(
    *,
    activity: Activity,
    planned_on: date,
    by: Person,
    staff: Iterable[Staffing] = (),
    times: int = 1,
    **fields: Any,
) -> list[Session]:
    """A session, or `times` of them a week apart, alike but for the day; `planned_on` is the first.

    Hours follow from the times of day where they are not given. All or none: raises ValidationError where one of the days is
    outside the practice or the activity.
    """
    if not 1 <= times <= MOST:
        raise ValidationError({"times": _("Between 1 and %(most)s sessions in one go.") % {"most": MOST}})
    people = list(staff)
    days = [planned_on + number * WEEK for number in range(times)]
    check_days(activity, days)
    return [_planned(activity, fields | {"planned_on": day}, people, by) for day in days]


def _planned(activity: Activity, fields: dict[str, Any], staff: list[Staffing], by: Person) -> Session:
    session = Session(activity=activity)
    set_fields(session, fields)
    fill_hours(session)
    session.full_clean()
    session.save()
    put_staff(session, staff)
    keep(session, {}, by)
    return session


def fill_hours(session: Session) -> None:
    """Hours follow from the times of day where they are not given."""
    if session.hours is None and session.starts_at and session.ends_at:
        day = date(2000, 1, 1)
        lasts = datetime.combine(day, session.ends_at) - datetime.combine(day, session.starts_at)
        session.hours = Decimal(lasts.total_seconds() / 3600).quantize(Decimal("0.01"))


@transaction.atomic
def repeat(*, session: Session, times: int, by: Person) -> list[Session]:
    """`times` more sessions like this one, in the weeks that follow. Raises as `plan` does."""
    said = {name: getattr(session, name) for name in SESSION_FIELDS}
    staff = [Staffing(one.person, one.code, one.role) for one in session.staff.select_related("person")]
    first = said.pop("planned_on") + WEEK
    return plan(activity=session.activity, planned_on=first, by=by, staff=staff, times=times, **said)


@transaction.atomic
def revise_session(
    *, session: Session, revision: int, by: Person, staff: Iterable[Staffing] | None = None, **fields: Any
) -> Session:
    """Change what is named of a session, and who is to be there. Raises Conflict and ValidationError as `revise` does."""
    current = _locked(session)
    stands = said_of(current)
    said = {name: plain(value) for name, value in fields.items()}
    people = list(staff) if staff is not None else []
    if staff is not None:
        said["staff"] = plain_staff(people)
    if wanted := to_write(current, revision, said, stands):
        current.revision += 1
        set_fields(current, {name: fields[name] for name in wanted if name != "staff"})
        fill_hours(current)
        check_days(current.activity, [current.planned_on])
        _fits(current)
        current.full_clean()
        current.save()
        if "staff" in wanted:
            put_staff(current, people)
        keep(current, stands, by)
    return current


def _fits(session: Session) -> None:
    """What was recorded already must stay true."""
    present = session.attendance.filter(state=Presence.PRESENT).count()
    if session.capacity is not None and present > session.capacity:
        raise ValidationError(
            {
                "capacity": _("%(present)s people were recorded as present already.") % {"present": present},
            }
        )
    if session.state == State.HELD and session.planned_on > timezone.localdate():
        raise ValidationError({"planned_on": _("It was held already, so its day cannot lie ahead.")})


@transaction.atomic
def hold(*, session: Session, by: Person, hours: Decimal | None = None) -> Session:
    """It took place. Raises ValidationError where its day lies ahead or it was cancelled."""
    current = _locked(session)
    if current.state == State.CANCELLED:
        raise ValidationError(
            _("This session was cancelled. If it took place after all, plan it again first.")
        )
    if current.planned_on > timezone.localdate():
        raise ValidationError(
            _("This session is planned for %(day)s, which lies ahead. Correct its day first.")
            % {"day": current.planned_on}
        )
    if hours is not None and hours != current.hours:
        current = revise_session(session=current, revision=current.revision, by=by, hours=hours)
    if current.state != State.HELD:
        _turn(current, State.HELD, by)
    return current


@transaction.atomic
def cancel(*, session: Session, reason: str, by: Person) -> Session:
    """It does not take place. Raises ValidationError without a reason, or where somebody was recorded as present."""
    current = _locked(session)
    if reason not in CancelReason:
        raise ValidationError({"reason": _("Say why it is cancelled.")})
    if current.attendance.filter(state=Presence.PRESENT).exists():
        raise ValidationError(
            _("People were recorded as present, so it took place. Correct the attendance first.")
        )
    _turn(current, State.CANCELLED, by, reason)
    return current


@transaction.atomic
def plan_again(*, session: Session, by: Person) -> Session:
    """A session that was cancelled stands as planned again. Nothing happens to one that was not."""
    current = _locked(session)
    if current.state == State.CANCELLED:
        _turn(current, State.PLANNED, by)
    return current


def _turn(session: Session, state: State, by: Person, reason: str = "") -> None:
    stood = said_of(session)
    session.state, session.cancelled_because, session.revision = state, reason, session.revision + 1
    session.settled_at = None if state == State.PLANNED else timezone.now()
    session.save(update_fields=["state", "cancelled_because", "settled_at", "revision"])
    keep(session, stood, by)


@transaction.atomic
def feedback_opened(*, session: Session, at: datetime) -> None:
    """Participants can now say what they think of it; the first time counts."""
    Session.objects.filter(pk=session.pk, feedback_opened_at__isnull=True).update(feedback_opened_at=at)


def _locked(session: Session) -> Session:
    return (
        Session.objects.select_for_update(of=("self",))
        .select_related("activity__practice")
        .get(pk=session.pk)
    )

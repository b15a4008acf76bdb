"""How a change of an activity or a session is written: checked, kept in the history, never over somebody else's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cairn.activities.models import Activity, ActivityChange, Session, SessionChange, SessionStaff
from cairn.people.models import Person

ACTIVITY_FIELDS = (
    "title", "kind", "topic", "aim", "inclusion", "domains", "gap", "starts_on", "ends_on",
)  # fmt: skip
SESSION_FIELDS = (
    "planned_on", "starts_at", "ends_at", "hours", "place", "capacity", "languages", "mediator_needed", "adaptations",
    "support", "participation",
)  # fmt: skip


class Staffing(NamedTuple):
    """Somebody in one role: one of the team, or someone by a code."""

    person: Person | None
    code: str
    role: str
    """A value of enums.StaffRole."""


def plain(value: Any) -> Any:
    """A value as the history keeps it."""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return value


def said_of(thing: Activity | Session) -> dict[str, Any]:
    """Everything that people can change, as the history keeps it."""
    names = ACTIVITY_FIELDS if isinstance(thing, Activity) else SESSION_FIELDS
    said = {name: plain(getattr(thing, name)) for name in names}
    if isinstance(thing, Session):
        said |= {"state": thing.state, "cancelled_because": thing.cancelled_because}
        said["staff"] = plain_staff(
            Staffing(one.person, one.code, one.role) for one in thing.staff.select_related("person")
        )
    return said


def plain_staff(staff: Iterable[Staffing]) -> list[list[Any]]:
    """In an order of its own, so that the same people in another order are no change."""
    return sorted([one.person.name if one.person else "", one.code, one.role] for one in staff)


def set_fields(thing: Activity | Session, fields: dict[str, Any]) -> None:
    names = ACTIVITY_FIELDS if isinstance(thing, Activity) else SESSION_FIELDS
    for name, value in fields.items():
        if name not in names:
            raise TypeError(f"There is no field {name} that people can change.")
        setattr(thing, name, value)


def keep(thing: Activity | Session, stood: dict[str, Any], by: Person) -> None:
    """Add to the history what now stands otherwise."""
    now = said_of(thing)
    after = {name: value for name, value in now.items() if name not in stood or stood[name] != value}
    before = {name: stood[name] for name in after if name in stood}
    said = {"revision": thing.revision, "before": before, "after": after, "by": by}
    if isinstance(thing, Activity):
        ActivityChange.objects.create(activity=thing, **said)
    else:
        SessionChange.objects.create(session=thing, **said)


def check_days(activity: Activity, days: Iterable[date], field: str = "planned_on") -> None:
    """Raises ValidationError that names the first day outside the practice or the activity, and what to do."""
    practice = activity.practice
    for day in days:
        if practice.starts_on and day < practice.starts_on:
            fault = _("%(day)s is before the practice began, on %(start)s. Correct the day.")
        elif practice.ends_on and day > practice.ends_on:
            fault = _(
                "%(day)s is after the practice ends, on %(end)s. Plan fewer sessions or correct the day."
            )
        elif activity.starts_on and day < activity.starts_on:
            fault = _("%(day)s is before the activity starts, on %(from)s. Correct one of the two.")
        elif activity.ends_on and day > activity.ends_on:
            fault = _("%(day)s is after the activity ends, on %(to)s. Correct one of the two.")
        else:
            continue
        named = {"day": day, "start": practice.starts_on, "end": practice.ends_on}
        named |= {"from": activity.starts_on, "to": activity.ends_on}
        raise ValidationError({field: fault % named})


def put_staff(session: Session, staff: Iterable[Staffing]) -> None:
    """Exactly these; who was noted as present stays so. Raises ValidationError for the same one twice in a role."""
    wanted = list(staff)
    if len({(one.person and one.person.pk, one.code, one.role) for one in wanted}) < len(wanted):
        raise ValidationError(_("Somebody is named twice in the same role. Name everyone once."))
    standing = {(one.person_id, one.code, one.role): one for one in session.staff.all()}
    for one in wanted:
        key = (one.person.pk if one.person else None, one.code, one.role)
        if not standing.pop(key, None):
            row = SessionStaff(session=session, person=one.person, code=one.code, role=one.role)
            row.full_clean()
            row.save()
    SessionStaff.objects.filter(pk__in=[gone.pk for gone in standing.values()]).delete()

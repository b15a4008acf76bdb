"""Who came: one sheet for everyone, saved in one go."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.activities.actions import enrolling, planning
from cairn.activities.enums import AbsenceReason, Presence
from cairn.activities.facts.sheets import on_sheet
from cairn.activities.models import Attendance, AttendanceChange, Session, SessionStaff
from cairn.common.conflict import to_write
from cairn.people.models import Person
from cairn.trail.actions import note_each
from cairn.trail.enums import Deed


class Full(ValidationError):
    """More people are present than there are places. `present` says how many."""

    def __init__(self, session: Session, present: int) -> None:
        super().__init__(
            ngettext(
                "%(present)s people are marked as present, but there is %(capacity)s place.",
                "%(present)s people are marked as present, but there are %(capacity)s places.",
                session.capacity or 0,
            )
            % {"present": present, "capacity": session.capacity}
        )
        self.present = present


class Said(NamedTuple):
    """What is said of one person on the sheet."""

    state: str = Presence.UNKNOWN
    reason: str = ""
    left_early: bool = False

    @property
    def settled(self) -> Said:
        """Without what does not go with the state: who came has no reason, who did not come cannot have left."""
        away = self.state in {Presence.ABSENT, Presence.EXCUSED}
        return Said(
            self.state, self.reason if away else "", self.left_early and self.state == Presence.PRESENT
        )


class Change(NamedTuple):
    """One line of the history as common/conflict.py reads it."""

    before: dict[str, Any]


class Changes:
    """The history of all lines of a sheet."""

    def __init__(self, rows: QuerySet[AttendanceChange]) -> None:
        self.rows = rows

    def filter(self, **wanted: Any) -> Changes:
        return Changes(self.rows.filter(**wanted))

    def order_by(self, *names: str) -> list[Change]:
        return [
            Change({str(row.attendance.participant_id): row.before})
            for row in self.rows.order_by(*names).select_related("attendance")
        ]


class Sheet:
    """What stands for each participant, as common/conflict.py asks for it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.rows = {str(row.participant_id): row for row in session.attendance.all()}

    @property
    def changes(self) -> Changes:
        return Changes(AttendanceChange.objects.filter(attendance__session=self.session))

    def stands(self, participant: str) -> list[Any]:
        row = self.rows.get(participant)
        return list(Said(row.state, row.reason, row.left_early) if row else Said())


@transaction.atomic
def record(
    *,
    session: Session,
    revision: int,
    said: Mapping[UUID, Said],
    by: Person,
    capacity: int | None = None,
    hours: Decimal | None = None,
    staff: Mapping[int, bool | None] | None = None,
    newcomers: Collection[UUID] = (),
) -> Session:
    """Save the sheet, all of it or nothing, and with it that the session was held.

    `revision` is the sheet's that the person had before their eyes; `staff` says by id of SessionStaff who was there; `capacity`
    raises the places first; `newcomers` came without being enrolled: from that day on they are. Raises Conflict where someone
    else said otherwise of the same participant since, Full where more are present than there are places, and ValidationError
    for somebody who is not on the sheet or a day that lies ahead.

    The trail gets one entry for the sheet and one for each person whose line was written, so that a person's own trail is whole;
    all of them in one statement. Lines that stayed as they were leave none.
    """
    current = planning.hold(session=session, by=by, hours=hours)
    if capacity is not None and capacity != current.capacity:
        current = planning.revise_session(
            session=current, revision=current.revision, by=by, capacity=capacity
        )
    said = _with_newcomers(current, said, newcomers, by) if newcomers else said
    sheet = Sheet(current)
    settled = _checked(current, said)
    stands = {key: sheet.stands(key) for key in settled}
    wanted = to_write(sheet, revision, settled, stands)
    _check_places(current, sheet, {key: settled[key] for key in wanted})
    if wanted:
        current.sheet_revision += 1
        _write(current, sheet, {key: settled[key] for key in wanted}, by)
        current.save(update_fields=["sheet_revision"])
    for pk, present in (staff or {}).items():
        SessionStaff.objects.filter(session=current, pk=pk).update(present=present)
    things = [current.thing, *(f"participant:{key}" for key in wanted)]
    note_each(by=by, deed=Deed.CHANGED, things=things, practice=current.activity.practice_id)
    return current


def _with_newcomers(
    session: Session, said: Mapping[UUID, Said], newcomers: Collection[UUID], by: Person
) -> dict[UUID, Said]:
    """Present, unless something else is said of them on the sheet."""
    enrolling.enrol(activity=session.activity, people=newcomers, since=session.planned_on, by=by)
    unsaid = [pk for pk in newcomers if said.get(pk, Said()).state == Presence.UNKNOWN]
    return {**said, **{pk: Said(Presence.PRESENT) for pk in unsaid}}


def _checked(session: Session, said: Mapping[UUID, Said]) -> dict[str, list[Any]]:
    known = set(on_sheet(session).values_list("pk", flat=True))
    if set(said) - known:
        raise ValidationError(
            _("Somebody here does not take part in this activity. Enrol them first, by their code.")
        )
    for one in said.values():
        if one.state not in Presence or one.reason not in AbsenceReason:
            raise ValidationError(_("Something here is not on the list."))
    return {str(pk): list(one.settled) for pk, one in said.items()}


def _check_places(session: Session, sheet: Sheet, wanted: Mapping[str, list[Any]]) -> None:
    states = {key: row.state for key, row in sheet.rows.items()} | {
        key: said[0] for key, said in wanted.items()
    }
    present = list(states.values()).count(Presence.PRESENT)
    if session.capacity is not None and present > session.capacity:
        raise Full(session, present)


def _write(session: Session, sheet: Sheet, wanted: Mapping[str, list[Any]], by: Person) -> None:
    """Three statements, however many people came."""
    new = [Attendance(session=session, participant_id=UUID(key)) for key in wanted if key not in sheet.rows]
    rows = {str(row.participant_id): row for row in Attendance.objects.bulk_create(new)} | sheet.rows
    changes = []
    for key, said in wanted.items():
        before, row = sheet.stands(key), rows[key]
        row.state, row.reason, row.left_early = said
        changes.append(
            AttendanceChange(
                attendance=row, revision=session.sheet_revision, before=before, after=list(said), by=by
            )
        )
    Attendance.objects.bulk_update([rows[key] for key in wanted], ["state", "reason", "left_early"])
    AttendanceChange.objects.bulk_create(changes)

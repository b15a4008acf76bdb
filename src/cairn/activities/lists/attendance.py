"""Who came, as a sheet: a code, a session by its activity and day, and whether the person was there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.activities.enums import AbsenceReason, Presence, State
from cairn.activities.lists.reading import Titles, Wrong, once
from cairn.activities.lists.sessions import Days
from cairn.activities.models import Attendance, Session
from cairn.participants import facts as participants
from cairn.participants.codes import read_code
from cairn.sheets import shape as sheets

if TYPE_CHECKING:
    from datetime import date

    from cairn.people.models import Person
    from cairn.practices.models import Practice

KNOWN = [each for each in Presence.choices if each[0] != Presence.UNKNOWN]
COLUMNS = (
    sheets.Column("code", gettext_lazy("Code"), required=True),
    sheets.Column("activity", gettext_lazy("Activity"), required=True),
    sheets.Column("day", gettext_lazy("Day"), sheets.Kind.DATE, required=True),
    sheets.Column("state", gettext_lazy("Presence"), sheets.Kind.CHOICE, required=True, choices=KNOWN),
    sheets.Column(
        "reason",
        gettext_lazy("Reason"),
        sheets.Kind.CHOICE,
        choices=[each for each in AbsenceReason.choices if each[0]],
    ),
    sheets.Column("left_early", gettext_lazy("Left early"), sheets.Kind.YES_NO),
)


def rows(practice: Practice, _person: Person) -> Iterator[Mapping[str, sheets.Value]]:
    found = Attendance.objects.filter(session__activity__practice=practice, participant__erased_on=None)
    found = found.exclude(state=Presence.UNKNOWN).order_by(
        "session__planned_on", "session", "participant__code"
    )
    names = (
        "participant__code",
        "session__activity__title",
        "session__planned_on",
        "state",
        "reason",
        "left_early",
    )
    for code, activity, day, state, reason, left_early in found.values_list(*names).iterator():
        yield {
            "code": code,
            "activity": activity,
            "day": day,
            "state": state,
            "reason": reason or None,
            "left_early": left_early or None,
        }


class One(NamedTuple):
    pk: UUID
    since: date


class Known:
    """Everything that rows are held against, in four queries, however many rows there are."""

    def __init__(self, practice: Practice) -> None:
        people = participants.of_practice(practice.pk).filter(erased_on=None)
        self.people = {
            code: One(pk, since) for code, pk, since in people.values_list("code", "pk", "enrolled_on")
        }
        self.titles, self.days = Titles(practice), Days(practice)
        stands = Attendance.objects.filter(session__activity__practice=practice)
        names = ("session", "participant", "state", "reason", "left_early")
        self.stands: dict[tuple[int, UUID], tuple[Any, ...]] = {
            (session, participant): tuple(said) for session, participant, *said in stands.values_list(*names)
        }
        self.present = Counter(
            session for (session, _participant), said in self.stands.items() if said[0] == Presence.PRESENT
        )

    def session(self, values: Mapping[str, sheets.Value]) -> Session:
        activity = self.titles.called(values["activity"])
        found = self.days.on(activity, values["day"])
        named = {"title": activity.title, "day": values["day"]}
        if not found:
            raise Wrong("day", _("There is no session of “%(title)s” on %(day)s. Plan it first.") % named)
        if len(found) > 1:
            raise Wrong(
                "day", _("“%(title)s” had more than one session on %(day)s. Fill in their sheets.") % named
            )
        if found[0].state != State.HELD:
            raise Wrong(
                "day", _("The session of “%(title)s” on %(day)s is not said to have been held.") % named
            )
        return found[0]

    def person(self, values: Mapping[str, sheets.Value], day: date) -> UUID:
        code = read_code(str(values["code"]))
        if code is None:
            raise Wrong("code", _("There must be a slip in this code: %(code)s.") % {"code": values["code"]})
        if code not in self.people:
            raise Wrong("code", _("Nobody in this practice has this code: %(code)s.") % {"code": code})
        if day < self.people[code].since:
            raise Wrong(
                "day", _("This person takes part only since %(day)s.") % {"day": self.people[code].since}
            )
        return self.people[code].pk


def judge(practice: Practice, _person: Person, found: Sequence[sheets.Row]) -> sheets.Judged:
    judged, known = sheets.Judged(), Known(practice)
    seen: set[tuple[int, UUID]] = set()
    for row in found:
        try:
            new = _judged(row.values, known, seen)
        except Wrong as fault:
            judged.faults.append(sheets.Fault(row.number, fault.column, str(fault)))
        else:
            if new is None:
                judged.unchanged += 1
            else:
                judged.changes.append(sheets.Change(row.number, new))
    return judged


def _judged(
    values: Mapping[str, sheets.Value], known: Known, seen: set[tuple[int, UUID]]
) -> Attendance | None:
    """A new line; None where it is there already, just so."""
    session = known.session(values)
    key = (session.pk, known.person(values, session.planned_on))
    said = _said(values)
    once(key, seen, "code")
    if key in known.stands:
        if known.stands[key] != said:
            raise Wrong("state", _("Something else is recorded already. Correct it on the session’s sheet."))
        return None
    _check_places(session, said, known.present)
    state, reason, left_early = said
    return Attendance(
        session_id=key[0], participant_id=key[1], state=state, reason=reason, left_early=left_early
    )


def _said(values: Mapping[str, sheets.Value]) -> tuple[Any, ...]:
    state, reason, left_early = values["state"], values.get("reason") or "", bool(values.get("left_early"))
    if reason and state == Presence.PRESENT:
        raise Wrong("reason", _("Who was present has no reason for being away. Empty one of the two cells."))
    if left_early and state != Presence.PRESENT:
        raise Wrong("left_early", _("Only who was present can have left early."))
    return (state, reason, left_early)


def _check_places(session: Session, said: tuple[Any, ...], present: Counter[int]) -> None:
    if said[0] != Presence.PRESENT:
        return
    if session.capacity is not None and present[session.pk] >= session.capacity:
        raise Wrong(
            "state",
            _(
                "The session has %(capacity)s places, and as many people are present already. Raise its places first."
            )
            % {"capacity": session.capacity},
        )
    present[session.pk] += 1


TABLE = sheets.Table(
    key="attendance",
    name=gettext_lazy("Attendance"),
    columns=COLUMNS,
    known_by=("code", "activity", "day"),
    rows=rows,
    judge=judge,
    on_people=True,
)

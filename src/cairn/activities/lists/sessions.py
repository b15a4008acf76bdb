"""Sessions as a sheet: one of an activity on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.activities.actions.planning import fill_hours
from cairn.activities.actions.writing import check_days
from cairn.activities.enums import Adaptation, CancelReason, Needed, Participation, PlaceKind, State, Support
from cairn.activities.lists.reading import SEVERAL, Titles, Wrong, clock, differing, labels, once, several
from cairn.activities.models import Activity, Session
from cairn.common.languages import language_name, language_tag
from cairn.sheets import shape as sheets

if TYPE_CHECKING:
    from django.db.models import Model

    from cairn.people.models import Person
    from cairn.practices.models import Practice

CHOICE = sheets.Kind.CHOICE
COLUMNS = (
    sheets.Column("activity", gettext_lazy("Activity"), required=True),
    sheets.Column("planned_on", gettext_lazy("Day"), sheets.Kind.DATE, required=True),
    sheets.Column("starts_at", gettext_lazy("From"), help=gettext_lazy("Such as 14:30.")),
    sheets.Column("ends_at", gettext_lazy("To"), help=gettext_lazy("Such as 16:00.")),
    sheets.Column("hours", gettext_lazy("Hours"), sheets.Kind.DECIMAL),
    sheets.Column(
        "state",
        gettext_lazy("State"),
        CHOICE,
        choices=State.choices,
        help=gettext_lazy("Planned where it is empty."),
    ),
    sheets.Column(
        "cancelled_because", gettext_lazy("Why it was cancelled"), CHOICE, choices=CancelReason.choices
    ),
    sheets.Column("place", gettext_lazy("Kind of place"), CHOICE, choices=PlaceKind.choices[:-1]),
    sheets.Column("capacity", gettext_lazy("Places"), sheets.Kind.WHOLE),
    sheets.Column(
        "participation", gettext_lazy("Who takes part"), CHOICE, choices=Participation.choices[:-1]
    ),
    sheets.Column("mediator_needed", gettext_lazy("Mediator needed"), CHOICE, choices=Needed.choices[:-1]),
    sheets.Column("languages", gettext_lazy("Languages"), help=SEVERAL),
    sheets.Column("adaptations", gettext_lazy("How it is fitted to those who come"), help=SEVERAL),
    sheets.Column("support", gettext_lazy("What is given so that people can come and follow"), help=SEVERAL),
)
PLAIN = (
    "planned_on", "hours", "state", "cancelled_because", "place", "capacity", "participation", "mediator_needed",
)  # fmt: skip


def rows(practice: Practice, _person: Person) -> Iterator[Mapping[str, sheets.Value]]:
    for session in Session.objects.filter(activity__practice=practice).select_related("activity"):
        yield {name: getattr(session, name) or None for name in PLAIN} | {
            "activity": session.activity.title,
            "starts_at": session.starts_at and f"{session.starts_at:%H:%M}",
            "ends_at": session.ends_at and f"{session.ends_at:%H:%M}",
            "languages": "; ".join(map(language_name, session.languages)) or None,
            "adaptations": labels(session.adaptations, Adaptation),
            "support": labels(session.support, Support),
        }


class Days:
    """The sessions of a practice by activity and day, in one query."""

    def __init__(self, practice: Practice) -> None:
        self.known: dict[tuple[int, date], list[Session]] = {}
        for session in Session.objects.filter(activity__practice=practice):
            self.known.setdefault((session.activity_id, session.planned_on), []).append(session)

    def on(self, activity: Activity, day: Any) -> list[Session]:
        return self.known.get((activity.pk, day), [])


def judge(practice: Practice, _person: Person, found: Sequence[sheets.Row]) -> sheets.Judged:
    judged, titles, days = sheets.Judged(), Titles(practice), Days(practice)
    seen: set[tuple[int, Any]] = set()
    for row in found:
        try:
            activity = titles.called(row.values["activity"])
            once((activity.pk, row.values["planned_on"]), seen, "planned_on")
            session = _session(activity, row.values, days)
        except Wrong as fault:
            judged.faults.append(sheets.Fault(row.number, fault.column, str(fault)))
        else:
            if session is None:
                judged.unchanged += 1
            else:
                judged.changes.append(sheets.Change(row.number, session))
    return judged


def _session(activity: Activity, values: Mapping[str, sheets.Value], days: Days) -> Session | None:
    """A new one; None where it is there already, just so."""
    said: dict[str, Any] = {name: values[name] for name in PLAIN if values.get(name) is not None}
    said |= {name: clock(name, values.get(name)) for name in ("starts_at", "ends_at")}
    said |= {"adaptations": several("adaptations", values.get("adaptations"), Adaptation)}
    said |= {"support": several("support", values.get("support"), Support)}
    said |= {"languages": _tags(values.get("languages"))}
    if known := days.on(activity, said["planned_on"]):
        if differing(known[0], {name: value for name, value in said.items() if value}):
            raise Wrong(
                "planned_on", _("A session is there on that day and says otherwise. Change it in its form.")
            )
        return None
    session = Session(activity=activity, **said)
    _check(session)
    fill_hours(session)
    session.settled_at = None if session.state == State.PLANNED else timezone.now()
    return session


def _tags(said: sheets.Value) -> list[str]:
    words = [word.strip() for word in str(said or "").split(";") if word.strip()]
    tags = {word: language_tag(word) for word in words}
    if strange := [word for word, tag in tags.items() if not tag]:
        raise Wrong("languages", _("We do not know this: %(cell)s") % {"cell": "; ".join(strange)[:100]})
    return [tag for tag in tags.values() if tag]


def _check(session: Session) -> None:
    """As the forms do, and without a question to the database for each row."""
    try:
        session.clean_fields(exclude=["activity"])
        check_days(session.activity, [session.planned_on])
    except ValidationError as fault:
        name, words = next(iter(fault.message_dict.items()))
        raise Wrong(name, words[0]) from fault
    if session.starts_at and session.ends_at and session.ends_at <= session.starts_at:
        raise Wrong("ends_at", _("A session ends after it starts."))
    if session.hours is not None and not 0 < session.hours <= 24:
        raise Wrong("hours", _("A session lasts more than 0 and at most 24 hours."))
    if (session.state == State.CANCELLED) is not bool(session.cancelled_because):
        raise Wrong(
            "cancelled_because", _("A reason stands here for a session that was cancelled, and for no other.")
        )
    if session.state == State.HELD and session.planned_on > timezone.localdate():
        raise Wrong("planned_on", _("This day lies ahead, so the session cannot have been held."))


def _without_sheet(thing: Model) -> None:
    if isinstance(thing, Session) and thing.attendance.exists():
        raise ValidationError(
            _("Who came is recorded for one of these sessions by now, so the import cannot be taken back.")
        )


TABLE = sheets.Table(
    key="sessions",
    name=gettext_lazy("Sessions"),
    columns=COLUMNS,
    known_by=(),
    rows=rows,
    judge=judge,
    lower=_without_sheet,
)

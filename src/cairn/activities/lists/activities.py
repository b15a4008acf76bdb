"""What a practice offers, as a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.activities.enums import Kind, Topic
from cairn.activities.facts import offering
from cairn.activities.lists.reading import SEVERAL, Titles, Wrong, differing, fold, labels, once, several
from cairn.activities.models import Activity
from cairn.needs.enums import Domain
from cairn.sheets import shape as sheets

if TYPE_CHECKING:
    from django.db.models import Model

    from cairn.people.models import Person
    from cairn.practices.models import Practice

COLUMNS = (
    sheets.Column("title", gettext_lazy("Activity"), required=True),
    sheets.Column("kind", gettext_lazy("Kind"), sheets.Kind.CHOICE, required=True, choices=Kind.choices),
    sheets.Column(
        "topic", gettext_lazy("What it is about"), sheets.Kind.CHOICE, required=True, choices=Topic.choices
    ),
    sheets.Column("aim", gettext_lazy("What it is for")),
    sheets.Column("starts_on", gettext_lazy("Starts on"), sheets.Kind.DATE),
    sheets.Column("ends_on", gettext_lazy("Ends on"), sheets.Kind.DATE),
    sheets.Column("domains", gettext_lazy("Needs that it covers"), help=SEVERAL),
    sheets.Column("gap", gettext_lazy("Gap in support that it fills")),
    sheets.Column("held", gettext_lazy("Sessions held"), sheets.Kind.WHOLE, taken_in=False),
)


def rows(practice: Practice, _person: Person) -> Iterator[Mapping[str, sheets.Value]]:
    for line in offering.lines(practice.pk, timezone.localdate()):
        activity = line.activity
        plain = ("title", "kind", "topic", "aim", "starts_on", "ends_on", "gap")
        yield {name: getattr(activity, name) or None for name in plain} | {
            "domains": labels(activity.domains, Domain),
            "held": line.held,
        }


def judge(practice: Practice, _person: Person, found: Sequence[sheets.Row]) -> sheets.Judged:
    judged, titles = sheets.Judged(), Titles(practice)
    seen: set[str] = set()
    for row in found:
        try:
            once(fold(row.values["title"]), seen, "title")
            activity = _activity(practice, row.values, titles)
        except Wrong as fault:
            judged.faults.append(sheets.Fault(row.number, fault.column, str(fault)))
        else:
            if activity is None:
                judged.unchanged += 1
            else:
                judged.changes.append(sheets.Change(row.number, activity))
    return judged


def _activity(practice: Practice, values: Mapping[str, sheets.Value], titles: Titles) -> Activity | None:
    """A new one; None where it is there already, just so."""
    said: dict[str, Any] = {
        name: value for name, value in values.items() if value is not None and name != "held"
    }
    said["domains"] = several("domains", values.get("domains"), Domain) or []
    if known := titles.known.get(fold(values["title"])):
        if differing(known[0], {name: value for name, value in said.items() if value}):
            raise Wrong(
                "title", _("This activity is there already and says otherwise. Change it in its form.")
            )
        return None
    activity = Activity(practice=practice, **said)
    try:
        activity.clean_fields(exclude=["practice"])
    except ValidationError as fault:
        name, words = next(iter(fault.message_dict.items()))
        raise Wrong(name, words[0]) from fault
    _check_days(activity)
    return activity


def _check_days(activity: Activity) -> None:
    start, end, begun = activity.starts_on, activity.ends_on, activity.practice.starts_on
    if start and begun and start < begun:
        raise Wrong("starts_on", _("The practice had not begun on that day."))
    if start and end and end < start:
        raise Wrong("ends_on", _("It cannot end before it starts."))


def _unused(thing: Model) -> None:
    if isinstance(thing, Activity) and (thing.sessions.exists() or thing.enrolments.exists()):
        raise ValidationError(
            _("One of these activities has sessions or people by now, so the import cannot be taken back.")
        )


TABLE = sheets.Table(
    key="activities",
    name=gettext_lazy("Activities"),
    columns=COLUMNS,
    known_by=("title",),
    rows=rows,
    judge=judge,
    lower=_unused,
)

"""Points, their themes, and whether people were told what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cairn.common.tables import Column
from cairn.listening.enums import PointKind, PointState
from cairn.listening.models import TELL_BACK, Point, PointChange, TellBack, Theme
from cairn.participants.counting import Share
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person

SAID = (
    "activity",
    "consultation",
    "said_on",
    "kind",
    "theme",
    "words",
    "actionable",
    "decision",
    "decided_on",
)
"""What somebody says of a point and the history keeps."""


def visible_to(person: Person, permission: Permission = Permission.SEE_RECORDS) -> QuerySet[Point]:
    organisations = organisations_where(person, permission)
    return _whole().filter(practice__organisation__in=organisations)


def of_practice(practice_id: int) -> QuerySet[Point]:
    return _whole().filter(practice=practice_id)


def _whole() -> QuerySet[Point]:
    return Point.objects.select_related("practice__organisation", "activity", "theme", "told", "made_by")


def overdue(points: QuerySet[Point], today: date) -> QuerySet[Point]:
    """Those of whose outcome people should have heard by now."""
    return points.filter(actionable=True, said_on__lt=today - TELL_BACK).exclude(state=PointState.TOLD)


def is_overdue(point: Point, today: date) -> bool:
    return point.due_on is not None and point.due_on < today


def themes_of(practice_id: int, *, retired_too: bool = False) -> QuerySet[Theme]:
    themes = Theme.objects.filter(practice=practice_id)
    return themes if retired_too else themes.filter(retired_on=None)


@dataclass(frozen=True, slots=True)
class Lane:
    """One column of the board."""

    state: PointState
    points: list[Point]
    overdue: int


def board(practice_id: int, today: date) -> list[Lane]:
    """By state; what nothing is to be done about is not on the board. Those that wait longest come first, the last told first."""
    points = list(of_practice(practice_id).filter(actionable=True).order_by("said_on", "made_at"))
    columns = []
    for state in PointState:
        here = [point for point in points if point.state == state]
        if state == PointState.TOLD:
            here.sort(key=lambda point: point.told.told_on, reverse=True)
        columns.append(Lane(state, here, sum(is_overdue(point, today) for point in here)))
    return columns


def told_at(activity_id: int | None, consultation: UUID | None, practice_id: int) -> list[TellBack]:
    """What is told under a public address: of its activity or consultation, else what concerns the practice as a whole."""
    told = TellBack.objects.filter(point__practice=practice_id).select_related("point")
    whole = Q(point__activity=None, point__consultation=None)
    if activity_id:
        return list(told.filter(Q(point__activity=activity_id) | whole))
    if consultation:
        return list(told.filter(Q(point__consultation=consultation) | whole))
    return list(told.filter(whole))


@dataclass(frozen=True, slots=True)
class Closed:
    """How far the loop was closed."""

    told: Share
    """Of the points that something can be done about: those that people were told about."""
    in_time: Share
    """Of those told: within sixty days."""


def closed(practice_id: int, since: date, until: date) -> Closed:
    """Of the points said within these days, both counted."""
    points = of_practice(practice_id).filter(actionable=True, said_on__range=(since, until))
    lags = lags_of(points)
    return Closed(
        Share(len(lags), points.count()), Share(sum(lag <= TELL_BACK.days for lag in lags), len(lags))
    )


def lags_of(points: Iterable[Point]) -> list[int]:
    """Days from what was said to what was told, of those that were told."""
    return [(point.told.told_on - point.said_on).days for point in points if point.state == PointState.TOLD]


def said_of(point: Point) -> dict[str, Any]:
    """As the history keeps it."""
    return {name: kept(name, getattr(point, name)) for name in SAID}


def kept(name: str, value: Any) -> Any:
    """One value as JSON: related things by key, days as ISO has them."""
    if name in {"activity", "theme"}:
        return value.pk if value else None
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


Difference = tuple[str, str, str]


def history(point: Point) -> list[tuple[PointChange, list[Difference]]]:
    """Every change, newest first: label, what stood, what stands."""
    changes = list(point.changes.select_related("by"))
    themes = {theme.pk: theme.title for theme in themes_of(point.practice_id, retired_too=True)}

    def words(name: str, value: Any) -> str:
        if name == "theme":
            return themes.get(value, "")
        if name == "activity":
            return str(point.activity) if point.activity_id == value else str(value or "")
        known: Mapping[Any, Any] = {**dict(PointKind.choices), **dict(PointState.choices), **SHORT}
        return str(known.get(value, value))

    labels = {field.name: field.verbose_name for field in Point._meta.concrete_fields}  # noqa: SLF001  # Django's public name
    return [
        (
            change,
            [
                (str(labels[name]), words(name, change.before.get(name)), words(name, value))
                for name, value in change.after.items()
            ],
        )
        for change in changes
    ]


SHORT = {None: "", True: _("yes"), False: _("no")}
COLUMNS = (
    Column(_("Said on"), lambda point: point.said_on),
    Column(_("Kind"), lambda point: str(point.get_kind_display())),
    Column(_("Activity"), lambda point: point.activity.title if point.activity else ""),
    Column(_("Theme"), lambda point: point.theme.title if point.theme else ""),
    Column(_("What people said"), lambda point: point.words),
    Column(_("Something can be done"), lambda point: str(SHORT[point.actionable])),
    Column(_("State"), lambda point: str(point.get_state_display())),
    Column(_("What was decided, and why"), lambda point: point.decision),
    Column(_("Decided on"), lambda point: point.decided_on),
    Column(_("Told back on"), lambda point: point.told.told_on if point.state == PointState.TOLD else None),
)
"""What a list of points takes along."""

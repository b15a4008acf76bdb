"""An action as it is shown: with its item in the reader's language, and its day in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.frameworks.shape import Node
from cairn.improvement import facts
from cairn.improvement.enums import State
from cairn.improvement.models import ActionChange, ImprovementAction
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person


@dataclass(frozen=True, slots=True)
class Card:
    action: ImprovementAction
    node: Node
    due: str
    """When it is due, in words; empty where it has ended."""
    kind: str
    """Which tag the words wear: "bad", "warm" or none."""
    may_update: bool
    moves: tuple[State, ...]
    """Where one button can take it; to be dropped it needs a reason, so that is not among them."""


class Difference(NamedTuple):
    label: str
    before: str
    after: str


def cards(actions: Iterable[ImprovementAction], person: Person) -> list[Card]:
    """In two queries, whatever their number."""
    planning = set(organisations_where(person, Permission.IMPROVE))
    return [
        Card(
            action=action,
            node=facts.node_of(action),
            due=due_words(action),
            kind=_kind(action),
            may_update=action.owner_id == person.pk or action.practice.organisation_id in planning,
            moves=MOVES[State(action.state)],
        )
        for action in actions
    ]


MOVES = {
    State.PLANNED: (State.UNDER_WAY, State.DONE),
    State.UNDER_WAY: (State.DONE, State.PLANNED),
    State.DONE: (State.UNDER_WAY,),
    State.DROPPED: (State.PLANNED,),
}


def due_words(action: ImprovementAction) -> str:
    left = facts.days_left(action)
    if action.due_on is None or left is None:
        return _("No day set") if State(action.state).open else ""
    if left < 0:
        return ngettext("Overdue by %(days)s day", "Overdue by %(days)s days", -left) % {"days": -left}
    if left == 0:
        return _("Due today")
    if left <= facts.SOON.days:
        return ngettext("Due in %(days)s day", "Due in %(days)s days", left) % {"days": left}
    return _("Due on %(date)s") % {"date": date_format(action.due_on, "DATE_FORMAT")}


def _kind(action: ImprovementAction) -> str:
    left = facts.days_left(action)
    if left is None or left > facts.SOON.days:
        return ""
    return "bad" if left < 0 else "warm"


def history(action: ImprovementAction) -> list[tuple[ActionChange, list[Difference]]]:
    """Every change, newest first, in words; three queries."""
    changes = list(action.changes.select_related("by"))
    owners = [
        side["owner"] for change in changes for side in (change.before, change.after) if "owner" in side
    ]
    names = facts.people_named(owners)
    return [
        (
            change,
            [
                Difference(
                    label_of(name), _said(name, change.before.get(name), names), _said(name, value, names)
                )
                for name, value in change.after.items()
                if value or change.before.get(name)
            ],
        )
        for change in changes
    ]


def label_of(field: str) -> str:
    return str(ImprovementAction._meta.get_field(field).verbose_name)  # type: ignore[union-attr]  # noqa: SLF001  # Django's public name


def _said(field: str, value: object, names: dict[int, str]) -> str:
    """A kept value as a person reads it."""
    if field == "state" and isinstance(value, str):
        return str(State(value).label)
    if field == "owner":
        return names.get(value, "") if isinstance(value, int) else ""
    return "\n".join(value) if isinstance(value, list) else str(value or "")

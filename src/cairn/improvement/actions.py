"""What can be done with improvement actions. Access is the caller's to check: views load through facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cairn.common.conflict import to_write
from cairn.improvement import facts
from cairn.improvement.enums import State
from cairn.improvement.models import ActionChange, ImprovementAction, Progress
from cairn.improvement.weak import weak_items
from cairn.notices.actions import tell
from cairn.people.models import Person

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment

FIELDS = ("what", "expected", "owner", "due_on", "state", "reason", "proof", "links", "effect")


class Fields(TypedDict, total=False):
    """What may be said of an action; what is not named stays as it is."""

    what: str
    expected: str
    owner: Person
    due_on: date | None
    state: str
    """A value of enums.State."""
    reason: str
    """Why it was dropped; required then, and kept empty otherwise."""
    proof: str
    links: Sequence[str]
    """Addresses that begin with https."""
    effect: str


@transaction.atomic
def plan(
    *,
    assessment: Assessment,
    node_id: str,
    what: str,
    owner: Person,
    by: Person,
    due_on: date | None = None,
    expected: str = "",
) -> ImprovementAction:
    """A new action on a weak item of an assessment; its owner is told.

    Raises ValidationError where the item is not weak there, or the owner could not even read it.
    """
    if node_id not in {item.node.id for item in weak_items(assessment)}:
        raise ValidationError(_("This item is not weak in this assessment, so there is nothing to improve."))
    action = ImprovementAction(
        practice=assessment.practice, assessment=assessment, node_id=node_id, made_by=by
    )
    _write(action, by, {}, Fields(what=what, owner=owner, due_on=due_on, expected=expected))
    _tell_owner(action, by)
    return action


@transaction.atomic
def revise(
    *, action: ImprovementAction, revision: int, by: Person, **fields: Unpack[Fields]
) -> ImprovementAction:
    """Change what is named. `revision` is the one the person had before their eyes.

    Raises Conflict, and writes nothing, when someone changed one of these fields since to something else; a change
    of other fields is no conflict and both stand. A new owner is told. Raises ValidationError naming each fault.
    """
    current = ImprovementAction.objects.select_for_update().get(pk=action.pk)
    stands = _said(current)
    if wanted := to_write(current, revision, _plain(fields), stands):
        current.revision += 1
        _write(current, by, stands, {name: value for name, value in fields.items() if name in wanted})
        if "owner" in wanted:
            _tell_owner(current, by)
    return current


@transaction.atomic
def note(*, action: ImprovementAction, text: str, by: Person) -> Progress:
    """Add how it goes. Raises ValidationError without words."""
    progress = Progress(action=action, text=text.strip(), by=by)
    progress.full_clean()
    progress.save()
    return progress


@transaction.atomic
def remind(*, today: date) -> int:
    """Tell owners what is due within a week or overdue, each action at most once a day; how many were told."""
    due = list(facts.to_remind(today).select_for_update(of=("self",)))
    for action in due:
        left = facts.days_left(action, today) or 0
        tell(
            people=[action.owner],
            message=gettext_noop("This is overdue since %(date)s in “%(practice)s”: %(what)s")
            if left < 0
            else gettext_noop("This is due by %(date)s in “%(practice)s”: %(what)s"),
            parameters={"date": f"{action.due_on:%Y-%m-%d}", "practice": action.practice.title}
            | {"what": action.what[:120]},
            address=action.get_absolute_url(),
            by=Person(),  # the calendar speaks, so nobody is spared as the one who did it
        )
        action.reminded_on = today
    ImprovementAction.objects.bulk_update(due, ["reminded_on"])
    return len(due)


def _write(action: ImprovementAction, by: Person, stood: dict[str, Any], fields: Any) -> None:
    for name, value in fields.items():
        setattr(action, name, list(value) if isinstance(value, tuple) else value)
    _settle(action)
    owners = facts.owners_in(action.practice.organisation)
    if "owner" in fields and not owners.filter(pk=action.owner_id).exists():
        raise ValidationError({"owner": _("This person does not belong to the organisation.")})
    action.full_clean()
    action.save()
    after = {name: value for name, value in _said(action).items() if value != stood.get(name)}
    before = {name: value for name, value in stood.items() if name in after}
    ActionChange.objects.create(action=action, revision=action.revision, before=before, after=after, by=by)


def _settle(action: ImprovementAction) -> None:
    """What follows from the state: when it ended, and that only what was dropped has a reason."""
    state = State(action.state)
    if state is not State.DROPPED:
        action.reason = ""
    elif not action.reason.strip():
        raise ValidationError({"reason": _("Say why this is dropped.")})
    action.ended_at = None if state.open else action.ended_at or timezone.now()


def _said(action: ImprovementAction) -> dict[str, Any]:
    """Every field as the history keeps it."""
    return _plain({name: getattr(action, name) for name in FIELDS})


def _plain(fields: Any) -> dict[str, Any]:
    plain = {}
    for name, value in fields.items():
        if name not in FIELDS:
            raise TypeError(f"An action has no field {name} that people can change.")
        if isinstance(value, Person):
            value = value.pk  # noqa: PLW2901  # the same value, as it is kept
        elif isinstance(value, date):
            value = value.isoformat()  # noqa: PLW2901
        plain[name] = list(value) if isinstance(value, tuple) else value
    return plain


def _tell_owner(action: ImprovementAction, by: Person) -> None:
    tell(
        people=[action.owner],
        message=gettext_noop("%(by)s gave you something to improve in “%(practice)s”: %(what)s"),
        parameters={"by": by.name, "practice": action.practice.title, "what": action.what[:120]},
        address=action.get_absolute_url(),
        by=by,
    )

"""Two people changed the same activity or session: both versions side by side, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from cairn.common.conflict import Conflict, seen_at

if TYPE_CHECKING:
    from django.forms import BoundField
    from django.http import QueryDict

    from cairn.activities.forms import ActivityForm, SessionForm

F = TypeVar("F", bound="ActivityForm | SessionForm")


def both(
    make: Callable[[QueryDict | None, Any], F], sent: QueryDict, conflict: Conflict, revision: int
) -> tuple[F, list[tuple[Any, str]]]:
    """The form with what was typed, and label and words of what now stands in each contested field.

    What only the other one changed is taken over, so that saving again does not undo it; saving again means having seen theirs.
    `make` makes the form from what was sent, or as the thing stands.
    """
    theirs = conflict.theirs
    shown, data = make(None, theirs), sent.copy()
    data["revision"] = str(theirs.revision)
    for name in seen_at(theirs, revision).keys() - {*conflict.fields}:
        for part in [each for each in data if each == name or each.startswith(f"{name}-")]:
            del data[part]
        for part in shown.parts_of(name):
            data.setlist(part, _as_sent(shown[part].value()))
    form = make(data, theirs)
    parts = [part for name in conflict.fields for part in shown.parts_of(name)]
    return form, list(_differing(shown, form, parts))


def _differing(shown: Any, form: Any, parts: Iterable[str]) -> Iterable[tuple[Any, str]]:
    for part in parts:
        theirs, mine = _words(shown[part]), _words(form[part]) if part in form.fields else ""
        if theirs != mine:
            yield shown[part].label, theirs


def _as_sent(value: Any) -> list[str]:
    """As a browser would send it."""
    return [str(each) for each in value] if isinstance(value, list) else ["" if value is None else str(value)]


def _words(field: BoundField) -> str:
    names = dict(getattr(field.field, "choices", ()))
    return ", ".join(str(names.get(code, code)) for code in _as_sent(field.value()) if code)

"""Forms on records that two people may change at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.formats import localize

from cairn.common.conflict import Conflict
from cairn.practices.submitting import done

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest


class Tried(NamedTuple):
    form: Any
    done: bool
    status: int
    """With which to answer where it was not done: 200 before anything was sent, 422 refused, 409 where someone else was faster."""
    clashes: list[tuple[str, str]]
    """Label and what now stands, of what someone else changed meanwhile."""


def tried(request: HttpRequest, make: Callable[[Any], Any], act: Callable[[Any], Any]) -> Tried:
    """Make the form of what was sent, and act on it. After a conflict, sending the form again writes what was typed."""
    form = make(request.POST or None)
    try:
        if done(form, lambda: act(form)):
            return Tried(form, True, 302, [])
    except Conflict as conflict:
        typed = request.POST.copy()
        typed["revision"] = str(conflict.theirs.revision)
        clashes = [
            (str(form[name].label), _words(conflict.theirs, name))
            for name in conflict.fields
            if name in form.fields
        ]
        return Tried(make(typed), False, 409, clashes)
    return Tried(form, False, 422 if form.is_bound else 200, [])


def _words(thing: Any, name: str) -> str:
    shown = getattr(thing, f"get_{name}_display", None)
    value = shown() if shown else getattr(thing, name)
    return "" if value is None else str(localize(value))

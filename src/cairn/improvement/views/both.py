"""One's own words beside what someone else wrote meanwhile."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from cairn.common.conflict import Conflict, seen_at
from cairn.improvement.forms import initial_of
from cairn.improvement.models import ImprovementAction
from cairn.improvement.showing import Difference, history, label_of


def both(form: forms.Form, said: QueryDict, conflict: Conflict, revision: int) -> dict[str, object]:
    """One's own words stay in the form; saving once more means having seen theirs.

    What only the other one changed is taken over, so that saving again does not undo it.
    """
    theirs: ImprovementAction = conflict.theirs
    shown = form.__class__(initial=initial_of(form.__class__, theirs), **_owners(form))
    data = said.copy()
    data["revision"] = str(theirs.revision)
    for name in seen_at(theirs, revision).keys() & shown.fields.keys() - set(conflict.fields):
        data[name] = str(shown[name].value() or "")
    form.data = data
    return {"clashes": _clashes(theirs, conflict.fields), "theirs": theirs}


def _owners(form: forms.Form) -> dict[str, Any]:
    return {"owners": form.fields["owner"].queryset} if "owner" in form.fields else {}  # type: ignore[attr-defined]  # a ModelChoiceField


def _clashes(theirs: ImprovementAction, fields: tuple[str, ...]) -> list[tuple[str, str]]:
    """What now stands in each contested field: as the newest change that touched it says."""
    labels = {label_of(name) for name in fields}
    newest: dict[str, Difference] = {}
    for _change, differences in history(theirs):
        for difference in differences:
            newest.setdefault(difference.label, difference)
    return [(label, difference.after) for label, difference in newest.items() if label in labels]

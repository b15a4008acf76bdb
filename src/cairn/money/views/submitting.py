"""What every form here does: act on what was said, put what was refused at its field, and show both where two people wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.shortcuts import render

from cairn.common.conflict import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from django.http import HttpResponse, QueryDict

    from cairn.people.asking import SignedIn


def asked(
    request: SignedIn, page: str, form: forms.Form, act: Callable[[], Any], **context: Any
) -> HttpResponse | None:
    """None once it was done; else the page with the form, with what was refused, or with both versions."""
    context["form"] = form
    try:
        if done(form, act):
            return None
    except Conflict as conflict:
        context["clashes"] = both(form, request.POST, conflict)
        return render(request, page, context, status=409)
    return render(request, page, context, status=422 if form.is_bound else 200)


def done(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Whether it was done. What an action refuses stands at the field it names, or above the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except ValidationError as refusal:
        named = refusal.error_dict if hasattr(refusal, "error_dict") else {"": refusal.error_list}
        for name, faults in named.items():
            form.add_error(name if name in form.fields else None, faults)
        return False
    return True


def both(form: forms.Form, sent: QueryDict, conflict: Conflict) -> list[tuple[Any, Any]]:
    """What stands now in each contested field, for the page. What was typed stays; saved once more, it takes its place."""
    data = sent.copy()
    data["revision"] = str(conflict.theirs.revision)
    form.data = data
    return [(form.fields[name].label, getattr(conflict.theirs, name)) for name in conflict.fields]

"""What every form here does: act on what was said, or show it again with what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.core.exceptions import ValidationError
from django.shortcuts import render

from cairn.common.conflict import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from django.http import HttpRequest, HttpResponse

    from cairn.results.forms import Revised


def submitted(form: forms.Form, act: Callable[[], Any]) -> int | None:
    """None once it was done; else with which status to show the form again: 200, 409 where two changed it at once, or 422."""
    if not form.is_bound:
        return 200
    if form.is_valid():
        try:
            act()
        except ValidationError as refusal:
            _put(form, refusal)
        except Conflict as conflict:
            cast("Revised", form).meet(conflict)
            return 409
        else:
            return None
    return 422


def _put(form: forms.Form, refusal: ValidationError) -> None:
    """What an action refuses stands at the field that it names, or above the form."""
    named = refusal.message_dict if hasattr(refusal, "error_dict") else {None: refusal.messages}
    for name, words in named.items():
        form.add_error(name if name in form.fields else None, words)


def asked(request: HttpRequest, form: forms.Form, status: int, **context: Any) -> HttpResponse:
    """The page of one form. Context: `title`, `practice`, `back` (an address), and `lead` or `indicator` where they help."""
    return render(request, "results/form.html", {"form": form, **context}, status=status)

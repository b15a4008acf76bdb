"""What every form on a practice's records does: act on what was said, or put what was refused at its field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms


def done(form: forms.BaseForm, act: Callable[[], Any]) -> bool:
    """Whether it was done. What an action refuses stands at the field it names, or above the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except ValidationError as refusal:
        named = refusal.message_dict if hasattr(refusal, "error_dict") else {None: refusal.messages}
        for name, words in named.items():
            form.add_error(name if name in form.fields else None, words)
        return False
    return True

"""What all steps have in common: take it and say so, or show the page again with what was written."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect

from cairn.people.asking import SignedIn
from cairn.review.asking import assessment_or_404
from cairn.review.views.page import shown


def stepped(
    request: SignedIn, pk: int, *, name: str, form: forms.Form, take: Callable[[], object], said: str
) -> HttpResponse:
    """`take` is the action with everything it needs; `said` is the sentence once it is done."""
    if form.is_valid():
        try:
            take()
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, said)
            return redirect("review", pk)
    # Loaded anew: what was refused left its traces on the object, and someone else may have been faster.
    anew = assessment_or_404(request, pk)
    return shown(request, anew, (name, form), HTTPStatus.UNPROCESSABLE_ENTITY)

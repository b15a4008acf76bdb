"""From the writer to a second person, back with a note, or signed for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.people.asking import only_if
from cairn.practices.submitting import done
from cairn.progress import actions, facts
from cairn.progress.asking import signable, writable
from cairn.progress.enums import State
from cairn.progress.forms import NoteForm, SeenForm
from cairn.progress.shape import digest_of, to_text

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn
    from cairn.progress.models import Report


def _then(request: SignedIn, report: Report, act: Callable[[], Any]) -> HttpResponse:
    """What was refused stands above the report."""
    try:
        act()
    except ValidationError as refusal:
        for words in refusal.messages:
            messages.error(request, words)
    return redirect(report)


@require_POST
def submit(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    report = writable(request, practice, pk)
    return _then(request, report, lambda: actions.submit(report=report, by=request.user))


@require_POST
def take_back(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    report = writable(request, practice, pk)
    return _then(request, report, lambda: actions.take_back(report=report, by=request.user))


def send_back(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    report = signable(request, practice, pk)
    only_if(report.state == State.IN_REVIEW)
    form = NoteForm(request.POST or None)
    if done(
        form, lambda: actions.send_back(report=report, words=form.cleaned_data["words"], by=request.user)
    ):
        return redirect(report)
    context = {
        "practice": report.practice,
        "report": report,
        "form": form,
        "title": _("Return the report"),
        "lead": _("Whoever wrote it last is told, and can change it then."),
        "button": _("Return it"),
        "back": report.get_absolute_url(),
    }
    return render(request, "progress/form.html", context, status=422 if form.is_bound else 200)


def sign(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    report = signable(request, practice, pk)
    only_if(facts.may_sign(request.user, report))
    paper = facts.paper_of(report)
    form = SeenForm(request.POST or None)
    if done(form, lambda: actions.sign(report=report, seen=form.cleaned_data["seen"], by=request.user)):
        messages.success(request, _("Signed. The report never changes from now on."))
        return redirect(report)
    context = {
        "practice": report.practice,
        "report": report,
        "paper": paper,
        "form": form,
        "digest": digest_of(to_text(paper)),
    }
    return render(request, "progress/sign.html", context, status=422 if form.is_bound else 200)

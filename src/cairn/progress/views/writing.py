"""The words of a section, and the reasons of what went far otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from cairn.common.conflict import Conflict
from cairn.people.asking import only_if
from cairn.practices.submitting import done
from cairn.progress import actions, facts
from cairn.progress.asking import writable
from cairn.progress.enums import State
from cairn.progress.forms import ReasonsForm, WordsForm
from cairn.progress.shape import by_key, from_kept

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn
    from cairn.progress.models import Report


def _being_written(request: SignedIn, practice: int, pk: int) -> Report:
    report = writable(request, practice, pk)
    only_if(State(report.state).open)
    return report


def write(request: SignedIn, practice: int, pk: int, key: str) -> HttpResponse:
    report = _being_written(request, practice, pk)
    found = facts.block_of(report, key)
    if found is None:
        raise Http404
    slot, block = found
    label = {"label": slot.title, "help_text": slot.help}
    from_draft = "draft" in request.GET
    initial = {"words": block.drafted if from_draft else block.words, "revision": block.revision}
    form = WordsForm(request.POST or None, initial=initial, **label)
    clashes, status = [], 422 if form.is_bound else 200

    def act() -> None:
        actions.write(report=report, key=key, by=request.user, **form.cleaned_data)

    try:
        if done(form, act):
            return redirect(f"{report.get_absolute_url()}#{key}")
    except Conflict as conflict:
        clashes, status = [(slot.title, conflict.theirs.words)], 409
        form = WordsForm({"words": form.cleaned_data["words"], "revision": conflict.theirs.revision}, **label)
    parts = by_key(from_kept(report.figures))
    context = {
        "practice": report.practice,
        "report": report,
        "slot": slot,
        "kept": block,
        "form": form,
        "clashes": clashes,
        "from_draft": from_draft,
        "parts": [parts[one] for one in slot.figures if one in parts],
    }
    return render(request, "progress/write.html", context, status=status)


def reasons(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    report = _being_written(request, practice, pk)
    asks = facts.asks_of(report)
    form = ReasonsForm(request.POST or None, asks=asks, initial=report.reasons)
    if done(form, lambda: actions.explain(report=report, reasons=form.cleaned_data, by=request.user)):
        return redirect(report)
    context = {
        "practice": report.practice,
        "report": report,
        "form": form,
        "title": _("Why it went otherwise"),
        "lead": _(
            "More than a fifth off what was planned: funders want to know why. A reason that is written down in Results or Money comes along by itself."
        ),
        "button": _("Save the reasons"),
        "back": reverse("progress_report", args=[practice, pk]),
    }
    return render(request, "progress/form.html", context, status=422 if form.is_bound else 200)

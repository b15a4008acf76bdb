"""One report, for those who handle it; every look is written down."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cairn.listening.actions import reports as actions
from cairn.listening.facts import reports
from cairn.listening.forms.reports import AcknowledgeForm, DoneForm
from cairn.listening.models import Report
from cairn.people.asking import SignedIn
from cairn.practices.submitting import done
from cairn.trail import facts as trail


def show(request: SignedIn, pk: UUID) -> HttpResponse:
    return _page(request, _report(request, pk))


@require_POST
def acknowledge(request: SignedIn, pk: UUID) -> HttpResponse:
    return _deed(request, pk, AcknowledgeForm, actions.acknowledge, "acknowledging")


@require_POST
def escalate(request: SignedIn, pk: UUID) -> HttpResponse:
    return _deed(request, pk, DoneForm, actions.escalate, "escalating")


@require_POST
def close(request: SignedIn, pk: UUID) -> HttpResponse:
    return _deed(request, pk, DoneForm, actions.close, "closing")


def _report(request: SignedIn, pk: UUID) -> Report:
    return get_object_or_404(reports.visible_to(request.user), pk=pk)


def _deed(
    request: SignedIn, pk: UUID, of: type[AcknowledgeForm], act: Callable[..., Report], name: str
) -> HttpResponse:
    report = _report(request, pk)
    form = of(request.POST, auto_id=f"{name}-%s")
    if done(form, lambda: act(report=report, by=request.user, **form.cleaned_data)):
        return redirect(report)
    return _page(request, report, **{name: form})


def _page(request: SignedIn, report: Report, **refused: AcknowledgeForm) -> HttpResponse:
    """With a form that was refused in place of an empty one."""
    actions.read(report=report, by=request.user)
    today = timezone.localdate()
    forms = {
        name: refused.get(name) or form(auto_id=f"{name}-%s", initial={"on": today})
        for name, form in (
            ("acknowledging", AcknowledgeForm),
            ("escalating", DoneForm),
            ("closing", DoneForm),
        )
    }
    context = {
        "report": report,
        "practice": report.practice,
        "late": reports.is_overdue(report, today),
        "looks": trail.of(report.thing),
        **forms,
    }
    return render(request, "listening/report.html", context, status=422 if refused else 200)

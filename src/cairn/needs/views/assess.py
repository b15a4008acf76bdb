"""Talk about needs, one screen a step. Every step is saved on the server, so that a closed browser loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.needs import facts
from cairn.needs.actions import assessing
from cairn.needs.enums import Domain
from cairn.needs.forms.talking import AboutForm, finding_forms, initial_about
from cairn.needs.views.person import context_of, of_person
from cairn.people.asking import SignedIn

if TYPE_CHECKING:
    from cairn.needs.models import NeedsAssessment
    from cairn.participants.models import Participant

STEPS = ["about", *Domain.values, "check"]


@require_POST
@of_person
def start(request: SignedIn, participant: Participant) -> HttpResponse:
    draft = assessing.start(participant=participant, by=request.user)
    return redirect("needs_step", participant.pk, "check" if draft.findings.exists() else "about")


@require_POST
@of_person
def discard(request: SignedIn, participant: Participant) -> HttpResponse:
    draft = _draft(request, participant)
    assessing.discard(draft=draft, by=request.user)
    messages.success(request, _("The draft was thrown away."))
    return redirect("needs", participant.pk)


@of_person
def step(request: SignedIn, participant: Participant, step: str) -> HttpResponse:
    if step not in STEPS:
        raise Http404
    draft = _draft(request, participant)
    if step == "about":
        return _about(request, draft)
    return _check(request, draft) if step == "check" else _domain(request, draft, Domain(step))


def _draft(request: SignedIn, participant: Participant) -> NeedsAssessment:
    draft = facts.draft_of(participant.pk, request.user)
    if draft is None:
        raise Http404
    return draft


def _about(request: SignedIn, draft: NeedsAssessment) -> HttpResponse:
    form = AboutForm(request.POST or None, initial=initial_about(draft))
    if form.is_valid():
        try:
            assessing.about(draft=draft, by=request.user, **form.cleaned_data)
            return _next(draft, "about")
        except ValidationError as fault:
            form.add_error(None, fault)
    return _page(request, draft, "about", form=form, status=422 if form.is_bound else 200)


def _domain(request: SignedIn, draft: NeedsAssessment, domain: Domain) -> HttpResponse:
    known = [need for need in facts.open_needs_of(draft.participant_id) if need.domain == domain]
    told = list(draft.findings.filter(domain=domain).select_related("need"))
    forms = finding_forms(domain, told, known, request.POST or None)
    if request.method == "POST" and all(form.is_valid() for form in forms):
        try:
            said = [one for form in forms if (one := form.said())]
            assessing.tell(draft=draft, domain=domain, said=said, by=request.user)
            return _next(draft, STEPS[-2] if "check" in request.POST else domain)
        except ValidationError as fault:
            forms[0].add_error(None, fault)
    return _page(
        request,
        draft,
        domain,
        forms=forms,
        faulty=[form for form in forms if form.errors],
        domain=domain,
        notes=facts.last_notes(draft.participant_id),
        status=422 if request.method == "POST" else 200,
    )


def _check(request: SignedIn, draft: NeedsAssessment) -> HttpResponse:
    faults: list[str] = []
    if request.method == "POST":
        try:
            talk = assessing.finish(draft=draft, by=request.user)
            messages.success(request, _("The talk is kept. Its needs count from now on."))
            return redirect("needs_talk", draft.participant_id, talk.pk)
        except ValidationError as fault:
            faults = fault.messages
    return _page(
        request, draft, "check", faults=faults, findings=facts.by_domain(draft), status=422 if faults else 200
    )


def _next(draft: NeedsAssessment, step: str) -> HttpResponse:
    return redirect("needs_step", draft.participant_id, STEPS[STEPS.index(step) + 1])


def _page(
    request: SignedIn, draft: NeedsAssessment, step: str, *, status: int, **more: object
) -> HttpResponse:
    place = STEPS.index(step)
    context = context_of(
        draft.participant,
        draft=draft,
        step=step,
        number=place + 1,
        steps=len(STEPS),
        before=STEPS[place - 1] if place else "",
        **more,
    )
    page = step if step in {"about", "check"} else "domain"
    return render(request, f"needs/step_{page}.html", context, status=status)

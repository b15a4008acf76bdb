"""What one person needs, at a glance; a finished talk; one need."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.common.conflict import Conflict
from cairn.needs import facts
from cairn.needs.actions import settling
from cairn.needs.enums import Status
from cairn.needs.forms.talking import SettleForm
from cairn.needs.views.person import context_of, of_person
from cairn.people.asking import SignedIn

if TYPE_CHECKING:
    from cairn.participants.models import Participant


@of_person
def needs(request: SignedIn, participant: Participant) -> HttpResponse:
    notes = facts.last_notes(participant.pk)
    open_ = facts.open_needs_of(participant.pk)
    talks = list(facts.assessments_of(participant.pk))
    due = facts.due_after(talks[0].assessed_on) if talks else None
    context = context_of(
        participant,
        open=[(need, notes.get(need.pk, "")) for need in open_],
        met=facts.needs_of(participant.pk).filter(status=Status.MET),
        talks=talks,
        draft=facts.draft_of(participant.pk, request.user),
        due=due,
        overdue=due is not None and due <= timezone.localdate(),
    )
    return render(request, "needs/needs.html", context)


@of_person
def talk(request: SignedIn, participant: Participant, talk: UUID) -> HttpResponse:
    found = get_object_or_404(facts.assessments_of(participant.pk), pk=talk)
    context = context_of(participant, talk=found, findings=facts.by_domain(found))
    return render(request, "needs/talk.html", context)


@of_person
def need(request: SignedIn, participant: Participant, need: UUID) -> HttpResponse:
    found = get_object_or_404(facts.needs_of(participant.pk), pk=need)
    initial = {
        "status": found.status,
        "on": timezone.localdate(),
        "because": found.because,
        "revision": found.revision,
    }
    form, clashes, status = SettleForm(request.POST or None, initial=initial), [], 200
    if form.is_bound:
        status = 422
        try:
            if form.is_valid():
                settling.settle(need=found, by=request.user, **form.cleaned_data)
                messages.success(request, _("Saved."))
                return redirect("needs", participant.pk)
        except ValidationError as fault:
            form.add_error(None, fault)
        except Conflict as conflict:
            found, status = conflict.theirs, 409
            clashes = [(form.fields["status"].label, f"{found.get_status_display()}, {found.status_on}")]
            form.data = request.POST.copy()
            form.data["revision"] = str(found.revision)
    context = context_of(
        participant,
        need=found,
        note=facts.last_notes(participant.pk).get(found.pk, ""),
        changes=found.changes.select_related("by"),
        form=form,
        clashes=clashes,
    )
    return render(request, "needs/need.html", context, status=status)

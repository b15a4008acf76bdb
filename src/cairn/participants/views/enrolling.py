"""Somebody comes, and somebody works with them: by code, without the person's record."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.participants import actions, facts
from cairn.participants.asking import known_by_code
from cairn.participants.ending import erasing
from cairn.participants.ending.forms import HoldForm, RetentionForm
from cairn.participants.forms import EnrolForm, WorkerForm
from cairn.participants.submitting import tried
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import people_who_may
from cairn.practices.asking import practice_of

MANAGE = Permission.MANAGE_PARTICIPANTS


def new(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, MANAGE)
    workers = people_who_may(Permission.WORK_WITH_PARTICIPANTS, found.organisation)
    asked = {"workers": workers, "referrals": facts.referrals_without_person(found.pk)}
    initial = {"enrolled_on": timezone.localdate(), "referral": request.GET.get("referral")}
    made = []
    outcome = tried(
        request,
        lambda data: EnrolForm(data, initial=initial, **asked),
        lambda form: made.append(actions.admit(practice=found, by=request.user, **form.cleaned_data)),
    )
    if outcome.done:
        messages.success(
            request,
            _("Their code is %(code)s. Write it on the paper file; no list here says whose it is.")
            % {"code": made[0].code},
        )
        return redirect("participant_hands", found.pk, made[0].pk)
    context = {"practice": found, "form": outcome.form}
    return render(request, "participants/new.html", context, status=outcome.status)


def hands(request: SignedIn, practice: int, pk: UUID) -> HttpResponse:
    """Who works with this person; and how long records are kept."""
    found = practice_of(request, practice, MANAGE)
    person = known_by_code(found, pk)
    workers = people_who_may(Permission.WORK_WITH_PARTICIPANTS, found.organisation)
    outcome = tried(
        request,
        lambda data: WorkerForm(data, workers=workers),
        lambda form: actions.assign(participant=person, worker=form.cleaned_data["worker"], by=request.user),
    )
    if outcome.done:
        return redirect("participant_hands", found.pk, pk)
    context = {
        "practice": found,
        "person": person,
        "form": outcome.form,
        "retention_form": RetentionForm(initial={"retention": person.retention}),
        "until": erasing.end_of(person),
        "hold": erasing.holds(found.pk).filter(participant=person).first(),
        "hold_form": HoldForm(),
    }
    return render(request, "participants/hands.html", context, status=outcome.status)


@require_POST
def end(request: SignedIn, practice: int, pk: UUID, assignment: int) -> HttpResponse:
    found = practice_of(request, practice, MANAGE)
    person = known_by_code(found, pk)
    lasting = facts.assignments_of(found.pk).filter(facts.lasting(), participant=person)
    actions.end(assignment=get_object_or_404(lasting, pk=assignment), by=request.user)
    return redirect("participant_hands", found.pk, pk)

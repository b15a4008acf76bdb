"""How somebody sees themselves: asked now and again, and compared with the first time."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from cairn.participants.opening import opened
from cairn.people.asking import SignedIn
from cairn.plans import actions, facts
from cairn.plans.forms import RatingForm
from cairn.practices.submitting import done


def rate(request: SignedIn, pk: UUID) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    form = RatingForm(request.POST or None, initial={"on": timezone.localdate()})
    if done(form, lambda: actions.rate(participant=participant, by=request.user, **form.cleaned_data)):
        return redirect("plan", pk)
    context = {"participant": participant, "form": form, "pair": facts.pair_of(participant.pk)}
    return render(request, "plans/rate.html", context, status=422 if form.is_bound else 200)

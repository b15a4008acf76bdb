"""What one person wishes for work: as it stands, said anew, put first, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.needs import facts
from cairn.needs.actions import wishing
from cairn.needs.enums import Wish
from cairn.needs.forms.wishing import FORM_OF_WISH
from cairn.needs.views.person import context_of, of_person
from cairn.people.asking import SignedIn

if TYPE_CHECKING:
    from cairn.needs.models import Preference
    from cairn.participants.models import Participant


@of_person
def wishes(request: SignedIn, participant: Participant) -> HttpResponse:
    standing = facts.told(facts.wishes_of(participant.pk))
    context = context_of(
        participant,
        kinds=[
            (
                kind,
                [one for one in standing if one.wish.kind == kind and one.wish.wanted],
                [one for one in standing if one.wish.kind == kind and not one.wish.wanted],
            )
            for kind in Wish
        ],
        anything=bool(standing),
        past=facts.told(facts.past_wishes_of(participant.pk)),
    )
    return render(request, "needs/wishes.html", context)


@of_person
def new(request: SignedIn, participant: Participant, kind: str) -> HttpResponse:
    """What is said is saved; where somebody only looks for an occupation, the page comes back with what was found."""
    if kind not in FORM_OF_WISH:
        raise Http404
    looking = "find" in request.POST
    typed = request.POST.dict() if looking else {"said_on": timezone.localdate(), "wanted": "yes"}
    form = FORM_OF_WISH[kind](None if looking else request.POST or None, initial=typed)
    if form.is_valid():
        try:
            wishing.wish(participant=participant, kind=Wish(kind), by=request.user, **form.said)
            messages.success(request, _("Saved."))
            return redirect("wishes", participant.pk)
        except ValidationError as fault:
            form.add_error(None, fault)
    context = context_of(participant, form=form, kind=Wish(kind))
    return render(request, "needs/wish.html", context, status=422 if form.is_bound else 200)


@require_POST
@of_person
def first(request: SignedIn, participant: Participant, wish: UUID) -> HttpResponse:
    wishing.put_first(preference=_standing(participant, wish), by=request.user)
    return redirect("wishes", participant.pk)


@require_POST
@of_person
def take_back(request: SignedIn, participant: Participant, wish: UUID) -> HttpResponse:
    wishing.take_back(preference=_standing(participant, wish), by=request.user)
    messages.success(request, _("It does not stand any more. What was said before can be read below."))
    return redirect("wishes", participant.pk)


def _standing(participant: Participant, pk: UUID) -> Preference:
    return get_object_or_404(facts.wishes_of(participant.pk).select_related("participant"), pk=pk)

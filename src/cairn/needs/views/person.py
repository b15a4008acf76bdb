"""The way into every page on one person: assignment, the trail, and nothing kept by the browser."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.views.decorators.cache import never_cache

from cairn.participants.opening import opened
from cairn.people.asking import SignedIn

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from cairn.participants.models import Participant

Rest = ParamSpec("Rest")


def of_person(
    view: Callable[Concatenate[SignedIn, Participant, Rest], HttpResponse],
) -> Callable[Concatenate[SignedIn, UUID, Rest], HttpResponse]:
    """The view gets the participant, for whoever is assigned; for everyone else there is no such page."""

    @wraps(view)
    def view_of_person(
        request: SignedIn, pk: UUID, *arguments: Rest.args, **named: Rest.kwargs
    ) -> HttpResponse:
        return view(request, opened(by=request.user, pk=pk), *arguments, **named)

    kept_nowhere: Callable[Concatenate[SignedIn, UUID, Rest], HttpResponse] = never_cache(view_of_person)  # type: ignore[assignment]  # the wrapper names its arguments, nothing else
    return kept_nowhere


def context_of(participant: Participant, **more: Any) -> dict[str, Any]:
    """What every page on a person shows: whose it is and, where there is one, the way to their own page."""
    return {"participant": participant, "person_page": page_of(participant)} | more


def page_of(participant: Participant) -> str:
    try:
        return reverse("participant", args=[participant.pk])
    except NoReverseMatch:
        return ""

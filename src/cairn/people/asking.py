"""Who asks for a page, for the views of every room."""

from django.http import Http404, HttpRequest

from cairn.people.models import Person


class SignedIn(HttpRequest):
    """A request behind the sign-in: pages are private unless they say otherwise. For annotations only."""

    user: Person  # the middleware lets nobody else through


def only_if(allowed: bool) -> None:  # the name says what True means
    """What a person may not do looks the same as what is not there."""
    if not allowed:
        raise Http404

"""Where somebody is signed in, and how to end it: a lost phone is signed out from any other."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.people import actions, facts
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission


def show(request: SignedIn) -> HttpResponse:
    return render(request, "people/sessions.html", {"sessions": facts.sessions_of(request.user)})


@require_POST
def end(request: SignedIn, pk: int) -> HttpResponse:
    actions.end_session(session=get_object_or_404(UserSession, user=request.user, pk=pk))
    messages.success(request, _("That session is ended."))
    return redirect("own_sessions")


@require_POST
def end_all(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """For whoever manages people: someone's phone is lost, or they work here no more."""
    organisation = get_object_or_404(
        facts.organisations_of(request.user, Permission.MANAGE_PEOPLE), slug=slug
    )
    member = get_object_or_404(facts.members_of(organisation), person=pk)
    count = actions.sign_out_everywhere(person=member.person)
    messages.success(
        request,
        _("%(name)s is signed out everywhere (%(count)s sessions).")
        % {"name": member.person.name, "count": count},
    )
    return redirect("organisation", slug)

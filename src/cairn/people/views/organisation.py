"""An organisation and the people who work in it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from cairn.common import tables
from cairn.people import facts
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.models import Organisation
from cairn.people.roles import ROLES


def show(request: SignedIn, slug: str) -> HttpResponse:
    organisation = get_object_or_404(facts.organisations_of(request.user), slug=slug)
    return render(request, "people/organisation.html", page_of(organisation, request))


def export(request: SignedIn, slug: str, kind: str) -> HttpResponse:
    organisation = get_object_or_404(
        facts.organisations_of(request.user, Permission.MANAGE_PEOPLE), slug=slug
    )
    return tables.answer(kind, f"members-{slug}", facts.MEMBER_COLUMNS, facts.members_of(organisation))


def page_of(organisation: Organisation, request: SignedIn) -> dict[str, object]:
    return {
        "organisation": organisation,
        "members": facts.members_of(organisation),
        "roles": ROLES.values(),
        "may_manage": facts.may(request.user, Permission.MANAGE_PEOPLE, organisation),
    }

"""Bring someone into an organisation, or change what they do there."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cairn.people import actions, facts
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.forms import MemberForm
from cairn.people.roles import ROLES
from cairn.people.views.organisation import page_of


def give(request: SignedIn, slug: str) -> HttpResponse:
    organisation = get_object_or_404(
        facts.organisations_of(request.user, Permission.MANAGE_PEOPLE), slug=slug
    )
    form = MemberForm(request.POST or None, initial={"role": "assessor"})
    context = page_of(organisation, request) | {"form": form}
    if not form.is_valid():
        return render(request, "people/give_role.html", context)
    try:
        member, password = actions.invite(
            organisation=organisation,
            email=form.cleaned_data["email"],
            name=form.cleaned_data["name"],
            role=ROLES[form.cleaned_data["role"]],
        )
    except actions.NameMissing:
        form.add_error(
            "name", _("Nobody has an account with this address yet, so please give the person’s name.")
        )
        return render(request, "people/give_role.html", context)
    except actions.LastManager:
        form.add_error("role", _("Nobody else could manage people then. Give someone else that role first."))
        return render(request, "people/give_role.html", context)
    if password:
        return render(request, "people/invited.html", context | {"member": member, "password": password})
    messages.success(request, _("%(name)s has the role now.") % {"name": member.person.name})
    return redirect("organisation", slug)

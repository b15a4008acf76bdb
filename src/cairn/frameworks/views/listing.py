"""All loaded frameworks, open to everyone."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cairn.frameworks import facts
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where


@login_not_required
def listing(request: HttpRequest) -> HttpResponse:
    versions = facts.loaded().select_related("withdrawal")
    context = {
        "frameworks": [(facts.framework_of(one), getattr(one, "withdrawal", None)) for one in versions],
        "may_load": may_load(request),
    }
    return render(request, "frameworks/list.html", context)


def may_load(request: HttpRequest) -> bool:
    """Whether whoever asks may bring frameworks in and take them out of use."""
    person = request.user
    return person.is_authenticated and bool(organisations_where(person, Permission.LOAD_FRAMEWORKS))

"""All loaded frameworks, open to everyone."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cairn.frameworks import facts
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where


@login_not_required
def listing(request: HttpRequest) -> HttpResponse:
    person = request.user
    may_load = person.is_authenticated and bool(organisations_where(person, Permission.LOAD_FRAMEWORKS))
    frameworks = [facts.framework_of(version) for version in facts.loaded()]
    return render(request, "frameworks/list.html", {"frameworks": frameworks, "may_load": may_load})

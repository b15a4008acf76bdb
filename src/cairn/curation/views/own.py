"""The collections that one edits."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.curation import facts
from cairn.people.asking import SignedIn, only_if
from cairn.people.enums import Permission
from cairn.people.facts import organisations_of


def own(request: SignedIn) -> HttpResponse:
    only_if(organisations_of(request.user, Permission.CURATE).exists())
    return render(request, "curation/own.html", {"collections": facts.editable_by(request.user)})

"""One's own account: how one signs in, where one is signed in, and what opens it besides."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from cairn.people.asking import SignedIn


def show(request: SignedIn) -> HttpResponse:
    context = {"factor": is_mfa_enabled(request.user), "demanded": settings.SECOND_FACTOR}
    return render(request, "people/account.html", context)

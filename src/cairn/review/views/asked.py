"""What is asked of whoever is looking."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.people.asking import SignedIn
from cairn.review.asked import asked_of


def asked(request: SignedIn) -> HttpResponse:
    return render(request, "review/asked.html", {"asked": asked_of(request.user)})

"""What one was asked to judge."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.people.asking import SignedIn
from cairn.rounds import facts


def own(request: SignedIn) -> HttpResponse:
    return render(request, "rounds/own.html", {"seats": facts.seats_of(request.user)})

"""Keys for programs: see them and make new ones."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.people import actions
from cairn.people.asking import SignedIn
from cairn.people.forms import TokenForm


def tokens(request: SignedIn) -> HttpResponse:
    form = TokenForm(request.POST or None)
    secret = None
    if form.is_valid():
        _token, secret = actions.make_token(
            person=request.user, name=form.cleaned_data["name"], expires_at=form.cleaned_data["expires_at"]
        )
        form = TokenForm()
    context = {"form": form, "secret": secret, "tokens": request.user.tokens.all()}
    return render(request, "people/tokens.html", context)

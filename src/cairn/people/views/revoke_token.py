"""Take a key back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.people import actions
from cairn.people.asking import SignedIn


@require_POST
def revoke(request: SignedIn, pk: int) -> HttpResponse:
    actions.revoke_token(token=get_object_or_404(request.user.tokens, pk=pk))
    messages.success(request, _("The key opens nothing any more."))
    return redirect("token_list")

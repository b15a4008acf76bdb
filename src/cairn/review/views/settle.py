"""Resolve a conversation, or open it again."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from cairn.people.asking import SignedIn
from cairn.review import talk
from cairn.review.actions import commenting


@require_POST
def settle(request: SignedIn, pk: int) -> HttpResponse:
    thread = get_object_or_404(talk.visible_to(request.user), pk=pk)
    try:
        commenting.settle(thread=thread, resolved="reopen" not in request.POST, by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect(talk.address_of(thread))

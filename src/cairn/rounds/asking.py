"""Loading rounds and seats for a person, for every view of this room."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from cairn.people.asking import SignedIn
from cairn.rounds import facts
from cairn.rounds.models import Round, Seat
from cairn.rounds.pages import Page, pages_of


def round_or_404(request: SignedIn, pk: int) -> Round:
    """For whoever moderates it."""
    return get_object_or_404(facts.visible_to(request.user), pk=pk)


def readable_or_404(request: SignedIn, pk: int) -> Round:
    """For whoever moderates it, once its judgements may be read."""
    round_ = round_or_404(request, pk)
    if not facts.readable(round_):
        raise Http404
    return round_


def seat_or_404(request: SignedIn, pk: int) -> Seat:
    """For whoever sits there, and nobody else."""
    return get_object_or_404(facts.seats_of(request.user), pk=pk)


def page_or_404(seat: Seat, node_id: str) -> Page:
    for page in pages_of(seat, facts.framework_of(seat.round)):
        if page.node.id == node_id:
            return page
    raise Http404

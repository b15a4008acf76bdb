"""Finding the practice that a page is about, for those who may; and lists that are taken away with a purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from cairn.common import tables
from cairn.participants import facts
from cairn.people.asking import SignedIn
from cairn.sheets.forms import PurposeForm
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cairn.participants.models import Participant
    from cairn.practices.models import Practice


def known_by_code(practice: Practice, pk: UUID) -> Participant:
    """For who enrols and assigns: the code and who works with them, nothing else of the person."""
    return get_object_or_404(facts.by_code(practice.pk), pk=pk)


def taken(
    request: SignedIn,
    practice: Practice,
    *,
    kind: str,
    name: str,
    title: str,
    columns: Sequence[tables.Column],
    rows: Iterable[Any],
) -> HttpResponse:
    """Asks what for, writes it down with who asked, and gives the list as `kind` csv or xlsx."""
    form = PurposeForm(request.POST or None)
    if not form.is_valid():
        context = {"form": form, "practice": practice, "title": title}
        return render(request, "participants/purpose.html", context, status=422 if form.is_bound else 200)
    purpose = form.cleaned_data["purpose"]
    note(by=request.user, deed=Deed.EXPORTED, thing=f"list:{name}", practice=practice.pk, reason=purpose)
    return tables.answer(kind, f"{name}-{practice.slug}", columns, rows)

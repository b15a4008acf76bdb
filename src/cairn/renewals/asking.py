"""Loading an assessment for a person, and doing something from it, for every view of this room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from cairn.assessments import facts as assessments
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment


def assessment_or_404(
    request: SignedIn, pk: int, permission: Permission = Permission.SEE_ASSESSMENT
) -> Assessment:
    """Whoever sends something must be allowed to assess, whatever the page itself shows to whom."""
    needed = Permission.ASSESS if request.method == "POST" else permission
    return get_object_or_404(assessments.visible_to(request.user, needed), pk=pk)


def begun(request: SignedIn, begin: Callable[[], Assessment], back: str, pk: int) -> HttpResponse:
    """To what was begun, or back with the reason why it was not."""
    try:
        return redirect(begin())
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(back, pk)

"""A picture or recording of a form, for whoever answers it: at an address that says nothing, and without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cairn.surveys.media import facts as media
from cairn.surveys.media import serving
from cairn.voices import facts

if TYPE_CHECKING:
    from uuid import UUID

    from cairn.voices.models import Opening


@require_safe
@login_not_required
def file(request: HttpRequest, address: str, pk: UUID) -> HttpResponse:
    """Nothing at all where there is none: no page of ours is to be seen in its place."""
    opening = facts.at(address)
    found = media.file_of(opening.version, pk) if opening else None
    return serving.answer(request, found) if found else HttpResponse(status=404, content_type="text/plain")


def addresses_of(opening: Opening) -> dict[str, str]:
    """Of each file of its form, by name."""
    return media.addresses(
        opening.version, lambda file: reverse("voice_file", args=[opening.address, file.pk])
    )

"""What a device fetches before it goes where no network is, and what it sends afterwards."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from cairn.offline.actions import arriving
from cairn.offline.facts import packing
from cairn.offline.shapes import Sent
from cairn.offline.views.answering import FAULTS, refusal
from cairn.trail.actions import note_each
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn
    from cairn.people.models import Person


@require_GET
def pack(request: SignedIn) -> HttpResponse:
    """Taking it along is written down for each sheet and each person, as looking at them is."""
    get_token(request)  # the device sends it back with what it wrote
    _note(request.user)
    return JsonResponse(packing.pack_of(request.user))


def _note(by: Person) -> None:
    sheets = packing.sessions_of(by, timezone.localdate())
    taken = [(one.activity.practice_id, one.thing) for one in sheets]
    taken += [(one.practice_id, one.thing) for one in packing.people_of(by)]
    for practice, things in groupby(sorted(taken), key=itemgetter(0)):
        note_each(by=by, deed=Deed.READ, things=[thing for _practice, thing in things], practice=practice)


@require_POST
def send(request: SignedIn) -> HttpResponse:
    """One piece. 200 only where it stands on the server, now or since an earlier time; then the device may forget it."""
    try:
        sent = Sent.model_validate_json(request.body).sent
        if sent.person != request.user.pk:
            return _others()
        new = arriving.take_in(sent=sent, by=request.user)
    except FAULTS as fault:
        status, told = refusal(fault)
        return JsonResponse(told, status=status)
    return JsonResponse({"arrived": str(sent.uuid), "again": not new})


def _others() -> JsonResponse:
    words = _("Someone else wrote this on the device. Only they can send it: let them sign in.")
    return JsonResponse({"problem": "person", "words": words}, status=403)

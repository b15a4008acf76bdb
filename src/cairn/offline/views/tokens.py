"""Phones with ODK Collect: let one in by a code to scan, see which there are, shut one out."""

from __future__ import annotations

import base64
import json
import zlib
from typing import TYPE_CHECKING

import segno
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from cairn.offline.actions import tokens
from cairn.offline.facts.tokens import tokens_of
from cairn.offline.forms import TokenForm
from cairn.people.enums import Permission
from cairn.practices.facts import visible_to

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn
    from cairn.practices.models import Practice

MAY = Permission.EDIT_PRACTICE


@sensitive_variables("secret", "code")
def show(request: SignedIn, practice: int) -> HttpResponse:
    """The code of a new phone is on this one answer, and never again."""
    found = get_object_or_404(visible_to(request.user, MAY), pk=practice)
    form = TokenForm(request.POST or None)
    context: dict[str, object] = {"practice": found, "tokens": tokens_of(found.pk)}
    if form.is_valid():
        try:
            token, secret = tokens.make(practice=found, by=request.user, **form.cleaned_data)
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            server = _server(request, found)
            context |= {"made": token, "secret": secret, "server": server, "code": _code(server, secret)}
            form = TokenForm()
    return render(
        request, "offline/devices.html", context | {"form": form}, status=422 if form.errors else 200
    )


def _server(request: SignedIn, practice: Practice) -> str:
    """What phones put before `/formList` and `/submission`."""
    return request.build_absolute_uri(reverse("openrosa_forms", args=[practice.pk])).removesuffix("/formList")


def _code(server: str, secret: str) -> str:
    """ODK Collect's settings as a picture (docs.getodk.org, settings QR codes). The project is called as neutrally as our own page."""
    settings = {
        "general": {
            "server_url": server,
            "username": "phone",
            "password": secret,
            "form_update_mode": "match_exactly",
            "autosend": "wifi_and_cellular",
            "delete_send": True,
            "analytics": False,
        },
        "admin": {"change_form_metadata": False},
        "project": {"name": "Notes", "icon": "N", "color": "#175a52"},
    }
    packed = base64.b64encode(zlib.compress(json.dumps(settings).encode()))
    drawn: str = segno.make(packed, micro=False).svg_data_uri(scale=5, light="#fff")
    return drawn


@require_POST
def revoke(request: SignedIn, practice: int, token: int) -> HttpResponse:
    found = get_object_or_404(visible_to(request.user, MAY), pk=practice)
    tokens.revoke(token=get_object_or_404(tokens_of(found.pk), pk=token), by=request.user)
    messages.success(request, _("This phone is shut out."))
    return redirect("devices", found.pk)

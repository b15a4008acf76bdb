"""The OpenRosa door: forms go out to ODK Collect, and what was filled in comes in. In place of a session, a token for a practice.

Neither the token nor the `deviceID` that phones put into the address is looked at, kept or logged: addresses are logged without what
comes after their question mark, and headers never.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables

from cairn.offline import openrosa
from cairn.offline.actions import receiving
from cairn.offline.actions.receiving import Other
from cairn.offline.facts import offering
from cairn.offline.facts.tokens import token_of
from cairn.surveys.media import facts as media
from cairn.surveys.media import serving
from cairn.surveys.submissions import Unreadable, form_asked_for

if TYPE_CHECKING:
    from uuid import UUID

    from cairn.offline.facts.offering import Offered
    from cairn.offline.models import FieldToken

Rest = ParamSpec("Rest")
MOST = 10 * 1024 * 1024
"""Bytes of one request."""
MOST_XML = 1024 * 1024
"""Bytes of one form filled in."""
XML = "text/xml; charset=utf-8"


def door(
    view: Callable[Concatenate[HttpRequest, FieldToken, Rest], HttpResponse],
) -> Callable[Concatenate[HttpRequest, int, Rest], HttpResponse]:
    """The view gets the token; whoever brings none hears how to. Every answer says that OpenRosa is spoken here."""

    @wraps(view)
    def let_in(
        request: HttpRequest, practice: int, *arguments: Rest.args, **named: Rest.kwargs
    ) -> HttpResponse:
        token = token_of(practice, _secret_of(request))
        answer = view(request, token, *arguments, **named) if token else _stranger()
        answer["X-OpenRosa-Version"] = "1.0"
        answer["X-OpenRosa-Accept-Content-Length"] = str(MOST)
        answer["Date"] = http_date()
        return answer

    opened: Callable[Concatenate[HttpRequest, int, Rest], HttpResponse] = never_cache(let_in)  # type: ignore[assignment]  # the wrapper names its arguments, nothing else
    return csrf_exempt(login_not_required(opened))


@sensitive_variables()
def _secret_of(request: HttpRequest) -> str:
    """The password of Basic authentication; the name before it means nothing. Empty where there is none."""
    scheme, _blank, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(given, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _stranger() -> HttpResponse:
    answer = _told(401, _("This phone is not known here, or not any more. Ask for a new code to scan."))
    answer["WWW-Authenticate"] = 'Basic realm="forms", charset="UTF-8"'
    return answer


def _told(status: int, words: str) -> HttpResponse:
    return HttpResponse(openrosa.envelope(words), status=status, content_type=XML)


def _unknown() -> HttpResponse:
    return _told(404, _("There is no such form here in this version. Fetch the forms anew."))


@door
def forms(request: HttpRequest, token: FieldToken) -> HttpResponse:
    wanted = request.GET.get("formID", "")
    found = [one for one in offering.offered(token.practice) if wanted in {"", one.form_id}]
    showing = media.with_files([one.version for one in found])
    told = [_entry(request, token.practice_id, one, with_files=one.version.pk in showing) for one in found]
    return HttpResponse(openrosa.form_list(told), content_type=XML)


def _entry(request: HttpRequest, practice: int, one: Offered, *, with_files: bool) -> dict[str, str]:
    number = str(one.version.number)
    place = [practice, one.form_id, number]
    entry = {
        "formID": one.form_id,
        "name": one.name,
        "version": number,
        "hash": f"md5:{one.md5}",
        "downloadUrl": request.build_absolute_uri(reverse("openrosa_form", args=place)),
    }
    beside = {"manifestUrl": request.build_absolute_uri(reverse("openrosa_manifest", args=place))}
    return entry | beside if with_files else entry


@door
def form(_request: HttpRequest, token: FieldToken, key: str, version: str) -> HttpResponse:
    found = offering.found(token.practice, key, version)
    return HttpResponse(found.xform, content_type=XML) if found else _unknown()


@door
def manifest(request: HttpRequest, token: FieldToken, key: str, version: str) -> HttpResponse:
    """What the form shows and plays, under the names that stand in it."""
    found = offering.found(token.practice, key, version)
    if found is None:
        return _unknown()
    place = [token.practice_id, key, version]
    told = [
        {
            "filename": name,
            "hash": f"md5:{file.md5}",
            "downloadUrl": request.build_absolute_uri(reverse("openrosa_file", args=[*place, file.pk])),
        }
        for name, file in media.files_of(found.version).items()
    ]
    return HttpResponse(openrosa.manifest(told), content_type=XML)


@door
def file(request: HttpRequest, token: FieldToken, key: str, version: str, pk: UUID) -> HttpResponse:
    found = offering.found(token.practice, key, version)
    shown = media.file_of(found.version, pk) if found else None
    return serving.answer(request, shown) if shown else _unknown()


@door
def submission(request: HttpRequest, token: FieldToken) -> HttpResponse:
    """HEAD tells where to send and how much at once; POST brings one form filled in, or a part of what belongs to it."""
    if request.method == "HEAD":
        answer = HttpResponse(status=204, content_type=XML)
        answer["Location"] = request.build_absolute_uri(request.path)
        return answer
    if request.method != "POST":
        return _told(405, _("Filled-in forms are sent here by POST."))
    return _post(request, token)


def _post(request: HttpRequest, token: FieldToken) -> HttpResponse:
    try:
        return _received(request, token)
    except (Unreadable, MultiPartParserError) as fault:
        return _told(400, str(fault))
    except SuspiciousOperation:
        return _told(400, _("This has more parts than anything that a form asks for."))
    except PermissionDenied as fault:
        return _told(403, str(fault))
    except Other:
        return _told(409, _("Something else was received under this number before. Nothing was changed."))


def _received(request: HttpRequest, token: FieldToken) -> HttpResponse:
    if not request.META.get("CONTENT_LENGTH"):
        return _told(
            411, _("Say how long it is before you send it.")
        )  # in chunks nothing reaches us through WSGI
    if int(request.META["CONTENT_LENGTH"]) > MOST:
        return _told(413, _("This is too large. Send it in parts."))
    files = [one for name, each in request.FILES.lists() if name != "xml_submission_file" for one in each]
    sent = request.FILES.get("xml_submission_file")
    if sent is None:
        raise Unreadable(_("The part xml_submission_file is missing."))
    if (sent.size or 0) > MOST_XML:
        return _told(413, _("This is larger than any form that could be filled in."))
    data = sent.read()
    found = offering.found(token.practice, *form_asked_for(data))
    if found is None:
        return _unknown()
    new = receiving.receive(token=token, offered=found, data=data, parts=[file.read() for file in files])
    if new:
        return _told(201, _("Received. Thank you."))
    return _told(202, _("This was received before."))

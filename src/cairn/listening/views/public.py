"""The two pages below `/q/` that are ours: what became of what people said, and where something serious is said in confidence.

They stand under every address of a form, also once it is closed. Nothing of whoever opens them is asked, kept or written down.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from cairn.common.languages import autonym, is_rtl
from cairn.listening.actions import reports
from cairn.listening.enums import ReportKind
from cairn.listening.facts.points import told_at
from cairn.surveys.facts import survey_of
from cairn.surveys.shape import said_in
from cairn.surveys.writing.wording import title_in
from cairn.voices import facts as voices
from cairn.voices.facing import face, language_asked
from cairn.voices.saying import SOURCE, words_in

if TYPE_CHECKING:
    from cairn.voices.models import Opening

TOKEN = "q.token"  # noqa: S105  # the name of a field


class _Visit:
    """One look at one of the two pages."""

    def __init__(self, request: HttpRequest, opening: Opening) -> None:
        self.request, self.opening = request, opening
        self.languages = survey_of(opening.version).languages
        self.language = language_asked(request, list(self.languages)) or self.languages[0]
        self.words = words_in(self.language)

    def page(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        around = {
            "title": title_in(self.opening.version.sheets, self.language) or self.opening.version.title,
            "offered": [
                (tag, autonym(tag), "rtl" if is_rtl(tag) else "ltr")
                for tag in self.languages
                if tag != self.language
            ],
        }
        return face(
            self.request, template, address=self.opening.address, language=self.language,
            context=around | context, status=status,
        )  # fmt: skip


def _visit(request: HttpRequest, address: str) -> _Visit | None:
    opening = voices.at(address)
    return _Visit(request, opening) if opening else None


def _nothing(request: HttpRequest, address: str) -> HttpResponse:
    words = words_in(SOURCE)
    said = {"heading": words["nothing_here"], "text": words["try_address"]}
    return face(request, "voices/notice.html", address=address, language=SOURCE, context=said, status=404)


@require_GET
@login_not_required
def told(request: HttpRequest, address: str) -> HttpResponse:
    """In the language asked for where somebody wrote in it, else in one in which they did."""
    visit = _visit(request, address)
    if visit is None:
        return _nothing(request, address)
    opening = visit.opening
    activity = opening.session.activity_id if opening.session else None
    texts = []
    for each in told_at(activity, opening.consultation, opening.practice_id):
        tag = next(tag for tag in (visit.language, *visit.languages, *each.texts) if each.texts.get(tag))
        texts.append((tag, said_in(each.texts, tag), "rtl" if is_rtl(tag) else "ltr"))
    return visit.page("listening/public/told.html", texts=texts)


# No cookie exists that a strange page could misuse; instead each page carries a token of its own that counts once.
@csrf_exempt
@require_http_methods(["GET", "POST"])
@login_not_required
def serious(request: HttpRequest, address: str) -> HttpResponse:
    visit = _visit(request, address)
    if visit is None:
        return _nothing(request, address)
    if request.method != "POST":
        return _asking(visit)
    token, kind = request.POST.get(TOKEN, ""), request.POST.get("kind", "")
    try:
        _signer(address).unsign(token)
        reports.take_in(
            practice=visit.opening.practice,
            session=visit.opening.session,
            kind=kind if kind in ReportKind else ReportKind.OTHER,
            text=request.POST.get("text", ""),
            language=visit.language,
            by=None,
            token=token,
        )
    except BadSignature:
        return _asking(visit, fault="try_again")
    except ValidationError as refusal:
        return _asking(visit, fault="serious_full" if refusal.messages == [reports.FULL] else "serious_empty")
    return visit.page("listening/public/serious_arrived.html")


def _asking(visit: _Visit, fault: str = "") -> HttpResponse:
    """What was typed stays."""
    sent, address = visit.request.POST, visit.opening.address
    return visit.page(
        "listening/public/serious.html",
        status=422 if fault else 200,
        fault=fault and visit.words[fault],
        token=_signer(address).sign(secrets.token_urlsafe(12)),
        kinds=[(kind.value, visit.words[f"serious_{kind}"], sent.get("kind") == kind) for kind in ReportKind],
        text=sent.get("text", ""),
    )


def _signer(address: str) -> Signer:
    return Signer(salt=f"listening:serious:{address}")

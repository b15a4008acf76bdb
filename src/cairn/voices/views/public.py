"""The pages under `/q/`: whoever has the address answers, without a name, in their language, and can be gone at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from cairn.common.languages import autonym, is_rtl
from cairn.surveys import facts as surveys
from cairn.surveys.answering import Answered, answered, usual_words
from cairn.surveys.shape import Survey
from cairn.surveys.showing import asked, page_after, pages
from cairn.voices import facts, gathering
from cairn.voices.enums import Taken, Way
from cairn.voices.facing import face, way_out
from cairn.voices.intake import Submission
from cairn.voices.models import Opening
from cairn.voices.saying import SOURCE, Words, words_in
from cairn.voices.submitting import LANGUAGE, MODE, PAGE, TOKEN, apart, carried, is_ours, new_token, said_in
from cairn.voices.views.files import addresses_of

SHOWN_FOR = 20
"""Seconds until the team's tablet is ready for the next person by itself."""


class SeeOther(HttpResponseRedirect):
    """After a form was sent: asked for anew, never sent anew."""

    status_code = 303


@require_GET
@login_not_required
def leave(request: HttpRequest, address: str) -> HttpResponse:
    """Away from here, to a page on which anybody could be. Not even whether the address is one of ours is looked up.

    What the browser cached goes. Not what it stores: our public pages store nothing, but on the team's tablet what staff wrote
    without a network waits there, and any page elsewhere could call this address (docs/decisions/0014).
    """
    answer = SeeOther(way_out(request.GET.get("lang", SOURCE)))
    answer["Clear-Site-Data"] = '"cache"'
    answer["Referrer-Policy"] = "no-referrer"
    return answer


# No cookie exists that a strange page could misuse; instead each page carries a token of its own that counts once.
@csrf_exempt
@require_http_methods(["GET", "POST"])
@login_not_required
def ask(request: HttpRequest, address: str) -> HttpResponse:
    return _Visit.begin(request, address, Way.PHONE)


@csrf_exempt
@require_http_methods(["GET", "POST"])
@login_not_required
def kiosk(request: HttpRequest, address: str) -> HttpResponse:
    """On the team's tablet: after the thanks it begins again for the next person."""
    return _Visit.begin(request, address, Way.KIOSK)


@dataclass(frozen=True, slots=True)
class _Visit:
    request: HttpRequest
    opening: Opening
    survey: Survey
    language: str
    way: Way

    @classmethod
    def begin(cls, request: HttpRequest, address: str, way: Way) -> HttpResponse:
        opening = facts.at(address)
        if opening is None:
            words = words_in(SOURCE)
            said = {"heading": words["nothing_here"], "text": words["try_address"]}
            return face(
                request, "voices/notice.html", address=address, language=SOURCE, context=said, status=404
            )
        survey = surveys.survey_of(opening.version)
        languages = list(survey.languages)
        wanted = request.POST.get(LANGUAGE, "") if request.method == "POST" else request.GET.get("lang", "")
        language = wanted if wanted in languages else None
        if language is None and len(languages) > 1:
            return _choose(request, opening, languages, way)
        visit = cls(request, opening, survey, language or languages[0], way)
        return visit.taken() if request.method == "POST" else visit.shown()

    @property
    def words(self) -> Words:
        return words_in(self.language)

    @property
    def title(self) -> str:
        return surveys.title_in(self.opening.version, self.language)

    @property
    def place(self) -> str:
        return _place(self.opening, self.way)

    def page(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        around = {
            "opening": self.opening,
            "place": self.place,
            "kiosk": self.way == Way.KIOSK,
            "heading": self.title,
        }
        return face(
            self.request, template, address=self.opening.address, language=self.language,
            context=around | context, status=status,
        )  # fmt: skip

    def shown(self) -> HttpResponse:
        done = self.request.GET.get("done")
        if done in Taken:
            return self.thanks(had_it=done == Taken.BEFORE)
        if shut := self.shut():
            return self.closed(shut)
        mode = self.request.GET.get("by")
        if mode == "one":
            return self.one(page_after(self.survey, {}, ""), {})
        if mode == "all":
            return self.all({})
        return self.page("voices/before.html")

    def shut(self) -> str:
        """The key of what to say where nobody can answer; "" while they can."""
        if self.opening.closed_on is None and timezone.localdate() < self.opening.opens_on:
            return "not_yet"
        if not facts.is_open(self.opening):
            return "closed"
        return "" if facts.counted([self.opening])[self.opening.pk].left else "full"

    def closed(self, why: str) -> HttpResponse:
        said = {"heading": self.words["not_open"], "text": self.words[why]}
        return self.page("voices/notice.html", status=410, **said)

    def thanks(self, *, had_it: bool) -> HttpResponse:
        answer = self.page("voices/thanks.html", had_it=had_it)
        if self.way == Way.KIOSK:
            answer["Refresh"] = f"{SHOWN_FOR}; url={self.place}"
        return answer

    # What was sent.

    def taken(self) -> HttpResponse:
        sent = self.request.POST
        said = said_in(sent, self.survey)
        token = sent.get(TOKEN, "")
        told = answered(self.survey, said, self.language, _faults(self.words))
        if sent.get(MODE) == "one" and (turned := self.turned(said, told, sent.get(PAGE, ""))):
            return turned
        if told.faults or not is_ours(self.opening, token):
            return self.all(said, told, status=422, stale=not is_ours(self.opening, token))
        return self.kept(told, token)

    def kept(self, told: Answered, token: str) -> HttpResponse:
        closed, free = apart(self.survey, told.answers)
        try:
            taken = gathering.take_in(
                Submission(self.opening.pk, token, self.language, self.way, closed, free)
            )
        except ValidationError as refusal:
            return self.closed(refusal.error_list[0].code or "closed")
        return SeeOther(f"{self.place}?lang={self.language}&done={taken}")

    def turned(self, said: dict[str, list[str]], told: Answered, last: str) -> HttpResponse | None:
        """The next question, or the former; None where all were asked and the answer is to be kept."""
        turns = pages(self.survey, said)
        here = next((number for number, page in enumerate(turns) if last in page), -1)
        if "back" in self.request.POST:
            return self.one(turns[max(here - 1, 0)] if turns else (), said)
        if here >= 0 and set(turns[here]) & set(told.faults):
            return self.one(turns[here], said, told, status=422)
        following = page_after(self.survey, said, last)
        return self.one(following, said) if following else None

    # The form.

    def all(
        self,
        said: dict[str, list[str]],
        told: Answered | None = None,
        *,
        status: int = 200,
        stale: bool = False,
    ) -> HttpResponse:
        return self.form(said, told, None, status=status, stale=stale)

    def one(
        self,
        names: tuple[str, ...],
        said: dict[str, list[str]],
        told: Answered | None = None,
        *,
        status: int = 200,
    ) -> HttpResponse:
        turns = pages(self.survey, said)
        number = turns.index(names) + 1 if names in turns else 1
        return self.form(
            said, told, names, status=status, number=number, of=max(len(turns), 1), carried=carried(said, names),
            page=names[-1] if names else "", last=number >= len(turns),
            progress=self.words.marked("question_of", number=number, all=max(len(turns), 1)),
        )  # fmt: skip

    def form(
        self,
        said: dict[str, list[str]],
        told: Answered | None,
        names: tuple[str, ...] | None,
        *,
        status: int,
        **more: Any,
    ) -> HttpResponse:
        faults = told.faults if told else {}
        shown, skip = addresses_of(self.opening), self.words.plain("skip")
        parts = asked(self.survey, self.language, said, faults, only=names, media=shown, skip=skip)
        token = self.request.POST.get(TOKEN, "")
        return self.page(
            "voices/form.html", status=status, parts=parts, faults=bool(faults), by="all" if names is None else "one",
            token=token if is_ours(self.opening, token) else new_token(self.opening), **more,
        )  # fmt: skip


def _choose(request: HttpRequest, opening: Opening, languages: list[str], way: Way) -> HttpResponse:
    offered = [(tag, autonym(tag), "rtl" if is_rtl(tag) else "ltr") for tag in languages]
    context = {"offered": offered, "place": _place(opening, way)}
    return face(
        request, "voices/choose.html", address=opening.address, language=languages[0], context=context
    )


def _place(opening: Opening, way: Way) -> str:
    return reverse("voice_kiosk" if way == Way.KIOSK else "voice_ask", args=[opening.address])


def _faults(words: Words) -> dict[str, str]:
    return {key: words.plain(key) for key in usual_words()}

"""Somebody of the team enters what was said on paper, at the telephone or to a helper: one after another, none shown again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from cairn.common.languages import is_rtl, language_name
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.surveys import facts as surveys
from cairn.surveys.answering import Answered, answered
from cairn.surveys.showing import asked
from cairn.voices import actions, facts
from cairn.voices.enums import Taken, Way
from cairn.voices.forms import EnterForm
from cairn.voices.models import Opening
from cairn.voices.submitting import TOKEN, apart, is_ours, new_token, said_in
from cairn.voices.views.files import addresses_of
from cairn.voices.views.loading import opening_of


def enter(request: SignedIn, pk: int) -> HttpResponse:
    opening = opening_of(request, pk, Permission.RECORD_SESSIONS)
    survey = surveys.survey_of(opening.version)
    chosen = EnterForm(request.POST or request.GET or None, opening=opening)
    if not chosen.is_valid():
        first = EnterForm(opening=opening, initial={"lang": survey.languages[0], "way": Way.PAPER})
        return _page(request, opening, first)
    way, language = chosen.cleaned_data["way"], chosen.cleaned_data["lang"]
    if request.method == "GET":
        return _page(request, opening, chosen, said={})
    said = said_in(request.POST, survey)
    told = _on_paper(answered(survey, said, language), said)
    if not is_ours(opening, request.POST.get(TOKEN, "")):
        messages.warning(request, _("This page was too old. Please save once more."))
    elif not told.faults:
        try:
            _take(request, opening, told, language, way)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            return redirect(f"{reverse('voice_enter', args=[opening.pk])}?way={way}&lang={language}")
    return _page(request, opening, chosen, said=said, told=told, status=422)


def _on_paper(told: Answered, said: dict[str, list[str]]) -> Answered:
    """What was left empty on paper cannot be asked again."""
    left = {name: fault for name, fault in told.faults.items() if any(map(str.strip, said.get(name, ())))}
    return Answered(told.answers, left, told.shown)


def _take(request: SignedIn, opening: Opening, told: Answered, language: str, way: str) -> None:
    closed, free = apart(surveys.survey_of(opening.version), told.answers)
    taken = actions.take_in(
        opening=opening, token=request.POST[TOKEN], language=language, way=way, said=closed, remarks=free
    )
    counted = facts.counted([opening])[opening.pk]
    words = _("We had it already: %(answers)s of %(expected)s.") if taken == Taken.BEFORE else _("Taken in: %(answers)s of %(expected)s.")  # fmt: skip
    messages.success(request, words % {"answers": counted.answers, "expected": counted.expected})


def _page(
    request: SignedIn,
    opening: Opening,
    chosen: EnterForm,
    *,
    said: dict[str, list[str]] | None = None,
    told: Answered | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {"opening": opening, "practice": opening.practice, "chosen": chosen}
    if said is not None:
        language = chosen.cleaned_data["lang"]
        context |= {
            "parts": asked(
                surveys.survey_of(opening.version),
                language,
                said,
                told.faults if told else {},
                media=addresses_of(opening),
                skip=_("No answer"),
                only=[question.name for question in surveys.survey_of(opening.version).questions()],
            ),
            "spoken": language,
            "how": f"{language_name(language)}, {Way(chosen.cleaned_data['way']).label}",
            "direction": "rtl" if is_rtl(language) else "ltr",
            "token": new_token(opening),
        }
    return render(request, "voices/enter.html", context, status=status)

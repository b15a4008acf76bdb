"""What people answered, form by form: pooled, drawn, with a table behind each drawing, and to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from cairn.activities.facts.offering import visible_to as activities_visible_to
from cairn.common import tables
from cairn.common.languages import language_name
from cairn.listening import showing
from cairn.listening.actions.taking import rows, take
from cairn.listening.facts import answers
from cairn.listening.forms.answers import ChooseForm, TakeForm
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.practices.asking import practice_of
from cairn.surveys.facts import forms_of
from cairn.voices import facts as voices
from cairn.voices.enums import Way

if TYPE_CHECKING:
    from cairn.practices.models import Practice
    from cairn.surveys.models import Form
    from cairn.voices.models import Pool


def overview(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    context = {
        "practice": found,
        "forms": [line for form in forms_of(found) if (line := _line(found, form))],
        "waiting": voices.waiting(found.pk),
        "held": voices.held_for(request.user, found.pk).count(),
        "few": voices.FEW_ANSWERS,
        "may_keep": may(request.user, Permission.KEEP_RECORDS, found.organisation),
    }
    return render(request, "listening/answers.html", context)


def _line(practice: Practice, form: Form) -> dict[str, Any] | None:
    """None for a form by which nobody was asked, or too few."""
    pools = answers.chosen(practice, form)
    if not pools:
        return None
    survey, given = answers.wording(pools), voices.answers_in(*pools)
    question = answers.overall(survey)
    share = question and answers.favourable(question, given)
    return {
        "form": form,
        "title": voices.version_of(pools[-1]).title,
        "answers": len(given),
        "response": showing.response_said(answers.response(pools)),
        "overall": showing.share_said(share) if share else "",
        "last_on": pools[-1].last_on,
    }


def of_form(request: SignedIn, practice: int, form: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    asked = get_object_or_404(forms_of(found), pk=form)
    choosing = _choosing(request, found)
    pools = answers.chosen(found, asked, **choosing.said)
    context = {
        "practice": found,
        "form": asked,
        "choosing": choosing,
        "filtered": bool(choosing.said),
        "few": voices.FEW_ANSWERS,
        "may_export": may(request.user, Permission.EXPORT_RECORDS, found.organisation),
        "query": request.GET.urlencode(),
        **(_told(request, pools) if pools else {}),
    }
    return render(request, "listening/answers_form.html", context)


def _choosing(request: SignedIn, practice: Practice) -> ChooseForm:
    activities = activities_visible_to(request.user).filter(practice=practice)
    return ChooseForm(request.GET, activities=activities)


def _told(request: SignedIn, pools: list[Pool]) -> dict[str, Any]:
    survey, given = answers.wording(pools), voices.answers_in(*pools)
    question = answers.overall(survey)
    periods = answers.trend(pools, question) if question else []
    share = question and answers.favourable(question, given)
    ways = dict(Way.choices)
    return {
        "pools": pools,
        "title": voices.version_of(pools[-1]).title,
        "number": len(given),
        "response": showing.response_said(answers.response(pools)),
        "overall": showing.share_said(share) if share else "",
        "questions": [
            showing.shown(each) for each in answers.told(survey, given, request.LANGUAGE_CODE or "en")
        ],
        "trend": showing.trend_chart(periods).drawn(key="trend", rtl=get_language_bidi())
        if len(periods) > 1
        else None,
        "periods": [showing.cells_of(each) for each in periods],
        "languages": [
            (language_name(tag) if tag else _("other languages"), count)
            for tag, count in answers.languages(given).items()
        ],
        "ways": [(ways.get(way, _("other ways")), count) for way, count in answers.ways(given).items()],
        "remarks": list(voices.remarks_in(*pools)),
    }


def export(request: SignedIn, practice: int, form: int) -> HttpResponse:
    """Asks for a purpose and a language first; both stand in the trail with who took it."""
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    asked = get_object_or_404(forms_of(found), pk=form)
    pools = answers.chosen(found, asked, **_choosing(request, found).said)
    if not pools:
        raise Http404
    survey = answers.wording(pools)
    taking = TakeForm(request.POST or None, languages=survey.languages)
    if not taking.is_valid():
        context = {"practice": found, "form": taking, "asked": asked}
        return render(request, "listening/take.html", context, status=422 if taking.is_bound else 200)
    said = taking.cleaned_data
    take(practice=found, form=asked, purpose=said["purpose"], by=request.user)
    columns, told = rows(survey, pools, said["language"])
    return tables.answer(said["kind"], f"{asked.key}-{found.slug}", columns, told)

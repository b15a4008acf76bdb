"""What people wrote in their own words: read by somebody who was not there, passed on, put under themes, made into points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cairn.listening.actions.coding import code
from cairn.listening.facts import points, remarks
from cairn.listening.forms.remarks import LanguageForm, ThemesForm
from cairn.listening.showing import heard
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of
from cairn.practices.facts import visible_to
from cairn.voices import actions as voices
from cairn.voices.enums import RemarkState

if TYPE_CHECKING:
    from cairn.voices.models import Pool, Remark

ON_A_PAGE = 20


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.KEEP_RECORDS)
    likely = remarks.languages_in(found)
    choosing = LanguageForm(request.GET, languages=likely)
    language = choosing.said
    passed = remarks.passed_in(found, language, likely) if language else remarks.passed(found)
    page = Paginator(passed, ON_A_PAGE).get_page(request.GET.get("page"))
    coded, themes = remarks.themes_of(page.object_list), list(points.themes_of(found.pk))
    context = {
        "practice": found,
        "held": [heard(each, remarks.written(each, likely)) for each in remarks.held(request.user, found.pk)],
        "page": page,
        "passed": [
            (
                heard(remark, remarks.written(remark, likely)),
                _themes_form(remark, themes, coded.get(remark.pk, [])),
                _point_of(remark),
            )
            for remark in page.object_list
        ],
        "choosing": choosing,
        "narrowed": bool(language),
        "query": urlencode({"language": language}) if language else "",
        "themed": bool(themes),
        "counted": remarks.counted(found.pk),
    }
    return render(request, "listening/remarks.html", context)


def _themes_form(remark: Remark, themes: list[Any], chosen: list[int]) -> ThemesForm:
    form = ThemesForm(auto_id=f"{remark.pk}-%s", initial={"themes": [str(pk) for pk in chosen]})
    form.fields["themes"].choices = [(str(theme.pk), theme.title) for theme in themes]  # type: ignore[attr-defined]  # a ChoiceField
    return form


def _point_of(remark: Remark) -> str:
    """Where it becomes a point: with the activity, and no day finer than the month in which its pool ends."""
    pool = cast("Pool", remark.opening.pool)  # what was passed on lies in one
    first = pool.last_on.replace(day=1)
    said = {"remark": remark.pk, "said_on": first, "activity": pool.activity_id or ""}
    return f"{reverse('point_new', args=[remark.opening.practice_id])}?{urlencode(said)}"


@require_POST
def judge(request: SignedIn, pk: UUID) -> HttpResponse:
    """Pass it on or keep it back: only what waits for this person."""
    remark = _of(request, pk, held=True)
    act = voices.pass_on if request.POST.get("to") == RemarkState.PASSED else voices.keep_back
    act(remark=remark, by=request.user)
    return redirect("remarks", remark.opening.practice_id)


@require_POST
def themes(request: SignedIn, pk: UUID) -> HttpResponse:
    remark = _of(request, pk, held=False)
    asked = set(request.POST.getlist("themes"))
    chosen = [one for one in points.themes_of(remark.opening.practice_id) if str(one.pk) in asked]
    code(remark=remark, themes=chosen, by=request.user)
    return redirect("remarks", remark.opening.practice_id)


def _of(request: SignedIn, pk: UUID, *, held: bool) -> Remark:
    for practice in visible_to(request.user, Permission.KEEP_RECORDS):
        among = remarks.held(request.user, practice.pk) if held else remarks.passed(practice)
        if remark := among.filter(pk=pk).first():
            return remark
    raise Http404

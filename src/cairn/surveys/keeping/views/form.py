"""One form: its languages and versions, and what can be done with it as a whole."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of
from cairn.surveys import actions, checking, facts
from cairn.surveys.keeping.asking import form_of, may_keep, own_form_of, version_in_use
from cairn.surveys.media import facts as media
from cairn.surveys.models import Draft


def show(request: SignedIn, practice: int, form: int) -> HttpResponse:
    found, survey = form_of(request, practice, form)
    version = version_in_use(survey)
    context = {
        "practice": found,
        "form": survey,
        "version": version,
        "title": facts.title_in(version, get_language() or ""),
        "tallies": checking.tallies(version),
        "versions": survey.versions.defer("xform", "sheets").select_related("made_by"),
        "draft": Draft.objects.filter(form=survey).select_related("changed_by").first(),
        "files": media.lines(version),
        "may_keep": may_keep(request, found),
    }
    return render(request, "surveys/form.html", context)


@require_POST
def copy(request: SignedIn, practice: int, form: int) -> HttpResponse:
    """Start from ours."""
    found = practice_of(request, practice, Permission.KEEP_RECORDS)
    _practice, survey = form_of(request, practice, form)
    version = actions.copy_form(version=version_in_use(survey), practice=found, by=request.user)
    return redirect("form", found.pk, version.form_id)


@require_POST
def retire(request: SignedIn, practice: int, form: int) -> HttpResponse:
    """Out of use from today, or in use again."""
    found, survey = own_form_of(request, practice, form)
    actions.retire(form=survey, on=None if survey.retired_on else timezone.localdate(), by=request.user)
    return redirect("form", found.pk, survey.pk)

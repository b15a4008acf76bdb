"""How a form says everything in one language, and who has read it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from cairn.people.asking import SignedIn
from cairn.surveys import checking
from cairn.surveys.keeping import naming
from cairn.surveys.keeping.asking import form_of, may_keep, own_form_of, version_in_use
from cairn.surveys.models import FormVersion


def show(request: SignedIn, practice: int, form: int, tag: str) -> HttpResponse:
    found, survey = form_of(request, practice, form)
    version = _with(version_in_use(survey), tag)
    context = {
        "practice": found,
        "form": survey,
        "version": version,
        "tag": tag,
        "is_default": tag == version.languages[0],
        "tally": next(each for each in checking.tallies(version) if each.tag == tag),
        "lines": [(naming.name_of(each.text), each) for each in checking.standings(version, tag)],
        "may_check": may_keep(request, found) and survey.practice_id == found.pk,
    }
    return render(request, "surveys/language.html", context)


@require_POST
def confirm(request: SignedIn, practice: int, form: int, tag: str) -> HttpResponse:
    """I speak this language and what I ticked is right; or one of mine was not right after all."""
    found, survey = own_form_of(request, practice, form)
    version = _with(version_in_use(survey), tag)
    if place := request.POST.get("back"):
        checking.take_back(version=version, tag=tag, place=place, by=request.user)
    else:
        count = checking.confirm(
            version=version, tag=tag, places=request.POST.getlist("places"), by=request.user
        )
        said = ngettext("%(count)s text is checked now.", "%(count)s texts are checked now.", count)
        messages.success(
            request, said % {"count": count} if count else _("Tick the texts that are right first.")
        )
    return redirect("form_language", found.pk, survey.pk, tag)


def _with(version: FormVersion, tag: str) -> FormVersion:
    if tag not in version.languages:
        raise Http404
    return version

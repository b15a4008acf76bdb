"""The headings under which a practice gathers what people say."""

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cairn.listening.actions import points as actions
from cairn.listening.facts import points as facts
from cairn.listening.forms.points import ThemeForm
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of
from cairn.practices.submitting import done


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.KEEP_RECORDS)
    form = ThemeForm(request.POST or None)
    if done(form, lambda: actions.add_theme(practice=found, by=request.user, **form.cleaned_data)):
        return redirect("themes", found.pk)
    themes = facts.themes_of(found.pk, retired_too=True).annotate(number=Count("points"))
    context = {"practice": found, "form": form, "themes": themes}
    return render(request, "listening/themes.html", context, status=422 if form.is_bound else 200)


@require_POST
def begin(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.KEEP_RECORDS)
    actions.begin_themes(practice=found, by=request.user)
    return redirect("themes", found.pk)


@require_POST
def retire(request: SignedIn, practice: int, theme: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.KEEP_RECORDS)
    themed = get_object_or_404(facts.themes_of(found.pk, retired_too=True), pk=theme)
    actions.retire_theme(theme=themed, by=request.user, again=themed.retired_on is not None)
    return redirect("themes", found.pk)

"""Start an assessment of a practice."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cairn.assessments import actions
from cairn.assessments.forms import StartForm
from cairn.common.languages import language_name
from cairn.frameworks.enums import Mode
from cairn.frameworks.facts import offered
from cairn.frameworks.models import FrameworkVersion
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices import facts as practices
from cairn.practices.models import Practice


def start(request: SignedIn, pk: int) -> HttpResponse:
    practice = get_object_or_404(practices.visible_to(request.user, Permission.ASSESS), pk=pk)
    choices = {"framework": frameworks_to_choose(), "language": languages_for(practice)}
    form = StartForm(request.POST or None, choices=choices)
    if form.is_valid():
        try:
            return redirect(
                actions.start(
                    practice=practice,
                    framework_version=FrameworkVersion.objects.get(pk=form.cleaned_data["framework"]),
                    mode=Mode(form.cleaned_data["mode"]),
                    language=form.cleaned_data["language"],
                    by=request.user,
                )
            )
        except ValidationError as error:
            form.add_error(None, error.messages)
    return render(request, "assessments/start.html", {"practice": practice, "form": form})


def frameworks_to_choose() -> list[tuple[str, str]]:
    """Every version in use, newest first within each framework."""
    versions = offered().values_list("pk", "title", "version")
    return [(str(pk), f"{title}, {version}") for pk, title, version in versions]


def languages_for(practice: Practice) -> list[tuple[str, str]]:
    """The interface's languages first, then those in which the practice works."""
    tags = dict.fromkeys([*(code for code, _ in settings.LANGUAGES), *practice.languages])
    return [(tag, language_name(tag)) for tag in tags]

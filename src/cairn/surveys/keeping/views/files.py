"""The pictures and recordings of a version: which are there, which are missing and where they are named, how heavy they make a page."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cairn.people.asking import SignedIn
from cairn.practices.submitting import done
from cairn.surveys.keeping.asking import form_of, may_keep, own_form_of, version_of
from cairn.surveys.keeping.forms import FilesForm
from cairn.surveys.keeping.views.bring import told_of_files
from cairn.surveys.media import actions, facts
from cairn.surveys.media.unfit import Unfit
from cairn.surveys.media.unpacking import packed, unpacked
from cairn.surveys.models import FormVersion
from cairn.surveys.writing.workbook import as_xlsx


def show(request: SignedIn, practice: int, form: int, number: int) -> HttpResponse:
    found, survey = (own_form_of if request.method == "POST" else form_of)(request, practice, form)
    version = version_of(survey, number)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    asked = FilesForm(*posted)
    if posted and done(asked, lambda: _bring(request, version, asked)):
        messages.success(request, _("Kept."))
        return redirect("form_files", found.pk, survey.pk, number)
    lines = facts.lines(version)
    context = {
        "practice": found,
        "form": survey,
        "version": version,
        "lines": sorted(lines, key=lambda line: line.file is not None),
        "missing": sum(line.file is None for line in lines),
        "weights": [(tag, facts.weight(version, tag)) for tag in version.languages],
        "asked": asked,
        "may_bring": asked.is_bound
        or (survey.practice_id == found.pk and may_keep(request, found) and not version.asked_since),
    }
    return render(request, "surveys/files.html", context, status=422 if asked.is_bound else 200)


def take(request: SignedIn, practice: int, form: int, number: int) -> HttpResponse:
    """The version as a workbook with its files, as other programs take them too."""
    _practice, survey = form_of(request, practice, form)
    version = version_of(survey, number)
    name = f"{survey.key}-{number}"
    files = {f"media/{each}": facts.content_of(file) for each, file in facts.files_of(version).items()}
    book = as_xlsx(version.sheets, key=survey.key, number=number)
    response = HttpResponse(packed({f"{name}.xlsx": book} | files), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return response


def _bring(request: SignedIn, version: FormVersion, form: FilesForm) -> None:
    try:
        files = unpacked(form.cleaned_data["media_files"])
    except Unfit as fault:
        raise ValidationError({"media_files": str(fault)}) from fault
    actions.bring(version=version, brought=files, by=request.user)
    told_of_files(request, version, files)

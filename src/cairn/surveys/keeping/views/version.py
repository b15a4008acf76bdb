"""One version: as people will see it, as a workbook, and on paper."""

import re
from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from cairn.common.tables import XLSX
from cairn.people.asking import SignedIn
from cairn.surveys import facts
from cairn.surveys.keeping import paper
from cairn.surveys.keeping.asking import form_of, version_of
from cairn.surveys.media import facts as media
from cairn.surveys.media import serving
from cairn.surveys.models import FormVersion
from cairn.surveys.shape import Survey
from cairn.surveys.showing import Asked, Heading, asked
from cairn.surveys.writing.workbook import as_xlsx

CODE = re.compile(r"[A-Za-z0-9-]{1,20}")


def language_asked(request: SignedIn, version: FormVersion) -> str:
    """Of the version's languages the one that was asked for, else its default."""
    asked = request.GET.get("language", "")
    return asked if asked in version.languages else version.languages[0]


def preview(request: SignedIn, practice: int, form: int, number: int) -> HttpResponse:
    """Read-only: nothing that is ticked here goes anywhere."""
    found, survey = form_of(request, practice, form)
    version = version_of(survey, number)
    language = language_asked(request, version)
    context = {
        "practice": found,
        "form": survey,
        "version": version,
        "shown": language,
        "languages": version.languages,
        "title": facts.title_in(version, language),
        "parts": all_of(facts.survey_of(version), language, addresses_of(found.pk, version)),
    }
    return render(request, "surveys/preview.html", context)


def all_of(survey: Survey, language: str, shown: Mapping[str, str]) -> list[Heading | Asked]:
    """Every question as participants see it, those as well that are asked only after certain answers."""
    return asked(survey, language, only=[question.name for question in survey.questions()], media=shown)


def addresses_of(practice: int, version: FormVersion) -> dict[str, str]:
    """Where those who keep a practice’s records get each picture and recording."""
    return media.addresses(
        version, lambda file: reverse("form_file", args=[practice, version.form_id, version.number, file.pk])
    )


def file(request: SignedIn, practice: int, form: int, number: int, pk: UUID) -> HttpResponse:
    """One picture or recording."""
    _practice, survey = form_of(request, practice, form)
    return serving.answer(request, get_object_or_404(version_of(survey, number).files, pk=pk))


def take(request: SignedIn, practice: int, form: int, number: int) -> HttpResponse:
    """The version as an XLSForm workbook."""
    _practice, survey = form_of(request, practice, form)
    version = version_of(survey, number)
    response = HttpResponse(as_xlsx(version.sheets, key=survey.key, number=number), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{survey.key}-{number}.xlsx"'
    return response


def on_paper(request: SignedIn, practice: int, form: int, number: int) -> HttpResponse:
    """To print, in one language or in two side by side; with the code of an opening where one is given."""
    found, survey = form_of(request, practice, form)
    version = version_of(survey, number)
    beside = request.GET.get("beside", "")
    tags = [language_asked(request, version)]
    if beside in version.languages and beside not in tags:
        tags.append(beside)
    code = request.GET.get("code", "")
    context = {
        "practice": found,
        "form": survey,
        "version": version,
        "languages": version.languages,
        "tags": tags,
        "titles": [paper.Said(tag, facts.title_in(version, tag)) for tag in tags],
        "items": paper.items_of(facts.survey_of(version), tags, addresses_of(found.pk, version)),
        "no_name": paper.words_of_paper("no_name", tags),
        "thanks": paper.words_of_paper("thanks", tags),
        "code": code if CODE.fullmatch(code) else "",
    }
    return render(request, "surveys/paper.html", context)

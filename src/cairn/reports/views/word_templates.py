"""Bringing a funder's Word file, and filling it with a report."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation

from cairn.people.asking import SignedIn
from cairn.practices.submitting import done
from cairn.progress import bringing, facts
from cairn.progress.asking import readable, writing
from cairn.progress.forms import WordTemplateForm
from cairn.reports.facts import Report
from cairn.reports.faults import ReportFault
from cairn.reports.progress import file_name
from cairn.reports.progress.filling import filled, unknown_in
from cairn.reports.views.answer import attached
from cairn.reports.writers.docx import MEDIA_TYPE
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.progress.models import Report as ProgressReport
    from cairn.progress.models import WordTemplate


def new(request: SignedIn, practice: int) -> HttpResponse:
    found = writing(request, practice)
    form = WordTemplateForm(request.POST or None, request.FILES or None)

    def keep() -> None:
        content = form.cleaned_data["file"].read()
        try:
            unknown = unknown_in(content, facts.sections_of(found.organisation))
        except ReportFault as fault:
            raise ValidationError({"file": str(fault)}) from fault
        if unknown:
            raise ValidationError({"file": unknown})
        name = form.cleaned_data["name"]
        bringing.keep_word(organisation=found.organisation, name=name, content=content, by=request.user)

    if done(form, keep):
        return redirect("progress_templates", practice)
    context = {"practice": found, "form": form}
    return render(request, "reports/word_template.html", context, status=422 if form.is_bound else 200)


def fill(request: SignedIn, practice: int, pk: int, template: int) -> HttpResponse:
    report = readable(request, practice, pk)
    word = get_object_or_404(facts.words_of(report.practice.organisation), pk=template)
    paper = facts.paper_of(report)
    try:
        with translation.override(paper.language):
            content = filled(paper, bytes(word.content))
    except ReportFault as fault:
        return _unfilled(request, report, word, fault)
    note(by=request.user, deed=Deed.EXPORTED, thing=f"progress:{report.pk}", practice=report.practice_id)
    return attached(Report(content, MEDIA_TYPE, file_name(paper, "docx")))


def _unfilled(
    request: SignedIn, report: ProgressReport, word: WordTemplate, fault: ReportFault
) -> HttpResponse:
    """What is wrong with the template and where, the way to mend it, and the files that can be had meanwhile."""
    context = {
        "practice": report.practice,
        "report": report,
        "word": word,
        "fault": str(fault),
        "others": facts.words_of(report.practice.organisation).exclude(pk=word.pk),
        "may_write": facts.may_write(request.user, report.practice),
    }
    return render(request, "reports/unfilled.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)

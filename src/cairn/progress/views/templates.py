"""The templates that reports are made with: ours, the house's own, and Word files of funders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from cairn.practices.submitting import done
from cairn.progress import bringing, facts, layouts
from cairn.progress.asking import writing
from cairn.progress.figures import all_groups
from cairn.progress.forms import LayoutForm

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn

REPORT = {
    "title": gettext_lazy("Title"),
    "practice": gettext_lazy("Practice"),
    "organisation": gettext_lazy("Organisation"),
    "grant": gettext_lazy("Grant"),
    "period": gettext_lazy("Period"),
    "starts_on": gettext_lazy("First day of the period"),
    "ends_on": gettext_lazy("Last day of the period"),
    "written_by": gettext_lazy("Written by"),
    "signed_by": gettext_lazy("Signed by"),
    "signed_on": gettext_lazy("Signed on"),
}
"""What a template may name of the report itself."""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def listed(request: SignedIn, practice: int) -> HttpResponse:
    found = writing(request, practice)
    context = {
        "practice": found,
        "shipped": layouts.shipped(),
        "own": [(own, layouts.read(own.text)) for own in facts.layouts_of(found.organisation)],
        "words": facts.words_of(found.organisation),
    }
    return render(request, "progress/templates.html", context)


def new(request: SignedIn, practice: int) -> HttpResponse:
    found = writing(request, practice)
    form = LayoutForm(request.POST or None, request.FILES or None)
    text = form.text if form.is_valid() else ""
    if done(form, lambda: bringing.keep_layout(organisation=found.organisation, text=text, by=request.user)):
        return redirect("progress_templates", practice)
    context = {
        "practice": found,
        "form": form,
        "groups": all_groups().values(),
        "example": layouts.shipped_texts()["quarterly"],
    }
    return render(request, "progress/layout.html", context, status=422 if form.is_bound else 200)


def layout(request: SignedIn, practice: int, key: str) -> HttpResponse:
    """The YAML of a template, to start one's own from."""
    house = writing(request, practice).organisation
    own = facts.layouts_of(house).filter(key=key).first()
    text = own.text if own else layouts.shipped_texts().get(key)
    if text is None:
        raise Http404
    return _file(text.encode(), f"{key}.yaml", "application/yaml; charset=utf-8")


def word(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    found = get_object_or_404(facts.words_of(writing(request, practice).organisation), pk=pk)
    return _file(bytes(found.content), f"{found.name}.docx", WORD)


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def words(request: SignedIn, practice: int) -> HttpResponse:
    """Every word that a Word template may use."""
    found = writing(request, practice)
    context = {
        "practice": found,
        "groups": all_groups().values(),
        "report": REPORT.items(),
        "sections": sorted(facts.sections_of(found.organisation)),
    }
    return render(request, "progress/words.html", context)


@require_POST
def retire_layout(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    own = get_object_or_404(facts.layouts_of(writing(request, practice).organisation), pk=pk)
    bringing.retire(brought=own, by=request.user)
    return redirect("progress_templates", practice)


@require_POST
def retire_word(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    found = get_object_or_404(facts.words_of(writing(request, practice).organisation), pk=pk)
    bringing.retire(brought=found, by=request.user)
    return redirect("progress_templates", practice)

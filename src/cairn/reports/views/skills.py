"""Somebody's grid of skills as a file: for what, in which languages, and what of it, is asked before it leaves the house."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from cairn.needs.skills import SECTIONS
from cairn.participants.opening import opened
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.reports.skills import FORMATS, WISHES, written
from cairn.reports.views.answer import attached
from cairn.sheets.forms import PurposeForm
from cairn.trail.actions import note
from cairn.trail.enums import Deed

KEPT_BACK = {"barriers", "next"}
"""Sections that are left out unless somebody chooses them: a sheet is often shown to an employer."""


class LeavingForm(PurposeForm):
    beside = forms.ChoiceField(label=_("Second language beside the first"), required=False)
    sections = forms.MultipleChoiceField(label=_("What goes into it"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]  # as Django takes them
        languages = [(tag, name) for tag, name in settings.LANGUAGES if tag != get_language()]
        names = [*((key, section.name) for key, section in SECTIONS.items()), (WISHES, _("Wishes for work"))]
        self.fields["beside"].choices = [("", _("none")), *languages]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["sections"].choices = names  # type: ignore[attr-defined]  # a ChoiceField


@never_cache
def skills(request: SignedIn, pk: UUID, format: str) -> HttpResponse:  # noqa: A002  # the word in the address
    participant = opened(by=request.user, pk=pk)
    if format not in FORMATS or not may(
        request.user, Permission.EXPORT_RECORDS, participant.practice.organisation
    ):
        raise Http404
    chosen = [key for key in (*SECTIONS, WISHES) if key not in KEPT_BACK]
    initial = {"sections": chosen, "beside": request.GET.get("beside", "")}
    form = LeavingForm(request.POST or None, initial=initial)
    if not form.is_valid():
        context = {"participant": participant, "form": form, "format": format}
        return render(request, "reports/skills.html", context, status=422 if form.is_bound else 200)
    said = form.cleaned_data
    languages = [language for language in (get_language() or "en", said["beside"]) if language]
    report = written(participant, format, languages=languages, sections=said["sections"])
    note(
        by=request.user,
        deed=Deed.EXPORTED,
        thing=participant.thing,
        practice=participant.practice_id,
        reason=said["purpose"],
    )
    return attached(report)

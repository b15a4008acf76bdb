"""The draft of a form's next version: the order of its questions, its languages, and its way into use."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.common.conflict import Conflict
from cairn.common.languages import LANGUAGES
from cairn.people.asking import SignedIn
from cairn.surveys.compiling import compiled
from cairn.surveys.faults import Refused
from cairn.surveys.keeping import drafting
from cairn.surveys.keeping.asking import draft_of, own_form_of, version_in_use
from cairn.surveys.keeping.telling import told
from cairn.surveys.keeping.views.bring import told_of_files
from cairn.surveys.keeping.views.version import addresses_of, all_of
from cairn.surveys.models import Draft
from cairn.surveys.writing import editing, wording

if TYPE_CHECKING:
    from cairn.practices.models import Practice


@require_POST
def begin(request: SignedIn, practice: int, form: int) -> HttpResponse:
    """A new draft, or the one that is open."""
    found, survey = own_form_of(request, practice, form)
    try:
        drafting.begin(form=survey, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("form", found.pk, survey.pk)
    return redirect("form_draft", found.pk, survey.pk)


def show(request: SignedIn, practice: int, form: int) -> HttpResponse:
    found, draft = draft_of(request, practice, form)
    return page(request, found, draft)


def page(request: SignedIn, practice: Practice, draft: Draft, status: int = 200, **more: Any) -> HttpResponse:
    texts = wording.texts_of(draft.sheets)
    context = {
        "practice": practice,
        "form": draft.form,
        "draft": draft,
        "title": wording.title_in(draft.sheets, get_language() or ""),
        "lines": editing.lines_of(draft.sheets),
        "languages": [
            (tag, sum(tag in text.words for text in texts), len(texts))
            for tag in wording.languages_of(draft.sheets)
        ],
        "known": [language.autonym for language in LANGUAGES.values()],
    }
    return render(request, "surveys/draft.html", context | more, status=status)


@require_POST
def move(request: SignedIn, practice: int, form: int) -> HttpResponse:
    """One step further up or down, or away; the button that was pressed says which question."""
    said = request.POST
    edits: dict[str, Callable[[str], Any]] = {
        "up": lambda name: partial(editing.moved, name=name, up=True),
        "down": lambda name: partial(editing.moved, name=name, up=False),
        "remove": lambda name: partial(editing.without, name=name),
        "language": lambda tag: partial(wording.without_language, tag=tag),
    }
    verb = next((verb for verb in edits if said.get(verb)), "")
    found, draft = draft_of(request, practice, form)
    if verb:
        edit = edits[verb](said[verb])
        _tried(
            request,
            lambda: drafting.change(draft=draft, revision=_revision(request), edit=edit, by=request.user),
        )
    return redirect("form_draft", found.pk, draft.form_id)


@require_POST
def use(request: SignedIn, practice: int, form: int) -> HttpResponse:
    """Put into use: from here on this is what the form asks."""
    found, draft = draft_of(request, practice, form)
    try:
        if _tried(
            request,
            lambda: drafting.put_into_use(draft=draft, revision=_revision(request), by=request.user),
        ):
            messages.success(
                request, _("The new version is in use. Former answers keep the version they were given to.")
            )
            told_of_files(request, version_in_use(draft.form), ())
            return redirect("form", found.pk, draft.form_id)
    except Refused as refused:
        return page(request, found, draft, status=422, **told(refused.faults))
    return redirect("form_draft", found.pk, draft.form_id)


@require_POST
def discard(request: SignedIn, practice: int, form: int) -> HttpResponse:
    found, draft = draft_of(request, practice, form)
    drafting.discard(draft=draft, by=request.user)
    return redirect("form", found.pk, draft.form_id)


def preview(request: SignedIn, practice: int, form: int) -> HttpResponse:
    """As people would see it; what is wrong is told on the page of the draft."""
    found, draft = draft_of(request, practice, form)
    try:
        made = compiled(draft.sheets, key=draft.form.key, number=0)
    except Refused as refused:
        return page(request, found, draft, status=422, **told(refused.faults))
    asked = request.GET.get("language", "")
    language = asked if asked in made.languages else made.languages[0]
    context = {
        "practice": found,
        "form": draft.form,
        "draft": draft,
        "shown": language,
        "languages": made.languages,
        "title": wording.title_in(draft.sheets, language),
        "parts": all_of(made.survey, language, addresses_of(found.pk, version_in_use(draft.form))),
    }
    return render(request, "surveys/preview.html", context)


def _revision(request: SignedIn) -> int:
    said = request.POST.get("revision", "")
    return int(said) if said.isdecimal() else 0


def _tried(request: SignedIn, act: Callable[[], Any]) -> bool:
    """Whether it was done; else the words why not wait on the next page."""
    try:
        act()
    except Conflict:
        messages.error(
            request,
            _("Somebody else changed the draft meanwhile. Nothing was done: look again, then decide."),
        )
        return False
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return False
    return True

"""The words of a draft: of one question with its answers, or of everything in one language beside the default one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cairn.common.conflict import Conflict
from cairn.common.languages import find, language_tag
from cairn.people.asking import SignedIn
from cairn.practices.submitting import done
from cairn.surveys.keeping import drafting, naming
from cairn.surveys.keeping.asking import draft_of
from cairn.surveys.keeping.forms import AddForm, Entry, QuestionForm, WordsForm, seen
from cairn.surveys.keeping.views.draft import page
from cairn.surveys.writing import editing, wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from cairn.practices.models import Practice
    from cairn.surveys.models import Draft


def choose(request: SignedIn, practice: int, form: int) -> HttpResponse:
    """From a language's name or tag to the page where it is written."""
    found, draft = draft_of(request, practice, form)
    words = request.GET.get("language", "").strip()
    if not words:
        return page(request, found, draft)
    if tag := language_tag(words):
        return redirect("form_draft_language", found.pk, draft.form_id, tag)
    fault = _(
        "“%(words)s” is no language that Cairn knows. Write its name or its tag, such as Soomaali or so."
    )
    return page(request, found, draft, status=422, language_fault=fault % {"words": words})


def language(request: SignedIn, practice: int, form: int, tag: str) -> HttpResponse:
    """Everything in one language, each text beside the default one's."""
    found, draft = draft_of(request, practice, form)
    if find(tag) is None and tag not in wording.languages_of(draft.sheets):
        raise Http404

    def asked(draft: Draft, data: Any) -> WordsForm:
        return WordsForm(data, entries=_entries(draft, wording.texts_of(draft.sheets), tag))

    is_default = tag == wording.default_of(draft.sheets)
    return _worded(
        request, found, draft, asked, template="surveys/words.html", tag=tag, is_default=is_default
    )


def question(request: SignedIn, practice: int, form: int, name: str) -> HttpResponse:
    """One question in the default language: its words, its answers, whether it has to be answered."""
    found, draft = draft_of(request, practice, form)

    def asked(draft: Draft, data: Any) -> QuestionForm:
        line = next((line for line in editing.lines_of(draft.sheets) if line.name == name), None)
        if line is None:
            raise Http404
        default = wording.default_of(draft.sheets)
        texts = wording.texts_about(draft.sheets, line.name, line.list_name)
        choices = [
            (row["name"], wording.words_in(row, "label", default).get(default, row["name"]))
            for row in draft.sheets["choices"]
            if line.list_name and row.get("list_name") == line.list_name
        ]
        return QuestionForm(data, entries=_entries(draft, texts, default), line=line, choices=choices)

    return _worded(request, found, draft, asked, template="surveys/question.html", name=name)


def _entries(draft: Draft, texts: list[wording.Text], tag: str) -> list[Entry]:
    default = wording.default_of(draft.sheets)
    return [
        Entry(text.place, tag, naming.name_of(text), text.words.get(default, ""), text.words.get(tag, ""))
        for text in texts
    ]


def _worded(
    request: SignedIn,
    practice: Practice,
    draft: Draft,
    asked: Callable[[Draft, Any], WordsForm],
    *,
    template: str,
    **context: Any,
) -> HttpResponse:
    form = asked(draft, request.POST or None)
    clashes: list[tuple[str, str]] = []
    try:
        if done(form, lambda: _write(draft, form, request)):
            return redirect("form_draft", practice.pk, draft.form_id)
    except Conflict as conflict:
        form, clashes = _both(request, conflict.theirs, form, asked)
    status = 409 if clashes else 422 if form.is_bound else 200
    context |= {"practice": practice, "draft": draft, "form": draft.form, "asked": form, "clashes": clashes}
    return render(request, template, context, status=status)


def _write(draft: Draft, form: WordsForm, request: SignedIn) -> None:
    drafting.reword(draft=draft, rewordings=form.rewordings, edit=form.edited, by=request.user)


def _both(
    request: SignedIn, theirs: Draft, form: WordsForm, asked: Callable[[Draft, Any], WordsForm]
) -> tuple[WordsForm, list[tuple[str, str]]]:
    """What stands now beside what was typed; saving again writes what was typed."""
    typed, clashes = request.POST.copy(), []
    stands = wording.standing(theirs.sheets)
    for entry, field in form.rows():
        now = stands.get((entry.place, entry.tag), "")
        if field.name in form.changed_data and now not in {seen(field), form.cleaned_data[field.name]}:
            typed[field.html_initial_name] = now
            clashes.append((entry.name, now))
    return asked(theirs, typed), clashes


def add(request: SignedIn, practice: int, form: int) -> HttpResponse:
    """One more question at the end."""
    found, draft = draft_of(request, practice, form)
    asked = AddForm(request.POST or None)
    if done(asked, lambda: drafting.reword(draft=draft, rewordings=(), edit=asked.edited, by=request.user)):
        return redirect("form_draft", found.pk, draft.form_id)
    context = {"practice": found, "draft": draft, "form": draft.form, "asked": asked}
    return render(request, "surveys/add.html", context, status=422 if asked.is_bound else 200)

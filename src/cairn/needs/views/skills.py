"""The grid of skills of one person: all of it at a glance and on paper, one small form an entry, in one language or two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.common.conflict import Conflict
from cairn.common.languages import autonym, is_rtl, language_name
from cairn.needs import facts
from cairn.needs.actions import skills
from cairn.needs.enums import Asked
from cairn.needs.forms.skills import SkillForm, form_for, initial_of
from cairn.needs.skills import OF_LANGUAGE, SECTIONS, Section, words_of
from cairn.needs.views.person import context_of, of_person
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may

if TYPE_CHECKING:
    from cairn.needs.models import SkillEntry
    from cairn.participants.models import Participant


@of_person
def show(request: SignedIn, participant: Participant) -> HttpResponse:
    beside, parts = _beside(request), facts.skills_of(participant.pk)
    asked = [part for part in parts if part.asked != Asked.HIDDEN]
    here = facts.skills_told(parts, get_language() or "en")
    there = facts.skills_told(parts, beside) if beside else here
    context = context_of(
        participant,
        parts=[
            {
                "part": part,
                "here": one,
                "there": other,
                "entries": [
                    (mine, theirs, list(zip(mine.lines, theirs.lines, strict=True)))
                    for mine, theirs in zip(one.entries, other.entries, strict=True)
                ],
            }
            for part, one, other in zip(asked, here, there, strict=True)
        ],
        hidden=[part for part in parts if part.asked == Asked.HIDDEN],
        done=facts.completeness(parts),
        may_export=may(request.user, Permission.EXPORT_RECORDS, participant.practice.organisation),
        formats=("pdf", "docx", "xlsx", "json"),
        known=_known_languages(participant, parts),
        languages=[(tag, name) for tag, name in settings.LANGUAGES if tag != get_language()],
        **_second(beside),
    )
    return render(request, "needs/skills.html", context)


@of_person
def new(request: SignedIn, participant: Participant, section: str) -> HttpResponse:
    """The entry of a section that has one only is opened again, wherever the address was kept."""
    found = _section(section)
    there = _only_one(participant, found)
    if there:
        return redirect(
            f"{reverse('skill', args=[participant.pk, section, there.pk])}{_query(_beside(request))}"
        )
    form = _form(request, found, {"language": request.GET.get("tag", "")})
    if form.is_valid():
        try:
            skills.tell(participant=participant, section=found, said=form.said, by=request.user)
            return _saved(request, participant, found)
        except ValidationError as fault:
            form.add_error(None, fault)
    return _page(request, participant, found, form)


@of_person
def edit(request: SignedIn, participant: Participant, section: str, entry: UUID) -> HttpResponse:
    found = _section(section)
    there = _entry(participant, section, entry)
    form = _form(request, found, initial_of(found, there.said) | {"revision": there.revision})
    clashes: list[tuple[Any, str]] = []
    if form.is_valid():
        try:
            revision = form.cleaned_data["revision"] or 0
            skills.revise(entry=there, section=found, revision=revision, said=form.said, by=request.user)
            return _saved(request, participant, found)
        except ValidationError as fault:
            form.add_error(None, fault)
        except Conflict as conflict:
            there = conflict.theirs
            clashes = [
                (field.label, words_of(field, there.said.get(field.key), {})) for field in found.fields
            ]
            form.data = request.POST.copy()
            form.data["revision"] = str(there.revision)
    return _page(request, participant, found, form, entry=there, clashes=clashes)


@require_POST
@of_person
def remove(request: SignedIn, participant: Participant, section: str, entry: UUID) -> HttpResponse:
    found = _section(section)
    skills.remove(entry=_entry(participant, section, entry), by=request.user)
    messages.success(request, _("Removed."))
    return _back(request, participant, found)


@require_POST
@of_person
def put(request: SignedIn, participant: Participant, section: str) -> HttpResponse:
    found, asked = _section(section), request.POST.get("asked", "")
    try:
        skills.put(participant=participant, section=found, asked=asked, by=request.user)
    except ValidationError as fault:
        messages.error(request, " ".join(fault.messages))
    return _back(request, participant, found)


def _known_languages(participant: Participant, parts: list[facts.SkillsPart]) -> list[tuple[str, str]]:
    """Tag and name of the languages on the person's record that are not in the grid yet."""
    told = {entry.data.get("language") for part in parts for entry in part.entries}
    return [(one.tag, language_name(one.tag)) for one in participant.languages.all() if one.tag not in told]


def _section(key: str) -> Section:
    if key not in SECTIONS:
        raise Http404
    return SECTIONS[key]


def _only_one(participant: Participant, section: Section) -> SkillEntry | None:
    """The entry of a section that has one at most."""
    return None if section.several else facts.entries_of(participant.pk).filter(section=section.key).first()


def _entry(participant: Participant, section: str, pk: UUID) -> SkillEntry:
    return get_object_or_404(facts.entries_of(participant.pk), pk=pk, section=section)


def _form(request: SignedIn, section: Section, initial: dict[str, Any]) -> SkillForm:
    """Where somebody only looks for an occupation, what was typed stays and nothing is judged yet."""
    looking = "find" in request.POST
    typed = {key: values if len(values) > 1 else values[0] for key, values in request.POST.lists()}
    return form_for(section)(
        None if looking else request.POST or None,
        initial=typed if looking else initial,
        section=section,
        beside=_beside(request),
    )


def _page(
    request: SignedIn,
    participant: Participant,
    section: Section,
    form: SkillForm,
    *,
    entry: SkillEntry | None = None,
    clashes: list[tuple[Any, str]] | None = None,
) -> HttpResponse:
    beside = _beside(request)
    context = context_of(
        participant, section=section, form=form, entry=entry, clashes=clashes, **_second(beside)
    )
    status = 409 if clashes else 422 if form.is_bound else 200
    return render(request, "needs/skill.html", context, status=status)


def _saved(request: SignedIn, participant: Participant, section: Section) -> HttpResponse:
    messages.success(request, _("Saved."))
    return _back(request, participant, section)


def _back(request: SignedIn, participant: Participant, section: Section) -> HttpResponse:
    return redirect(f"{reverse('skills', args=[participant.pk])}{_query(_beside(request))}#{section.key}")


def _beside(request: SignedIn) -> str:
    """The second language that is asked for; empty where there is none, or it is the reader's own."""
    asked = request.GET.get("beside", "")
    return asked if asked in dict(settings.LANGUAGES) and asked != get_language() else ""


def _query(beside: str) -> str:
    return f"?beside={beside}" if beside else ""


def _second(beside: str) -> dict[str, Any]:
    return {
        "beside": beside,
        "beside_name": autonym(beside),
        "beside_direction": "rtl" if is_rtl(beside) else "ltr",
        "query": _query(beside),
        "drawn": OF_LANGUAGE,
    }

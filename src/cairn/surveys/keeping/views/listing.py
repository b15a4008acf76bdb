"""The forms of a practice: its own and those that came with Cairn, with how far each language has come."""

from collections.abc import Iterator
from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cairn.common.languages import language_name
from cairn.common.tables import Column, answer
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.practices.asking import practice_of
from cairn.practices.models import Practice
from cairn.surveys import checking, facts
from cairn.surveys.checking import Tally
from cairn.surveys.keeping.asking import may_keep
from cairn.surveys.models import FormVersion


class Line(NamedTuple):
    version: FormVersion
    title: str
    tallies: list[Tally]


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    lines = list(lines_of(found))
    context = {
        "practice": found,
        "own": [line for line in lines if line.version.form.practice_id],
        "shipped": [line for line in lines if not line.version.form.practice_id],
        "may_keep": may_keep(request, found),
        "may_export": may(request.user, Permission.EXPORT_RECORDS, found.organisation),
    }
    return render(request, "surveys/list.html", context)


def lines_of(practice: Practice) -> Iterator[Line]:
    for version in facts.newest_versions(facts.all_forms_of(practice)):
        yield Line(version, facts.title_in(version, get_language() or ""), checking.tallies(version))


COLUMNS = (
    Column(pgettext_lazy("questions", "Form"), lambda pair: pair[0].title),
    Column(_("Short name"), lambda pair: pair[0].version.form.key),
    Column(_("What it is for"), lambda pair: pair[0].version.form.get_purpose_display()),
    Column(_("Version"), lambda pair: pair[0].version.number),
    Column(_("Made on"), lambda pair: pair[0].version.made_at.date()),
    Column(_("Out of use since"), lambda pair: pair[0].version.form.retired_on),
    Column(_("Language"), lambda pair: language_name(pair[1].tag)),
    Column(_("Texts"), lambda pair: pair[1].asked),
    Column(_("Said in this language"), lambda pair: pair[1].said),
    Column(_("Read by a person"), lambda pair: pair[1].checked),
)


def export(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    pairs = [(line, tally) for line in lines_of(found) for tally in line.tallies]
    return answer(kind, f"forms-{found.slug}", COLUMNS, pairs)

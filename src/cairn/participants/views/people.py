"""The people of a practice: one's own with what is known of them, or codes for who enrols and assigns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cairn.common import tables
from cairn.participants import facts, figures
from cairn.participants.asking import taken
from cairn.participants.forms import FindForm
from cairn.people.asking import SignedIn, only_if
from cairn.people.enums import Permission
from cairn.people.facts import permissions_in
from cairn.practices.asking import practice_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from cairn.participants.models import Participant
    from cairn.practices.models import Practice

ON_A_PAGE = 50


def show(request: SignedIn, practice: int) -> HttpResponse:
    """Workers find the people assigned to them, coordinators the codes of all; nobody else finds this page."""
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    allowed = permissions_in(request.user, found.organisation)
    works = Permission.WORK_WITH_PARTICIPANTS in allowed
    only_if(works or Permission.MANAGE_PARTICIPANTS in allowed)
    everyone = _people(request, found, works)
    form = FindForm(request.GET)
    sought = form.cleaned_data["code"] if form.is_valid() else ""
    page = Paginator(_sought(everyone, form, sought), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "practice": found,
        "page": page,
        "rows": [(person, facts.gaps_of(person)) for person in page] if works else list(page),
        "form": form,
        "sought": sought,
        "asked": bool(request.GET.get("code")),
        "query": "",
        "may_break_glass": Permission.BREAK_GLASS in allowed,
        "may_export": Permission.EXPORT_RECORDS in allowed,
        "may_refer": Permission.KEEP_RECORDS in allowed,
        "may_read_trail": Permission.READ_TRAIL in allowed,
    }
    return render(request, "participants/own.html" if works else "participants/codes.html", context)


def _people(
    request: SignedIn, practice: Practice, works: bool
) -> QuerySet[Participant]:  # named at its calls
    if works:
        return facts.with_gaps(facts.assigned_to(request.user).filter(practice=practice))
    return facts.by_code(practice.pk)


def _sought(everyone: QuerySet[Participant], form: FindForm, code: str) -> QuerySet[Participant]:
    """A code that cannot be one finds nobody."""
    if not form.is_valid():
        return everyone.none()
    return everyone.filter(code=code) if code else everyone


def export(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    allowed = permissions_in(request.user, found.organisation)
    works = Permission.WORK_WITH_PARTICIPANTS in allowed
    only_if(works or Permission.MANAGE_PARTICIPANTS in allowed)
    named: dict[str, Any] = {
        "name": "participants",
        "title": _("Participants"),
        "columns": facts.OWN_COLUMNS if works else facts.CODE_COLUMNS,
        "rows": _people(request, found, works),
    }
    return taken(request, found, kind=kind, **named)


def in_figures(request: SignedIn, practice: int) -> HttpResponse:
    """How many, by age and sex or gender; cells of a few are not told to anybody."""
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    context = {
        "practice": found,
        "table": figures.by_age_and_sex(found.pk),
        "may_export": Permission.EXPORT_RECORDS in permissions_in(request.user, found.organisation),
    }
    return render(request, "participants/figures.html", context)


def export_figures(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    table = figures.by_age_and_sex(found.pk)
    return tables.answer(kind, f"participants-in-figures-{found.slug}", table.columns, table.rows)

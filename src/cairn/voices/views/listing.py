"""What is, or was, open for answers in a practice: how many answered of how many, never what."""

from __future__ import annotations

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cairn.common import tables
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import may_here, practice_of
from cairn.voices import facts, listed

ON_A_PAGE = 50
BACK = timedelta(days=30)
"""How far back a session is looked for that was held without asking anybody."""


def show(request: SignedIn, practice: int) -> HttpResponse:
    found, today = practice_of(request, practice, Permission.SEE_RECORDS), timezone.localdate()
    page = Paginator(facts.of_practice(found.pk), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "practice": found,
        "page": page,
        "lines": listed.lines(page.object_list),
        "unasked": facts.unasked(found.pk, today - BACK, today)[:20],
        "waiting": facts.waiting(found.pk),
        "few": facts.FEW_ANSWERS,
        "may_record": may_here(request, found, Permission.RECORD_SESSIONS),
        "may_keep": may_here(request, found, Permission.KEEP_RECORDS),
        "may_export": may_here(request, found, Permission.EXPORT_RECORDS),
    }
    return render(request, "voices/list.html", context)


def export(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    rows = listed.lines(facts.of_practice(found.pk))
    return tables.answer(kind, f"feedback-{found.slug}", listed.COLUMNS, rows)

"""All registers of a practice: what is in each, and what is late."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of
from cairn.registers import facts
from cairn.registers.asking import may_keep
from cairn.registers.kinds import all_kinds
from cairn.registers.showing import shelves, title_of

MOST = 10
"""How many late records the page names; the others are in their lists."""


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    today = timezone.localdate()
    late = facts.overdue(found, today)
    context = {
        "practice": found,
        "shelves": shelves(facts.counts(found, today)),
        "late": [(record, all_kinds()[record.kind], title_of(record)) for record in late[:MOST]],
        "late_count": late.count(),
        "may_keep": may_keep(request, found),
    }
    return render(request, "registers/overview.html", context)

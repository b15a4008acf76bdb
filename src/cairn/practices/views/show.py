"""A practice as those who work on it see it."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import permissions_in
from cairn.practices import facts

REPORTS = frozenset({Permission.WRITE_REPORTS, Permission.APPROVE, Permission.SEE_RELEASED})
"""Any of these finds reports to funders."""


def show(request: SignedIn, pk: int) -> HttpResponse:
    practice = get_object_or_404(facts.with_history(facts.visible_to(request.user)), pk=pk)
    allowed = permissions_in(request.user, practice.organisation)
    context = {
        "practice": practice,
        "facts": facts.said_of(practice),
        "changes": practice.changes.select_related("by"),
        "may_edit": Permission.EDIT_PRACTICE in allowed,
        "may_assess": Permission.ASSESS in allowed,
        "may_see_records": Permission.SEE_RECORDS in allowed,
        "may_see_assessments": Permission.SEE_ASSESSMENT in allowed,
        "may_read_documents": bool(allowed & {Permission.SEE_ASSESSMENT, Permission.SEE_RECORDS}),
        "may_see_released": Permission.SEE_RELEASED in allowed,
        "may_find_reports": bool(allowed & REPORTS),
        "may_keep_names": bool(settings.NAMES) and Permission.KEEP_NAMES in allowed,
        "may_import": Permission.IMPORT in allowed,
    }
    return render(request, "practices/show.html", context)

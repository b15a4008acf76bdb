"""What waits to be seen to, for those who handle it; for whoever leads the practice only how much."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from cairn.listening.facts import reports
from cairn.people.asking import SignedIn, only_if
from cairn.people.enums import Permission
from cairn.people.facts import permissions_in
from cairn.practices import facts as practices


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = get_object_or_404(practices.visible_to(request.user), pk=practice)
    allowed = permissions_in(request.user, found.organisation)
    handles, leads = Permission.HANDLE_REPORTS in allowed, Permission.MANAGE_PEOPLE in allowed
    only_if(handles or leads)
    today = timezone.localdate()
    told = reports.visible_to(request.user).filter(practice=found) if handles else ()
    context = {
        "practice": found,
        "handles": handles,
        "leads": leads,
        "counts": reports.counts(found, today) if leads else None,
        "reports": [(report, reports.is_overdue(report, today)) for report in told],
    }
    return render(request, "listening/reports.html", context)

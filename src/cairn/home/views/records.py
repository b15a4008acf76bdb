"""The records of one practice: what waits for whoever looks, and the way to every list."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from cairn.assessments.facts import frameworks_of
from cairn.evidence.rules import among, page_of
from cairn.home import tasks, ways
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import permissions_in
from cairn.practices.facts import visible_to


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = get_object_or_404(visible_to(request.user, Permission.SEE_RECORDS), pk=practice)
    today = timezone.localdate()
    context = {
        "practice": found,
        "tasks": tasks.in_practice(request.user, found, today),
        "shelves": ways.open_to(
            permissions_in(request.user, found.organisation),
            found.pk,
            {"evidence": page_of(found.pk, among(frameworks_of(found))[0])},
        ),
        "today": today,
    }
    return render(request, "home/records.html", context)

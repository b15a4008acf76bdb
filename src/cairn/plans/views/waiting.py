"""What one worker has to see to, and how the plans of a practice stand in figures."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.plans import facts
from cairn.practices.facts import visible_to


def show(request: SignedIn, practice: int) -> HttpResponse:
    """Codes only for those who work with the people; figures for everyone who sees the practice's records."""
    found = get_object_or_404(visible_to(request.user, Permission.SEE_RECORDS), pk=practice)
    today = timezone.localdate()
    works = may(request.user, Permission.WORK_WITH_PARTICIPANTS, found.organisation)
    context = {
        "practice": found,
        "works": works,
        "waiting": facts.waiting_for(request.user, found.pk, today) if works else [],
        "figures": facts.figures_shown(found.pk, today - timedelta(days=365), today, whole=works),
        "today": today,
    }
    return render(request, "plans/waiting.html", context)

"""What was read, shown before anything is made of it."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cairn.exchange import actions, facts
from cairn.exchange.checking import check
from cairn.exchange.models import Intake
from cairn.exchange.twins import twins_of
from cairn.exchange.understanding import understood
from cairn.frameworks.enums import Standing
from cairn.frameworks.facts import framework_of
from cairn.people.asking import SignedIn


def preview(request: SignedIn, key: UUID) -> HttpResponse:
    intake = get_object_or_404(facts.visible_to(request.user), pk=key)
    if intake.assessment:
        return redirect(intake.assessment)
    return page_of(request, intake, decided={}, left_out=())


def page_of(
    request: SignedIn,
    intake: Intake,
    *,
    decided: Mapping[str, str],
    left_out: Iterable[str],
    title: str = "",
    problem: str = "",
) -> HttpResponse:
    """The page with what the person chose so far; `problem` says why nothing could be made of it."""
    reading = actions.reading_of(intake)
    framework = framework_of(intake.framework_version)
    told = understood(reading.practice, actions.titled(intake.file_name))
    context = {
        "intake": intake,
        "check": check(reading, framework, told, decided, left_out),
        "title": title or told.fields["title"],
        "counts": [(one.value, one.label, reading.summary[one]) for one in Standing],
        "before": facts.brought_in_before(intake),
        "twins": () if intake.practice else twins_of(reading, told.fields["title"], intake.organisation),
        "problem": problem,
    }
    return render(request, "exchange/preview.html", context, status=422 if problem else 200)

"""Indicators: chosen from the library, added, changed, and each with how it goes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from cairn.participants.counting import shown
from cairn.results import actions, library
from cairn.results.asking import KEEP, SEE, indicator_of, objective_of, rights, sees_small
from cairn.results.chart import course
from cairn.results.enums import How
from cairn.results.forms import IndicatorForm, initial_of_indicator
from cairn.results.measures import all_measures
from cairn.results.reckoning import baseline_of, cells_of, points_of, said, standing
from cairn.results.views.submitting import asked, submitted

if TYPE_CHECKING:
    from typing import Any

    from cairn.people.asking import SignedIn
    from cairn.results.models import Indicator, Measurement, Target, TargetChange


def choose(request: SignedIn, pk: int) -> HttpResponse:
    found = objective_of(request, pk, KEEP)
    context = {"objective": found, "practice": found.practice, "themes": library.by_theme()}
    return render(request, "results/library.html", context)


def new(request: SignedIn, pk: int) -> HttpResponse:
    found = objective_of(request, pk, KEEP)
    form = IndicatorForm(request.POST or None, initial=_chosen(request))
    made: list[int] = []

    def act() -> None:
        made.append(actions.add_indicator(objective=found, by=request.user, **form.said).pk)

    status = submitted(form, act)
    if status is None:
        return redirect("indicator", made[0])
    back = reverse("results", args=[found.practice_id])
    return asked(
        request, form, status, title=_("Add an indicator"), practice=found.practice, lead=found, back=back
    )


def _chosen(request: SignedIn) -> dict[str, Any]:
    """What the library says of the one that the address names."""
    if "like" not in request.GET:
        return {}
    suggestion = library.suggested(request.GET["like"])
    if suggestion is None:
        raise Http404
    return suggestion.said


def edit(request: SignedIn, pk: int) -> HttpResponse:
    found = indicator_of(request, pk, KEEP)
    form = IndicatorForm(request.POST or None, initial=initial_of_indicator(found))

    def act() -> None:
        actions.revise_indicator(indicator=found, revision=form.seen, by=request.user, **form.said)

    status = submitted(form, act)
    if status is None:
        return redirect("indicator", found.pk)
    practice, back = found.objective.practice, reverse("indicator", args=[found.pk])
    return asked(request, form, status, title=_("Change the indicator"), practice=practice, back=back)


def show(request: SignedIn, pk: int) -> HttpResponse:
    found = indicator_of(request, pk, SEE)
    practice, today = found.objective.practice, timezone.localdate()
    openly = sees_small(request, practice)
    points = points_of(found, openly=openly)
    context = {
        "practice": practice,
        "indicator": found,
        "measure": all_measures().get(found.computed_by),
        "baseline": baseline_of(found, openly=openly),
        "standing": standing(found, openly=openly, today=today),
        "points": [
            (point, cells_of(point.measurement, openly=openly), _origin(point.measurement, openly=openly))
            for point in reversed(points)
        ],
        "targets": [(target, said(found, target.value), _history(target)) for target in found.targets.all()],
        "chart": course(found, points).drawn(key="course", rtl=get_language_bidi()),
        **rights(request, practice),
    }
    return render(request, "results/indicator.html", context)


def _origin(measurement: Measurement, *, openly: bool) -> str:
    """Where a value comes from, and when it was last entered or taken."""
    newest = next(iter(measurement.changes.all()), None)
    by, at = (newest.by, newest.at) if newest else (measurement.made_by, measurement.made_at)
    day = date_format(timezone.localdate(at))
    if measurement.how == How.ENTERED:
        return _("entered by %(name)s on %(day)s") % {"name": by.name, "day": day}
    records = shown(measurement.records or 0, openly=openly)
    return _("computed on %(day)s; records looked at: %(records)s") % {"day": day, "records": records}


def _history(target: Target) -> list[tuple[TargetChange, str, str]]:
    """Each change with what stood before and what stands after, in words."""
    return [
        (change, _stood(target.indicator, change.before), _stood(target.indicator, change.after))
        for change in target.changes.all()
    ]


def _stood(indicator: Indicator, kept: dict[str, str]) -> str:
    words = {
        "value": said(indicator, Decimal(kept["value"])),
        "date": date_format(date.fromisoformat(kept["due_on"])),
    }
    return _("%(value)s until %(date)s") % words

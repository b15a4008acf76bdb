"""Measurements: first the period, then what the records say, to be taken, or another value with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.results import actions, checking, facts
from cairn.results.asking import KEEP, indicator_of, measurement_of, sees_small
from cairn.results.forms import ExplainForm, MeasureForm, PeriodForm, RemeasureForm, RetakeForm, in_form
from cairn.results.measures import all_measures
from cairn.results.periods import next_period
from cairn.results.reckoning import offered
from cairn.results.views.submitting import asked, submitted

if TYPE_CHECKING:
    from datetime import date

    from cairn.people.asking import SignedIn
    from cairn.results.measures import Counted
    from cairn.results.models import Indicator, Measurement

Changing = ExplainForm | RetakeForm | RemeasureForm


def measure(request: SignedIn, pk: int) -> HttpResponse:
    """The period stands in the address, so that what the records say can be shown before anything is entered."""
    found = indicator_of(request, pk, KEEP)
    period = PeriodForm(request.GET or None, initial=next_period(found, timezone.localdate()))
    days = _days(period, found)
    if days is None:
        context = _context(request, found) | {"period": period}
        return render(request, "results/measure.html", context, status=422 if period.errors else 200)
    counted = facts.offer(found, *days)
    form = MeasureForm(
        None if "take" in request.POST else request.POST or None,
        indicator=found,
        offered=counted.value if counted else None,
    )

    def act() -> None:
        actions.measure(indicator=found, starts_on=days[0], ends_on=days[1], by=request.user, **form.said)

    if "take" in request.POST:
        return _taken(request, found, days)
    status = submitted(form, act)
    if status is None:
        return redirect("indicator", found.pk)
    context = _context(request, found, counted) | {"period": period, "days": days, "form": form}
    return render(request, "results/measure.html", context, status=status)


def _days(period: PeriodForm, indicator: Indicator) -> tuple[date, date] | None:
    """What the address asks for; None, with words at the field, where that cannot be."""
    if not period.is_valid():
        return None
    days = period.cleaned_data["starts_on"], period.cleaned_data["ends_on"]
    try:
        checking.refuse(checking.of_days(indicator, *days, indicator.measurements.all()))
    except ValidationError as refusal:
        for name, words in refusal.message_dict.items():
            period.add_error(name, words)
        return None
    return days


def _taken(request: SignedIn, indicator: Indicator, days: tuple[date, date]) -> HttpResponse:
    try:
        actions.take(indicator=indicator, starts_on=days[0], ends_on=days[1], by=request.user)
    except ValidationError as refusal:
        period = PeriodForm({"starts_on": days[0], "ends_on": days[1]})
        period.is_valid()
        period.add_error(None, refusal.messages)
        context = _context(request, indicator) | {"period": period}
        return render(request, "results/measure.html", context, status=422)
    return redirect("indicator", indicator.pk)


def _context(request: SignedIn, indicator: Indicator, counted: Counted | None = None) -> dict[str, Any]:
    practice = indicator.objective.practice
    return {
        "practice": practice,
        "indicator": indicator,
        "measure": all_measures().get(indicator.computed_by),
        "offer": offered(indicator, counted, openly=sees_small(request, practice)) if counted else None,
        "today": timezone.localdate(),
    }


def edit(request: SignedIn, pk: int) -> HttpResponse:
    """Another value for the same period. What may not be told is not filled in."""
    found = measurement_of(request, pk)
    counted = facts.offer(found.indicator, found.starts_on, found.ends_on)
    form = RemeasureForm(
        request.POST or None,
        indicator=found.indicator,
        offered=counted.value if counted else None,
        initial=_initial(found, openly=sees_small(request, found.indicator.objective.practice)),
    )

    def act() -> None:
        actions.remeasure(measurement=found, revision=form.seen, by=request.user, **form.said)

    status = submitted(form, act)
    if status is None:
        return redirect("indicator", found.indicator_id)
    return _changing(request, form, status, found, title=_("Change the value"), counted=counted)


def _initial(measurement: Measurement, *, openly: bool) -> dict[str, Any]:
    names = ["revision", "unknown_because", "source", "other_because"]
    if openly or not measurement.indicator.counts_people:
        names.append("value")
    return {name: in_form(getattr(measurement, name)) for name in names}


def retake(request: SignedIn, pk: int) -> HttpResponse:
    """What the records say by now."""
    found = measurement_of(request, pk)
    counted = facts.offer(found.indicator, found.starts_on, found.ends_on)
    form = RetakeForm(request.POST or None, initial={"revision": found.revision})

    def act() -> None:
        actions.retake(measurement=found, revision=form.seen, by=request.user, reason=form.said["reason"])

    status = submitted(form, act)
    if status is None:
        return redirect("indicator", found.indicator_id)
    return _changing(request, form, status, found, title=_("Take what the records say now"), counted=counted)


def explain(request: SignedIn, pk: int) -> HttpResponse:
    found = measurement_of(request, pk)
    form = ExplainForm(request.POST or None, initial={"reason": found.variance_reason})
    status = submitted(form, lambda: actions.explain(measurement=found, by=request.user, **form.cleaned_data))
    if status is None:
        return redirect("indicator", found.indicator_id)
    return _changing(request, form, status, found, title=_("Why it went otherwise than planned"))


def _changing(
    request: SignedIn, form: Changing, status: int, measurement: Measurement, **more: Any
) -> HttpResponse:
    indicator = measurement.indicator
    context = _context(request, indicator, more.pop("counted", None))
    context |= {
        "measurement": measurement,
        "lead": indicator,
        "back": reverse("indicator", args=[indicator.pk]),
    }
    return asked(request, form, status, **context, **more)

"""The figures of a practice, drawn, each with the table that says the same: for a page and for taking away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi, gettext_lazy
from django.utils.translation import gettext as _

from cairn.activities.drawing import attendance_chart, months_told
from cairn.activities.facts import figures
from cairn.charts import Chart
from cairn.common.tables import Cell, Column
from cairn.listening import showing
from cairn.listening.facts import answers
from cairn.money import currencies
from cairn.money import facts as money
from cairn.money.drawing import burn_chart
from cairn.people.enums import Permission
from cairn.practices.models import Practice
from cairn.results import facts as results
from cairn.results.chart import course
from cairn.results.reckoning import points_of
from cairn.surveys.facts import forms_of
from cairn.voices import facts as voices

YEAR = timedelta(days=365)
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    address: str
    """Where it comes from."""
    drawing: SafeString
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    title: str | Promise
    reading: str | Promise
    """How the drawings are read."""
    nothing: str | Promise
    """What to do where there is none yet."""
    page: str
    """Name of the address where that is done."""
    heads: tuple[str | Promise, ...]
    draw: Callable[[Practice, bool], Iterator[Figure]]
    """From practice, and whether small counts may be told openly."""
    permission: Permission = Permission.SEE_RECORDS

    def columns(self) -> list[Column]:
        """Of all rows of the group, each after the name of its figure."""

        def column(title: str | Promise, place: int) -> Column:
            return Column(title, lambda row: row[place])

        heads: tuple[str | Promise, ...] = (_("Figure"), *self.heads)
        return [column(title, place) for place, title in enumerate(heads)]


def rows_of(found: Sequence[Figure]) -> list[Row]:
    return [(figure.name, *row) for figure in found for row in figure.rows]


def _drawn(chart: Chart, key: str) -> SafeString | None:
    return chart.drawn(key=key, rtl=get_language_bidi())


def _progress(practice: Practice, openly: bool) -> Iterator[Figure]:  # named by Group
    for indicator in results.indicators_in(practice.pk):
        points = points_of(indicator, openly=openly)
        drawing = _drawn(course(indicator, points), f"course-{indicator.pk}")
        if drawing and points:
            rows = [
                (date_format(point.measurement.ends_on), point.actual.words, str(point.status.label))
                for point in points
            ]
            yield Figure(str(indicator), reverse("indicator", args=[indicator.pk]), drawing, rows)


def _satisfaction(practice: Practice, openly: bool) -> Iterator[Figure]:  # never one alone, whoever asks
    for form in forms_of(practice):
        pools = answers.chosen(practice, form)
        periods = answers.overall_trend(pools)
        drawing = _drawn(showing.trend_chart(periods), f"trend-{form.pk}")
        if drawing:
            rows = [showing.cells_of(one) for one in periods]
            title = voices.version_of(pools[-1]).title
            yield Figure(title, reverse("answers_form", args=[practice.pk, form.pk]), drawing, rows)


def _attendance(practice: Practice, openly: bool) -> Iterator[Figure]:
    today = timezone.localdate()
    months = months_told(figures.by_month(practice.pk, today - YEAR, today), openly=openly)
    drawing = _drawn(attendance_chart(months), "attendance")
    if drawing:
        rows = [(month.title, month.said(month.came), month.said(month.noted)) for month in months]
        yield Figure(_("All activities"), reverse("activities_figures", args=[practice.pk]), drawing, rows)


def _burn(practice: Practice, openly: bool) -> Iterator[Figure]:  # sums of money tell of nobody
    for one in money.standings(practice.pk):
        months = money.by_month(one.grant)
        drawing = _drawn(burn_chart(one, months), f"burn-{one.grant.pk}")
        if drawing and one.total.budget:
            rows = [
                (
                    date_format(month.first, "F Y"),
                    currencies.shown(month.cumulative, one.grant.currency),
                    currencies.shown(month.planned, one.grant.currency),
                )
                for month in months
            ]
            yield Figure(str(one.grant), one.grant.get_absolute_url(), drawing, rows)


GROUPS = (
    Group(
        "progress",
        gettext_lazy("Progress towards targets"),
        gettext_lazy(
            "Full line: what was measured. Dashed line: the way to the target. Diamond: the target."
        ),
        gettext_lazy("Nothing is measured yet. Add objectives with indicators and targets, then measure."),
        "results",
        (gettext_lazy("Until"), gettext_lazy("Reached"), gettext_lazy("Standing")),
        _progress,
    ),
    Group(
        "satisfaction",
        gettext_lazy("Satisfaction"),
        gettext_lazy(
            "Full line: the share of favourable answers, with the range in which it is likely to be. Hollow dots: the share of people who answered."
        ),
        gettext_lazy(
            "Nobody was asked how it was yet, or too few answered. Ask participants after a session."
        ),
        "voices",
        (gettext_lazy("Period"), gettext_lazy("Favourable, all in all"), gettext_lazy("Answered")),
        _satisfaction,
    ),
    Group(
        "attendance",
        gettext_lazy("Attendance, last twelve months"),
        gettext_lazy("Filled: how often somebody came. The whole column: how often it was noted."),
        gettext_lazy("No session was held in the last twelve months. Plan sessions, then note who came."),
        "sessions",
        (gettext_lazy("Month"), gettext_lazy("Came"), gettext_lazy("Noted")),
        _attendance,
    ),
    Group(
        "money",
        gettext_lazy("Budgets"),
        gettext_lazy(
            "Filled: what was spent. Dashed line: what time alone would have used. Diamond: the budget."
        ),
        gettext_lazy("There is no grant with a budget yet. Add the first one."),
        "money",
        (gettext_lazy("Month"), gettext_lazy("Spent in all"), gettext_lazy("Planned by then")),
        _burn,
        Permission.MANAGE_MONEY,
    ),
)

"""Results as rows: every measurement with what it is held against, and the head of the page in counts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.common.tables import Cell, Column
from cairn.results import facts
from cairn.results.reckoning import Point, points_of

if TYPE_CHECKING:
    from cairn.participants.counting import Share
    from cairn.practices.models import Practice
    from cairn.results.facts import Figures


def rows_of(practice: Practice, *, openly: bool) -> list[Point]:
    """Every measurement of a practice, by objective and indicator, oldest first."""
    return [
        point
        for indicator in facts.indicators_in(practice.pk)
        for point in points_of(indicator, openly=openly)
    ]


def exact(value: Decimal | None) -> Cell:
    """As a spreadsheet reckons with it; empty where it is not known or may not be told."""
    return None if value is None else float(value)


COLUMNS = (
    Column(gettext_lazy("Objective"), lambda point: str(point.measurement.indicator.objective)),
    Column(gettext_lazy("Indicator"), lambda point: str(point.measurement.indicator)),
    Column(gettext_lazy("Level"), lambda point: str(point.measurement.indicator.get_level_display())),
    Column(gettext_lazy("From"), lambda point: point.measurement.starts_on),
    Column(gettext_lazy("To"), lambda point: point.measurement.ends_on),
    Column(gettext_lazy("In this period"), lambda point: point.period.words),
    Column(gettext_lazy("By the end of it"), lambda point: exact(point.actual.value)),
    Column(gettext_lazy("Unit"), lambda point: point.measurement.indicator.unit),
    Column(gettext_lazy("Target"), lambda point: exact(point.target.value) if point.target else None),
    Column(gettext_lazy("Due on"), lambda point: point.target.due_on if point.target else None),
    Column(gettext_lazy("Expected by then"), lambda point: exact(point.expected)),
    Column(gettext_lazy("Variance"), lambda point: exact(point.variance.value) if point.variance else None),
    Column(gettext_lazy("Variance in per cent"), lambda point: exact(point.variance.percent) if point.variance else None),
    Column(gettext_lazy("Standing"), lambda point: str(point.status.label)),
    Column(gettext_lazy("Why it went otherwise"), lambda point: point.measurement.variance_reason),
    Column(gettext_lazy("Why it is not known"), lambda point: point.measurement.unknown_because),
    Column(gettext_lazy("Where it comes from"), lambda point: str(point.measurement.get_how_display())),
    Column(gettext_lazy("Source"), lambda point: point.measurement.source),
)  # fmt: skip

LABELS: dict[str, str | Promise] = {
    "complete": gettext_lazy("Objectives that lack nothing"),
    "aiming_at_outcomes": gettext_lazy("Objectives with an outcome that was measured twice"),
    "measured": gettext_lazy("Indicators measured in time, of those due"),
    "explained": gettext_lazy("Notable variances with a reason"),
    "on_track": gettext_lazy("Indicators on track or reached, of those measured against a target"),
    "outcomes_on_track": gettext_lazy("Of these, outcomes"),
}


def counts(figures: Figures) -> list[tuple[str, str]]:
    """Label and words. Counts, because they are few; nothing counted is "nothing yet"."""
    return [(str(label), _words(getattr(figures, name))) for name, label in LABELS.items()]


def _words(share: Share) -> str:
    if not share.whole:
        return _("nothing yet")
    return _("%(part)s of %(whole)s") % {"part": share.part, "whole": share.whole}

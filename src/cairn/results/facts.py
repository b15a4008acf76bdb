"""What is true of results: who may find what, what the records say, and how far a practice is with what it set out to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cairn.money import facts as money
from cairn.participants.counting import Share
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person
from cairn.results.enums import Gathering, Level, Status
from cairn.results.measures import Counted, all_measures
from cairn.results.models import Indicator, Measurement, Objective, Target
from cairn.results.reckoning import NEAR, Standing, points_of, standing

HOUSE = "practice__organisation"


def objectives_for(person: Person, permission: Permission) -> QuerySet[Objective]:
    """Those on which this person may use this permission; others look as if they were not there."""
    return Objective.objects.filter(
        practice__organisation__in=organisations_where(person, permission)
    ).select_related(HOUSE, "owner", "budget_line__category")


def indicators_for(person: Person, permission: Permission) -> QuerySet[Indicator]:
    houses = organisations_where(person, permission)
    return (
        Indicator.objects.filter(objective__practice__organisation__in=houses)
        .select_related(f"objective__{HOUSE}")
        .prefetch_related("targets__changes__by", "measurements__changes__by", "measurements__made_by")
    )


def targets_for(person: Person, permission: Permission) -> QuerySet[Target]:
    houses = organisations_where(person, permission)
    return Target.objects.filter(indicator__objective__practice__organisation__in=houses).select_related(
        f"indicator__objective__{HOUSE}"
    )


def measurements_for(person: Person, permission: Permission) -> QuerySet[Measurement]:
    houses = organisations_where(person, permission)
    return Measurement.objects.filter(indicator__objective__practice__organisation__in=houses).select_related(
        f"indicator__objective__{HOUSE}", "made_by"
    )


def of_practice(practice_id: int) -> list[Objective]:
    """In order, with all their indicators, targets and measurements: four queries, however many there are."""
    indicators = Indicator.objects.prefetch_related("targets", "measurements")
    found = Objective.objects.filter(practice=practice_id).select_related(
        "owner", "budget_line__category", HOUSE
    )
    objectives = list(found.prefetch_related(Prefetch("indicators", indicators)))
    for objective in objectives:
        for indicator in objective.indicators.all():
            indicator.objective = objective
    return objectives


def indicators_in(practice_id: int) -> list[Indicator]:
    return [indicator for objective in of_practice(practice_id) for indicator in objective.indicators.all()]


def budget_lines(practice_id: int) -> list[tuple[int, str]]:
    """From what an objective can be paid: number and words, grant by grant."""
    return [
        (line.pk, f"{grant}: {line}")
        for grant in money.grants_of(practice_id)
        for line in money.lines_of(grant)
    ]


def offer(indicator: Indicator, starts_on: date, ends_on: date) -> Counted | None:
    """What the records say for a period; None where the indicator is entered by hand.

    What counts from the beginning is counted from the practice's first day, whatever the period begins with.
    """
    measure = all_measures().get(indicator.computed_by)
    if measure is None:
        return None
    practice = indicator.objective.practice
    since = (practice.starts_on or date.min) if measure.gathering == Gathering.SO_FAR else starts_on
    return measure.of(practice, since, ends_on)


LACKS: dict[str, str | Promise] = {
    "owner": _("who sees to it"),
    "due_on": _("by when"),
    "budget_line": _("from which budget line it is paid"),
    "outcome": _("an indicator that shows what changes for people"),
    "baseline": _("a value before it began"),
    "target": _("a target"),
    "method": _("how it is measured"),
}
"""What an objective or an indicator may lack before anyone can see whether it is reached (evidence rules, E1.1 and E1.2)."""


def lacking(objective: Objective) -> list[str]:
    """Keys of LACKS that this objective, or one of its indicators, does not have."""
    indicators = list(objective.indicators.all())
    own = [name for name in ("owner_id", "due_on", "budget_line_id") if getattr(objective, name) is None]
    outcome = [] if any(one.level == Level.OUTCOME for one in indicators) else ["outcome"]
    of_indicators = [
        name for name in ("baseline", "target", "method") if any(name in lacks(one) for one in indicators)
    ]
    return [name.removesuffix("_id") for name in own] + outcome + of_indicators  # fmt: skip


def lacks(indicator: Indicator) -> list[str]:
    """Keys of LACKS that an indicator does not have. What is counted from nothing needs no value before it began."""
    needs_baseline = indicator.gathering == Gathering.LATEST and indicator.baseline is None
    found = {
        "baseline": needs_baseline,
        "target": not indicator.targets.all(),
        "method": not (indicator.method or indicator.computed_by),
    }
    return [name for name, missing in found.items() if missing]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one practice on one day; every share is counted in objectives, indicators or measurements."""

    objectives: int
    aiming_at_outcomes: Share
    """Objectives with an outcome indicator that has baseline, target and method and was measured twice (E1.1)."""
    complete: Share
    """Objectives that lack nothing (E1.2)."""
    measured: Share
    """Indicators measured in time, of those with something due (E2.1)."""
    explained: Share
    """Measurements with a reason, of those notably off what was expected (E2.1)."""
    on_track: Share
    """Indicators at nine tenths of the way or more, of those measured against something (E2.3)."""
    outcomes_on_track: Share
    """The same of outcome indicators (E2.3)."""


def figures(practice_id: int, today: date) -> Figures:
    """For evidence rules and the head of the page; counted on what is kept, also where it may not be told."""
    return figures_over(of_practice(practice_id), today)


def figures_over(objectives: Sequence[Objective], today: date) -> Figures:
    """The same of objectives that are read already, as `of_practice` does."""
    indicators = [one for objective in objectives for one in objective.indicators.all()]
    measured = [(one, points_of(one, openly=True)) for one in indicators]
    stands = [standing(one, openly=True, today=today, points=points) for one, points in measured]
    off = [
        point for _one, points in measured for point in points if point.variance and point.variance.notable
    ]
    return Figures(
        objectives=len(objectives),
        aiming_at_outcomes=Share(sum(map(_aims, objectives)), len(objectives)),
        complete=Share(sum(not lacking(one) for one in objectives if one.indicators.all()), len(objectives)),
        measured=_measured(stands),
        explained=Share(sum(bool(point.measurement.variance_reason) for point in off), len(off)),
        on_track=_on_track(stands),
        outcomes_on_track=_on_track(one for one in stands if one.indicator.level == Level.OUTCOME),
    )


def _aims(objective: Objective) -> bool:
    return any(
        one.level == Level.OUTCOME and not lacks(one) and len(one.measurements.all()) > 1
        for one in objective.indicators.all()
    )


def _measured(stands: Iterable[Standing]) -> Share:
    due = [one for one in stands if one.late or one.indicator.measurements.all()]
    return Share(sum(not one.late for one in due), len(due))


def _on_track(stands: Iterable[Standing]) -> Share:
    judged = [one for one in stands if one.status in {Status.REACHED, Status.ON_TRACK, Status.BEHIND}]
    good = sum(
        one.status != Status.BEHIND or bool(one.point and one.point.way and one.point.way >= NEAR)
        for one in judged
    )
    return Share(good, len(judged))


def steady_targets(practice_id: int, since: date, until: date) -> Share:
    """Targets that were not changed more than once without a reason between two days, both included, of all (E1.2)."""
    silent = Count("changes", filter=Q(changes__reason="", changes__at__date__range=(since, until)))
    targets = Target.objects.filter(indicator__objective__practice=practice_id).annotate(silent=silent)
    counts = list(targets.values_list("silent", flat=True))
    return Share(sum(silent <= 1 for silent in counts), len(counts))


LABELS: dict[str, str | Promise] = {
    "complete": _("Objectives that lack nothing"),
    "aiming_at_outcomes": _("Objectives with an outcome that was measured twice"),
    "measured": _("Indicators measured in time, of those due"),
    "explained": _("Notable variances with a reason"),
    "on_track": _("Indicators on track or reached, of those measured against a target"),
    "outcomes_on_track": _("Of these, outcomes"),
}


def counts(figures: Figures) -> list[tuple[str, str]]:
    """Label and words. Counts, because they are few; nothing counted is "nothing yet"."""
    return [(str(label), _words(getattr(figures, name))) for name, label in LABELS.items()]


def _words(share: Share) -> str:
    if not share.whole:
        return gettext("nothing yet")
    return gettext("%(part)s of %(whole)s") % {"part": share.part, "whole": share.whole}

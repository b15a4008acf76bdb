"""What can be done with objectives, indicators, targets and measurements. Access is the caller's to check."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.common.conflict import Conflict
from cairn.results import checking
from cairn.results.enums import How
from cairn.results.facts import offer
from cairn.results.measures import Cells, Counted
from cairn.results.models import (
    Indicator,
    Measurement,
    MeasurementChange,
    Objective,
    Target,
    TargetChange,
)
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.people.models import Person
    from cairn.practices.models import Practice

Thing = TypeVar("Thing", Objective, Indicator, Target, Measurement)
BUILT = ("measure", "gathering", "counts_people", "computed_by", "scale_top")
"""What an indicator's values are made by: fixed once something was measured."""
SAID_OF_TARGET = ("value", "starts_on", "due_on")
SAID_OF_MEASUREMENT = ("value", "unknown_because", "cells", "source", "other_because")


@transaction.atomic
def add_objective(*, practice: Practice, words: str, by: Person, **said: Any) -> Objective:
    """A new one, last in the list unless a `position` is said. Raises ValidationError by field."""
    said.setdefault("position", Objective.objects.filter(practice=practice).count() + 1)
    return _kept_objective(Objective(practice=practice, words=words, made_by=by, **said), by, Deed.CREATED)


@transaction.atomic
def revise_objective(*, objective: Objective, revision: int, by: Person, **said: Any) -> Objective:
    """Raises Conflict, and writes nothing, when someone changed it since `revision`; ValidationError by field."""
    current = _as_seen(objective, revision, said)
    return _kept_objective(current, by, Deed.CHANGED)


def _kept_objective(objective: Objective, by: Person, deed: Deed) -> Objective:
    objective.full_clean()
    checking.refuse(checking.of_objective(objective))
    objective.save()
    note(by=by, deed=deed, thing=f"objective:{objective.pk}", practice=objective.practice_id)
    return objective


def _as_seen(thing: Thing, revision: int, said: dict[str, Any]) -> Thing:
    """The thing as it stands, with what was said put into it. Raises Conflict where it is not the one that was seen."""
    current = type(thing)._default_manager.select_for_update().get(pk=thing.pk)  # noqa: SLF001  # Django's public name
    if current.revision != revision:
        raise Conflict(
            current, tuple(name for name, value in said.items() if getattr(current, name) != value)
        )
    for name, value in said.items():
        setattr(current, name, value)
    current.revision += 1
    return current


@transaction.atomic
def add_indicator(*, objective: Objective, by: Person, **said: Any) -> Indicator:
    """A new one, by hand or computed by a measure, which then says kind, unit and how values go together.

    Raises ValidationError by field.
    """
    return _kept_indicator(Indicator(objective=objective, made_by=by, **said), by, Deed.CREATED)


@transaction.atomic
def revise_indicator(*, indicator: Indicator, revision: int, by: Person, **said: Any) -> Indicator:
    """Raises Conflict when someone changed it since `revision`; ValidationError by field, also where what its values are made
    by would change although there are some."""
    current = _as_seen(indicator, revision, said)
    checking.as_measure_says(current)
    changed = [name for name in BUILT if getattr(current, name) != getattr(indicator, name)]
    if changed and current.measurements.exists():
        words = _("Values were measured already. Add another indicator instead.")
        raise ValidationError({changed[0]: words})
    return _kept_indicator(current, by, Deed.CHANGED)


def _kept_indicator(indicator: Indicator, by: Person, deed: Deed) -> Indicator:
    checking.as_measure_says(indicator)
    checking.refuse(checking.of_indicator(indicator))
    indicator.full_clean()
    indicator.save()
    practice = indicator.objective.practice_id
    note(by=by, deed=deed, thing=f"indicator:{indicator.pk}", practice=practice)
    return indicator


@transaction.atomic
def set_target(*, indicator: Indicator, value: Decimal, starts_on: date, due_on: date, by: Person) -> Target:
    """How much by when. Raises ValidationError by field."""
    target = Target(indicator=indicator, value=value, starts_on=starts_on, due_on=due_on, made_by=by)
    return _kept_target(target, by, Deed.CREATED)


@transaction.atomic
def revise_target(*, target: Target, revision: int, by: Person, reason: str = "", **said: Any) -> Target:
    """Another value or other days; what stood before is kept, with the reason.

    Raises Conflict when someone changed it since `revision`; ValidationError by field, and without a reason where it had been
    due before today, which is flagged for good.
    """
    before = {name: getattr(target, name) for name in SAID_OF_TARGET}
    current, reason = _as_seen(target, revision, said), reason.strip()
    late = timezone.localdate() > before["due_on"]
    if late and not reason:
        raise ValidationError(
            {
                "reason": _(
                    "This target had been due already. Say why it changes now; that it did will be shown."
                )
            }
        )
    after = {name: getattr(current, name) for name in SAID_OF_TARGET}
    _kept_target(current, by, Deed.CHANGED)
    TargetChange.objects.create(
        target=current, revision=current.revision, before=before, after=after, reason=reason, late=late, by=by
    )
    return current


def _kept_target(target: Target, by: Person, deed: Deed) -> Target:
    checking.refuse(checking.of_target(target))
    target.full_clean()
    target.save()
    practice = target.indicator.objective.practice_id
    note(by=by, deed=deed, thing=f"target:{target.pk}", practice=practice)
    return target


@transaction.atomic
def measure(*, indicator: Indicator, starts_on: date, ends_on: date, by: Person, **said: Any) -> Measurement:
    """A value for a period, or why there is none (`value`, `unknown_because`, `cells`, `source`, `other_because`).

    Raises ValidationError by field, also where the records say another value and nobody says why it is not taken.
    """
    fresh = Measurement(indicator=indicator, starts_on=starts_on, ends_on=ends_on, made_by=by, **said)
    return _entered(fresh, by, Deed.CREATED)


@transaction.atomic
def take(*, indicator: Indicator, starts_on: date, ends_on: date, by: Person) -> Measurement:
    """What the records say for a period. Raises ValidationError where they say nothing."""
    fresh = Measurement(indicator=indicator, starts_on=starts_on, ends_on=ends_on, made_by=by)
    return _computed(fresh, by, Deed.CREATED)


@transaction.atomic
def remeasure(
    *, measurement: Measurement, revision: int, reason: str, by: Person, **said: Any
) -> Measurement:
    """Another value for the same period; what stood before is kept with the reason. Raises as `measure` does, and Conflict."""
    before = _told(measurement)
    current = _as_seen(
        measurement, revision, {name: said.get(name, _empty(name)) for name in SAID_OF_MEASUREMENT}
    )
    _entered(current, by, Deed.CHANGED)
    return _noted(current, before, reason, by)


@transaction.atomic
def retake(*, measurement: Measurement, revision: int, reason: str, by: Person) -> Measurement:
    """What the records say by now, for the same period. Raises as `take` does, and Conflict."""
    before = _told(measurement)
    current = _as_seen(measurement, revision, {})
    _computed(current, by, Deed.CHANGED)
    return _noted(current, before, reason, by)


def _empty(name: str) -> Any:
    return {"value": None, "cells": {}}.get(name, "")


def _told(measurement: Measurement) -> dict[str, Any]:
    return {name: getattr(measurement, name) for name in (*SAID_OF_MEASUREMENT, "how")}


def _noted(measurement: Measurement, before: dict[str, Any], reason: str, by: Person) -> Measurement:
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the value changes.")})
    MeasurementChange.objects.create(
        measurement=measurement,
        revision=measurement.revision,
        before=before,
        after=_told(measurement),
        reason=reason.strip(),
        by=by,
    )
    return measurement


def _entered(measurement: Measurement, by: Person, deed: Deed) -> Measurement:
    found = _looked_up(measurement)
    if found and found.value is not None and found.value == measurement.value and not measurement.cells:
        return _taken(measurement, found, by, deed)
    measurement.how, measurement.part, measurement.whole = How.ENTERED, None, None
    if found and found.value is not None and measurement.value is not None:
        _say_why_otherwise(measurement)
    return _kept_measurement(measurement, by, deed)


def _say_why_otherwise(measurement: Measurement) -> None:
    if not measurement.other_because.strip():
        raise ValidationError(
            {"other_because": _("The records say another value. Say why it is not taken, or take it.")}
        )


def _computed(measurement: Measurement, by: Person, deed: Deed) -> Measurement:
    found = _looked_up(measurement)
    if found is None or found.value is None:
        raise ValidationError(
            _("The records say nothing for this period. Enter a value, or why it is not known.")
        )
    return _taken(measurement, found, by, deed)


def _taken(measurement: Measurement, found: Counted, by: Person, deed: Deed) -> Measurement:
    measurement.how, measurement.value = How.COMPUTED, found.value
    measurement.unknown_because, measurement.other_because = "", ""
    measurement.part = found.share.part if found.share else None
    measurement.whole = found.share.whole if found.share else None
    measurement.cells = _chosen(found.cells, measurement.indicator)
    return _kept_measurement(measurement, by, deed)


def _looked_up(measurement: Measurement) -> Counted | None:
    """What the records say, kept beside whatever is entered."""
    indicator, days = measurement.indicator, (measurement.starts_on, measurement.ends_on)
    others = indicator.measurements.exclude(pk=measurement.pk or 0)
    checking.refuse(checking.of_days(indicator, *days, others))
    found = offer(measurement.indicator, measurement.starts_on, measurement.ends_on)
    measurement.computed = found.value if found else None
    measurement.records = found.records if found else None
    return found


def _chosen(cells: Cells, indicator: Indicator) -> Cells:
    return {dimension: counts for dimension, counts in cells.items() if dimension in indicator.disaggregation}


def _kept_measurement(measurement: Measurement, by: Person, deed: Deed) -> Measurement:
    checking.refuse(checking.of_measurement(measurement))
    measurement.full_clean()
    measurement.save()
    practice = measurement.indicator.objective.practice_id
    note(by=by, deed=deed, thing=f"measurement:{measurement.pk}", practice=practice)
    return measurement


@transaction.atomic
def explain(*, measurement: Measurement, reason: str, by: Person) -> Measurement:
    """Why it went otherwise than planned; said again, the newer words stand. Raises ValidationError for no words."""
    if not reason.strip():
        raise ValidationError({"reason": _("Say in a few words why.")})
    measurement.variance_reason = reason.strip()
    measurement.full_clean()
    measurement.save(update_fields=["variance_reason"])
    practice = measurement.indicator.objective.practice_id
    note(by=by, deed=Deed.CHANGED, thing=f"measurement:{measurement.pk}", practice=practice)
    return measurement

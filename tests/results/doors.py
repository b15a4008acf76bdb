"""Who comes in at the doors of results (tests/test_doors.py)."""

from datetime import date
from decimal import Decimal

from cairn.results import actions
from tests.results.factories import an_indicator, an_objective

KEEPERS = {"social_worker", "coordinator"}
OF_OBJECTIVE = ("objective_edit", "indicator_choose", "indicator_new")
OF_INDICATOR = ("indicator", "indicator_edit", "target_new", "measure")
OF_MEASUREMENT = ("measurement_edit", "measurement_retake", "measurement_explain")
OF_PRACTICE = ("results", "results_report", "objective_new", "results_iati", "results_hxl")
EXPORTS = ("results_export", "results_report_export")
MAY = dict.fromkeys(
    (*OF_PRACTICE, *EXPORTS, *OF_OBJECTIVE, *OF_INDICATOR, *OF_MEASUREMENT, "target_edit"), KEEPERS
)
DEEDS: dict[str, set[str]] = {}
ADDRESSES = {
    **{each: ["practice"] for each in OF_PRACTICE},
    **{each: ["practice", "=csv"] for each in EXPORTS},
    **{each: ["objective"] for each in OF_OBJECTIVE},
    **{each: ["indicator"] for each in OF_INDICATOR},
    **{each: ["measurement"] for each in OF_MEASUREMENT},
    "target_edit": ["target"],
}
NOTHING = dict.fromkeys(("objective", "indicator", "target", "measurement"), 987_654)


def furnish(at):
    by = at.coordinator
    objective = an_objective(at.practice, by)
    indicator = an_indicator(objective, by)
    day = date(2025, 1, 1)
    target = actions.set_target(indicator=indicator, value=Decimal(9), starts_on=day, due_on=day, by=by)
    measurement = actions.measure(indicator=indicator, starts_on=day, ends_on=day, value=Decimal(1), by=by)
    return {
        "objective": objective.pk,
        "indicator": indicator.pk,
        "target": target.pk,
        "measurement": measurement.pk,
    }

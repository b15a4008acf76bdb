"""Who may see which column on results (vault/privacy.py).

Figures here may count people. They are kept as they are, and told through `reckoning/telling.py`, which hides small ones from whoever does
not work with the people.
"""

from cairn.vault.privacy import Declared, Who

_MADE = ("revision", "made_by", "made_at")
_CHANGE = ("revision", "before", "after", "reason", "by", "at")


def _of(*columns: str) -> dict[str, Who]:
    return {"id": Who.SYSTEM} | dict.fromkeys(columns, Who.TEAM)


WHO: Declared = {
    "Objective": _of("practice", "words", "owner", "due_on", "budget_line", "position", *_MADE),
    "Indicator": _of(
        "objective", "words", "level", "measure", "unit", "scale_top", "direction", "gathering", "counts_people",
        "disaggregation", "baseline", "baseline_on", "method", "means", "frequency", "computed_by", *_MADE,
    ),
    "Target": _of("indicator", "value", "starts_on", "due_on", *_MADE),
    "TargetChange": _of("target", "late", *_CHANGE),
    "Measurement": _of(
        "indicator", "starts_on", "ends_on", "value", "unknown_because", "part", "whole", "cells", "source", "how",
        "records", "computed", "other_because", "variance_reason", *_MADE,
    ),
    "MeasurementChange": _of("measurement", *_CHANGE),
}  # fmt: skip

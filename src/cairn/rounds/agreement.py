"""How far assessors agree: figures of the literature, each with its source, undefined where it says nothing.

A table of judgements has one row per item and one column per assessor; None stands for "not judged". Nothing here
knows of rounds or frameworks. Percentages and kappas are short formulas that no light, kept library has; alpha comes
from `krippendorff` (docs/decisions/0008).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

Row = Sequence[str | None]

DRAWS = 1_000
"""Resamples for the interval."""
SEED = 20_260
"""Fixed, so that the same judgements give the same interval."""
COVERAGE = 0.95


class Why(Enum):
    """Why there is no figure."""

    TOO_FEW = "too_few"
    """No item was judged by two assessors, or, for a kappa, by all of them."""
    NO_VARIATION = "no_variation"
    """Only one level was ever used, so agreement by chance cannot be told from any other."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A coefficient, from -1 to 1, or why there is none."""

    value: float | None
    items: int
    """On how many items it rests."""
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the figure would lie in 95 of 100 samples of items like these."""

    low: float
    high: float
    dropped: int
    """Resamples, of DRAWS, without any variation: they say nothing and are left out."""


def percentage(rows: Sequence[Row]) -> float | None:
    """Share of agreeing pairs of assessors, the mean over all items that two or more judged; 0 to 1.

    With two assessors it is the plain share of items judged alike; with more it is the mean of P_i of Fleiss (1971),
    Psychological Bulletin 76(5), 378-382, formula 1.
    """
    shares = [_pairs_alike(given) for row in rows if len(given := _given(row)) >= 2]
    return sum(shares) / len(shares) if shares else None


def _given(row: Row) -> list[str]:
    return [level for level in row if level is not None]


def _pairs_alike(given: list[str]) -> float:
    number = len(given)
    return sum(times * (times - 1) for times in Counter(given).values()) / (number * (number - 1))


def cohen_kappa(rows: Sequence[Row]) -> Figure:
    """Agreement of two assessors beyond what their own habits would give by chance.

    Cohen (1960), Educational and Psychological Measurement 20(1), 37-46. Items that one of them left open are not
    counted.
    """
    pairs = [(first, second) for first, second in rows if first is not None and second is not None]
    if not pairs:
        return Figure(None, 0, Why.TOO_FEW)
    observed = sum(first == second for first, second in pairs) / len(pairs)
    ones, others = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    return _beyond_chance(
        observed, sum(ones[level] * others[level] for level in ones) / len(pairs) ** 2, len(pairs)
    )


def fleiss_kappa(rows: Sequence[Row]) -> Figure:
    """Agreement of any number of assessors beyond chance, on the items that all of them judged.

    Fleiss (1971), as above, formulas 2 to 7.
    """
    whole = [given for row in rows if len(given := _given(row)) == len(row) >= 2]
    if not whole:
        return Figure(None, 0, Why.TOO_FEW)
    observed = sum(map(_pairs_alike, whole)) / len(whole)
    times = Counter(level for given in whole for level in given)
    total = times.total()
    return _beyond_chance(observed, sum((number / total) ** 2 for number in times.values()), len(whole))


def _beyond_chance(observed: float, expected: float, items: int) -> Figure:
    if expected == 1:
        return Figure(None, items, Why.NO_VARIATION)
    return Figure((observed - expected) / (1 - expected), items)


def alpha(rows: Sequence[Row], levels: Sequence[str], *, ordered: bool) -> tuple[Figure, Interval | None]:
    """Krippendorff's alpha and its interval; `levels` in their order where they are `ordered`, else in any.

    Nominal or ordinal difference after Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011); missing
    judgements are allowed, items judged once say nothing. The interval is the percentile bootstrap over items: Efron
    and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13. Judgements outside `levels` count as missing.
    """
    import numpy as np  # noqa: PLC0415  # heavy, and needed by one page only

    counts = np.array([[list(row).count(level) for level in levels] for row in rows], dtype=int)
    counts = counts.reshape(len(rows), len(levels))
    counts = counts[counts.sum(axis=1) >= 2]
    if not len(counts):
        return Figure(None, 0, Why.TOO_FEW), None
    value = _alpha_of(counts, ordered=ordered)
    if value is None:
        return Figure(None, len(counts), Why.NO_VARIATION), None
    return Figure(value, len(counts)), _interval(counts, ordered=ordered)


def _alpha_of(counts: Any, *, ordered: bool) -> float | None:
    """None where only one level was used. `counts`: items by levels."""
    import krippendorff  # noqa: PLC0415  # brings numpy

    used = counts[:, counts.sum(axis=0) > 0]
    if used.shape[1] < 2:
        return None
    return float(
        krippendorff.alpha(value_counts=used, level_of_measurement="ordinal" if ordered else "nominal")
    )


def _interval(counts: Any, *, ordered: bool) -> Interval | None:
    """Items are drawn with replacement; None where a single item leaves nothing to draw from."""
    import numpy as np  # noqa: PLC0415  # as above

    number = len(counts)
    if number < 2:
        return None
    draws = np.random.default_rng(SEED).integers(number, size=(DRAWS, number))
    found = [_alpha_of(counts[drawn], ordered=ordered) for drawn in draws]
    values = [value for value in found if value is not None]
    low, high = np.quantile(values, [(1 - COVERAGE) / 2, (1 + COVERAGE) / 2])
    return Interval(float(low), float(high), DRAWS - len(values))

"""How an indicator stands: the line towards its target, where it is on that line, and what of it may be told to whom.

Nothing here asks a database: it reckons with what is loaded.
"""

from cairn.results.reckoning.line import NEAR, NOTABLE, Line, Variance, variance
from cairn.results.reckoning.standing import (
    Point,
    Standing,
    baseline_of,
    line_of,
    next_due,
    points_of,
    standing,
    target_on,
)
from cairn.results.reckoning.telling import (
    CATEGORIES,
    Cell,
    Told,
    cells_of,
    hidden_in,
    offered,
    plain,
    said,
    summed,
    told,
)

__all__ = [
    "CATEGORIES", "NEAR", "NOTABLE", "Cell", "Line", "Point", "Standing", "Told", "Variance", "baseline_of", "cells_of",
    "hidden_in", "line_of", "next_due", "offered", "plain", "points_of", "said", "standing", "summed", "target_on", "told",
    "variance",
]  # fmt: skip

"""Releases of 1,000 random practices, attacked by linear programming from what was told only; beside them, only small counts hidden."""

from __future__ import annotations

import time
from collections.abc import Callable

from workshop.bench import _releasing, _table

PRACTICES = 1000


def run() -> None:
    """One line each: what a reader narrows down, of the same practices."""
    _table.show(
        (
            "",
            "practices",
            "tables",
            "rounded",
            "refused",
            "cells",
            "hidden",
            "share",
            "disclosed",
            "in practices",
            "s",
            "s, most",
        ),
        [
            _line("Cairn", _releasing.release_carefully),
            _line("only small ones hidden", _releasing.release_carelessly),
        ],
    )


def _line(name: str, release: Callable[[_releasing.Practice], None]) -> tuple[str, ...]:
    seconds, disclosed, practices = [], [], []
    for seed in range(PRACTICES):
        one = _releasing.practice(seed)
        start = time.perf_counter()
        release(one)
        seconds.append(time.perf_counter() - start)
        disclosed.append(len(_releasing.fallen(one)))
        practices.append(one)
    told = [table for one in practices for table in one.told]
    hidden, cells = map(sum, zip(*(_releasing.hidden(one) for one in practices), strict=True))
    return (
        name,
        str(PRACTICES),
        str(len(told)),
        str(sum(table.rounded for table in told)),
        str(sum(one.refused for one in practices)),
        str(cells),
        str(hidden),
        f"{hidden / cells:.0%}",
        str(sum(disclosed)),
        str(sum(map(bool, disclosed))),
        f"{sum(seconds):.1f}",
        f"{max(seconds):.2f}",
    )

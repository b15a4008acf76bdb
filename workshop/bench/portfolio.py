"""Figures of many practices at 1 and 10 million lines of attendance: DuckDB through Ibis, pandas, plain SQL on SQLite, on the same rows.

Each engine runs in a process of its own, so that its memory is its own; their answers are compared figure by figure. The floor
is the time in which this machine reads as many bytes of memory as the columns asked for hold; it is held against DuckDB alone,
without making values of Python of what was found.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from workshop.bench import _portfolio, _table

SIZES = ((1_000_000, 100), (10_000_000, 1_000))
"""Lines of attendance, and practices."""
WIDE = (10_000_000, 100_000)
"""As many lines over far more practices: DuckDB alone."""
SLOW = {"sqlite"}
"""What counts 10 million lines only once, for people who came: more would take minutes."""
ENGINES = ("duckdb", "pandas", "sqlite")


def run() -> None:
    """Prints a table for each size and one of growth."""
    bandwidth = _portfolio.bandwidth()
    sys.stdout.write(
        f"This machine reads {bandwidth / 1e9:.1f} GB of memory a second (one sum over 800 MB).\n"
    )
    taken: dict[tuple[str, str], list[float]] = {}
    for lines, practices in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            made = _made(Path(folder), lines, practices)
            for name, engine, seconds in _compared(Path(folder), made, bandwidth):
                taken.setdefault((name, engine), []).append(seconds)
    _table.show(
        ("10 times the lines", *ENGINES),
        [
            (name, *(_growth(taken.get((name, engine), [])) for engine in ENGINES))
            for name in _portfolio.QUESTIONS
        ],
    )
    with tempfile.TemporaryDirectory() as folder:
        made = _made(Path(folder), *WIDE)
        _compared(Path(folder), made, bandwidth, ENGINES[:1])


def _growth(seconds: list[float]) -> str:
    return f"{seconds[1] / seconds[0]:.1f}x" if len(seconds) == 2 else "-"


def _made(folder: Path, lines: int, practices: int) -> dict[str, int]:
    began = time.perf_counter()
    made = _portfolio.make(folder, lines, practices)
    sys.stdout.write(
        f"\n{lines:,} lines of attendance, {made['people']:,} people, {made['sessions']:,} sessions, {practices:,} practices: "
        f"{made['bytes'] / 1e6:.0f} MB of columns, made in {time.perf_counter() - began:.0f} s\n"
    )
    return made


def _compared(
    folder: Path, made: dict[str, int], bandwidth: float, engines: tuple[str, ...] = ENGINES
) -> list[tuple[str, str, float]]:
    found = {engine: _asked(engine, folder, _questions(engine, made)) for engine in engines}
    for name in _portfolio.QUESTIONS:
        answers = {engine: told["answers"][name] for engine, told in found.items() if name in told["answers"]}
        if len(set(answers.values())) != 1:
            raise AssertionError(f"{name}: the engines do not agree: {answers}")
    rows = []
    for name in _portfolio.QUESTIONS:
        floor = made[f"bytes of {name}"] / bandwidth
        alone = found["duckdb"]["alone"][name]
        cells = [_seconds(found.get(engine), name) for engine in ENGINES]
        rows.append((name, *cells, f"{alone:.3f} s", f"{floor * 1000:.1f} ms", f"{alone / floor:.0f}x"))
    memory = [f"{found[engine]['memory'] / 1e6:.0f} MB" if engine in found else "-" for engine in ENGINES]
    loading = [f"{found[engine]['loading']:.2f} s" if engine in found else "-" for engine in ENGINES]
    _table.show(
        ("same answers", "DuckDB, Ibis", "pandas", "SQLite", "DuckDB alone", "floor", "alone / floor"),
        [*rows, ("most memory", *memory, "", "", ""), ("loading before", *loading, "", "", "")],
    )
    return [
        (name, engine, seconds) for engine, told in found.items() for name, seconds in told["seconds"].items()
    ]


def _questions(engine: str, made: dict[str, int]) -> list[str]:
    every = list(_portfolio.QUESTIONS)
    return every[:1] if engine in SLOW and made["attendance"] > SIZES[0][0] else every


def _seconds(told: dict[str, dict[str, float]] | None, name: str) -> str:
    return f"{told['seconds'][name]:.3f} s" if told and name in told["seconds"] else "-"


def _asked(engine: str, folder: Path, questions: list[str]) -> dict:
    done = subprocess.run(
        [sys.executable, "-m", "workshop.bench._portfolio", engine, str(folder), *questions],
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)

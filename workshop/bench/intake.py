"""Answers taken in without a name, each safe on the disk before it is acknowledged, against raw commits on the same disk.

The floor writes rows of the same size with `synchronous=FULL`, one commit each, by the database's own driver. Cairn takes whole
submissions in: checks the token, counts, takes out and puts in again all answers of the opening so far (docs/decisions/0013).
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from workshop.bench import _table

ROWS = 200
SIZE = 600
"""Bytes of a row of the floor."""
GOAL = 0.6
CHILD = "from workshop.bench import _intake; _intake.main()"


def run() -> None:
    """Prints one table; everything happens in a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("CAIRN_BENCH_DIR")) as folder:
        floor = raw_commits(Path(folder))
        figures = in_cairn(folder)
    rows = [("raw commits, FULL", f"{floor:.0f}/s", "1.00", "")]
    rows += [
        (f"answers to {name}", f"{rate:.0f}/s", f"{rate / floor:.2f}", f"{GOAL:g}")
        for name, rate in figures.items()
        if name not in PAGES
    ]
    _table.show(("what", "rate", "of the floor", "goal"), rows)
    _table.show(("page", "ms"), [(name, f"{1000 * figures[name]:.1f}") for name in PAGES])


PAGES = ("before the form", "form, all questions", "form, one question")


def raw_commits(folder: Path) -> float:
    """Per second."""
    wire = sqlite3.connect(folder / "floor.sqlite3", isolation_level=None)
    wire.execute("PRAGMA journal_mode=WAL")
    wire.execute("PRAGMA synchronous=FULL")
    wire.execute("CREATE TABLE floor (key TEXT PRIMARY KEY, words TEXT) WITHOUT ROWID")
    begun = time.perf_counter()
    for number in range(ROWS):
        wire.execute("INSERT INTO floor VALUES (?, ?)", (f"{number:032}", "x" * SIZE))
    rate = ROWS / (time.perf_counter() - begun)
    wire.close()
    return rate


def in_cairn(folder: str) -> dict[str, float]:
    """Answers per second by size of opening, and seconds of each page, measured in a process of its own."""
    environment = {**os.environ, "CAIRN_DATA_DIR": folder}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-c", CHILD], env=environment, check=True, capture_output=True, text=True
    )
    pairs = (line.rsplit("\t", 1) for line in done.stdout.splitlines() if "\t" in line)
    return {name: float(figure) for name, figure in pairs}

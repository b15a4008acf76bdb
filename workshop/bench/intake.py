"""Answers taken in without a name, each safe on the disk before it is acknowledged, against raw commits on the same disk.

The floor writes rows of the same size with `synchronous=FULL`, one commit each, by the database's own driver. Cairn takes whole
submissions in: checks the token, counts, takes out and puts in again all answers of the opening so far (docs/decisions/0013).
`together` is many threads of one process, whose answers share commits (voices.gathering). Over HTTP the floor is the same server
with a page that does nothing but one commit: what Cairn itself costs, without the server and Django around it.

Raw commits are measured before and after, because other work on the machine moves them most; the mean of both is the floor.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from workshop.bench import _table

ROWS = 400
SIZE = 600
"""Bytes of a row of the floor."""
GOAL = 0.6
CHILD = "from workshop.bench import _intake; _intake.main()"
FLOOR = "HTTP: an empty page with one commit"


def run() -> None:
    """Prints two tables; everything happens in a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("CAIRN_BENCH_DIR")) as folder:
        before = raw_commits(Path(folder))
        figures = in_cairn(folder)
        after = raw_commits(Path(folder))
    floor = (before + after) / 2
    rows = [("raw commits, FULL, before and after", f"{before:.0f}/s {after:.0f}/s", "1.00", "", "", "")]
    rows += [
        _line(name, told, floor, figures[FLOOR][0]) for name, told in figures.items() if name not in PAGES
    ]
    titles = ("what", "rate", "of raw commits", "of the HTTP floor", "goal", "ms of a processor")
    _table.show(titles, rows)
    _table.show(("page", "ms"), [(name, f"{1000 * figures[name][0]:.1f}") for name in PAGES])


def _line(name: str, told: list[float], floor: float, http: float) -> tuple[str, ...]:
    rate, *worked = told
    of_http = f"{rate / http:.2f}" if name.startswith("HTTP") else ""
    goal = "" if name == FLOOR else f"{GOAL:g}"
    return (
        name,
        f"{rate:.0f}/s",
        f"{rate / floor:.2f}",
        of_http,
        goal,
        "".join(f"{one:.2f}" for one in worked),
    )


PAGES = ("before the form", "form, all questions", "form, one question")


def raw_commits(folder: Path) -> float:
    """Per second."""
    file = folder / "floor.sqlite3"
    file.unlink(missing_ok=True)
    wire = sqlite3.connect(file, isolation_level=None)
    wire.execute("PRAGMA journal_mode=WAL")
    wire.execute("PRAGMA synchronous=FULL")
    wire.execute("CREATE TABLE floor (key TEXT PRIMARY KEY, words TEXT) WITHOUT ROWID")
    begun = time.perf_counter()
    for number in range(ROWS):
        wire.execute("INSERT INTO floor VALUES (?, ?)", (f"{number:032}", "x" * SIZE))
    rate = ROWS / (time.perf_counter() - begun)
    wire.close()
    return rate


def in_cairn(folder: str) -> dict[str, list[float]]:
    """Answers per second by what was done, sometimes with what one costs, and seconds of each page; in a process of its own."""
    environment = {
        **os.environ,
        "CAIRN_DATA_DIR": folder,
        "DJANGO_SETTINGS_MODULE": "workshop.bench._intake_settings",
    }
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-c", CHILD], env=environment, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.returncode)  # what was wrong stands above
    lines = (line.split("\t") for line in done.stdout.splitlines() if "\t" in line)
    return {name: [float(figure) for figure in figures] for name, *figures in lines}

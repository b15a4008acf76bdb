"""Assessing: mark one item, the whole grid in one call, the edit page, the score. Peer figures: CISO Assistant.

Every figure but score and portrait is a whole request through all middleware, or the action itself, on a database in
a fresh folder with full durability. The peer's figures (two cores, gunicorn, SQLite, 31 items) were taken over HTTP on
another day and are not measured again here: read the ratios as orders of magnitude.
"""

import json
import os
import subprocess
import sys
import tempfile

from workshop.bench import _table

PEER = {
    "mark one item (autosave request), ms": 71.0,
    "mark the whole grid (one call), ms": 3200.0,
    "edit page (request), ms": 160.0,
    "overview page (request), ms": None,
    "score, ms": 31.0,
    "portrait, ms": None,
}
GOAL = {
    "mark one item (autosave request), ms": 15.0,
    "mark the whole grid (one call), ms": 150.0,
    "edit page (request), ms": 40.0,
    "overview page (request), ms": 40.0,
    "score, ms": 10.0,
    "portrait, ms": 40.0,
}


def run() -> None:
    """Measures in a process of its own, so that the real data are never touched."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "CAIRN_DATA_DIR": folder, "CAIRN_LOG_LEVEL": "ERROR"}
        environment.pop("DATABASE_URL", None)
        measuring = [sys.executable, "-m", "workshop.bench._assessing"]
        answer = subprocess.run(measuring, env=environment, check=True, stdout=subprocess.PIPE)
    show(json.loads(answer.stdout))


def show(figures: dict[str, float]) -> None:
    rows = []
    for name, figure in figures.items():
        peer = PEER[name]
        ratio = f"{peer / figure:.0f}x" if peer else "-"
        rows.append((name, f"{figure:.2f}", _table.number(GOAL[name]), _table.number(peer), ratio))
    _table.show(("figure", "Cairn", "goal", "peer", "peer / Cairn"), rows)

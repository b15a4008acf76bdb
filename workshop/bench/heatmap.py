"""The portfolio's heatmap: 1,000 practices x 33 items, data, drawing and whole page, beside bare SQL over the same rows.

The floor reads the same columns of the same rows through the same connection and does nothing with them. Private: the
newest assessments and their marks. Published: titles and marks of the newest editions.
"""

import json
import os
import subprocess
import sys
import tempfile

from workshop.bench import _table


def run() -> None:
    """Measures in a process of its own, so that the real data are never touched."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "CAIRN_DATA_DIR": folder, "CAIRN_LOG_LEVEL": "ERROR"}
        environment.pop("DATABASE_URL", None)
        measuring = [sys.executable, "-m", "workshop.bench._heatmap"]
        answer = subprocess.run(measuring, env=environment, check=True, stdout=subprocess.PIPE)
    rows = []
    for name, figure in json.loads(answer.stdout).items():
        floor = figure.get("floor")
        ratio = f"{figure['ms'] / floor:.1f}x" if floor else "-"
        size = f"{figure['kib']:.0f}" if "kib" in figure else "-"
        rows.append((name, f"{figure['ms']:.0f}", size, _table.number(floor and round(floor, 1)), ratio))
    _table.show(("figure", "ms", "KiB", "bare SQL, ms", "ours / bare SQL"), rows)

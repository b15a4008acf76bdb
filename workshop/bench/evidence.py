"""Evidence of the demo's practice (24 months, 120 people, 600 sessions): cold, after one change, unchanged; among 1, 10, 100 practices, the others a tenth of its size.

Cold: nothing is kept, all rules are asked and what they say is stored. The floor runs the same statements that the rules
ask once more, reads the rows as the database gives them, and does nothing with them. `--folder DIR` takes a demo that is
there instead of making one (minutes).
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from workshop.bench import _table

GOAL = {"cold": 100, "unchanged": 5}


def run(folder: Path | None = None) -> None:
    """Measures in a process and a folder of its own; a demo that is taken is copied, and stays as it was."""
    with tempfile.TemporaryDirectory() as own:
        if folder is not None:
            shutil.copytree(folder, own, dirs_exist_ok=True)
        environment = {**os.environ, "CAIRN_DATA_DIR": own, "CAIRN_LOG_LEVEL": "ERROR"}
        environment.pop("DATABASE_URL", None)
        measuring = [sys.executable, "-m", "workshop.bench._evidence"]
        told = json.loads(
            subprocess.run(measuring, env=environment, check=True, stdout=subprocess.PIPE).stdout
        )
    wall, own = told["floor"]
    first = told["growth"][0]
    sys.stdout.write(
        f"Floor: {wall:.0f} ms, {own:.0f} of the processor, to read {told['rows']} rows with {told['queries']} queries; "
        f"cold asks {first['cold_queries']} in all.\n"
    )
    rows = [
        (
            f"{name}, {figure['practices']} practices",
            f"{figure[name][0]:.1f}",
            f"{figure[name][1]:.1f}",
            _table.number(GOAL.get(name)),
            f"{figure[name][1] / own:.2f}x",
            f"{figure[name][1] / first[name][1]:.1f}x",
        )
        for name in ("cold", "changed", "unchanged")
        for figure in told["growth"]
    ]
    _table.show(("figure", "ms", "of the processor", "goal, ms", "processor / floor", "growth"), rows)
    sys.stdout.write(f"Kept of one framework: {first['kib']:.0f} KiB.\n")

"""Passages: how often the labelled passage is shown, how often something is shown in vain, and the times.

The labelled set is in tests/passages/labelled: imaginary reports, written and labelled by one hand that knew the
framework's words. Reports from outside share fewer words with it, so expect less of them than these figures. The limit under
which likeness is noise is chosen on one half of the labels; the figures that count are those of the other half. Where
`./cairn embeddings` brought a model, by words alone, by meaning alone and by both (fused) are set side by side.
"""

import json
import os
import subprocess
import sys
import tempfile
from typing import Any

from workshop.bench import _table
from workshop.bench._reckoning import PLACES, Case, figures, halves

HEAD = (
    "",
    "labels",
    *(f"R@{k} (95 %)" for k in PLACES),
    "items without",
    "shown in vain (95 %)",
    "others shown (95 %)",
)


def run() -> None:
    """Measures in a process of its own, so that the real data are never touched."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "CAIRN_DATA_DIR": folder, "CAIRN_LOG_LEVEL": "ERROR"}
        environment.pop("DATABASE_URL", None)
        measuring = [sys.executable, "-m", "workshop.bench._passages"]
        answer = subprocess.run(measuring, env=environment, check=True, stdout=subprocess.PIPE)
    show(json.loads(answer.stdout))


def show(measured: dict[str, Any]) -> None:
    languages = [one[0]["language"] for one in measured["cases"]]
    by_setting = {
        setting: [case(each, setting) for group in measured["cases"] for each in group]
        for setting in measured["cases"][0][0]["shown"]
    }
    used = [f"words {measured['limit']}", f"meaning {measured['floor']}", f"both {measured['floor']}"]
    for setting in used:
        if setting not in by_setting:
            sys.stdout.write(
                "\nNo model: `./cairn embeddings` brings one, and then meaning is measured too.\n"
            )
            break
        cases = by_setting[setting]
        sys.stdout.write(
            f"\nBy {setting}, on the half it was not chosen by, on all labels, and on each language:\n"
        )
        by_language = [
            row(language, [one for one in cases if one.language == language]) for language in languages
        ]
        _table.show(HEAD, [row("other half", halves(cases)[1]), row("all", cases), *by_language])
    sys.stdout.write("\nLimits and floors on the half that chooses:\n")
    _table.show(HEAD, [row(setting, halves(cases)[0]) for setting, cases in by_setting.items()])
    sys.stdout.write("\nTimes with a long document:\n")
    _table.show(("figure", "Cairn"), [(name, f"{time:.2f}") for name, time in measured["times"].items()])


def case(each: dict[str, Any], setting: str) -> Case:
    shown = tuple(each["shown"][setting])
    return Case(each["language"], each["node_id"], frozenset(each["right"]), shown)


def row(name: str, cases: list[Case]) -> tuple[str, ...]:
    found = figures(cases)
    shares = (str(found.found[k]) for k in PLACES)
    return (name, str(found.found[1].of), *shares, str(found.vain.of), str(found.vain), str(found.beside))

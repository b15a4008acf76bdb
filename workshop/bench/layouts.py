"""Reads one document laid out in twelve ways: marks and narratives right, and time against extraction alone.

Uses the page that the issue of marks began with where it lies beside the repository, else our own document.
"""

import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

import django

from workshop.bench._documents import LAYOUTS, OWN, PRINTED, SEED, Part, parts_of

TRIES = 7


def run() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.settings")
    django.setup()
    source = SEED if SEED.exists() else OWN
    parts = parts_of(source)
    count = sum(part.kind == "item" for part in parts)
    sys.stdout.write(f"{source.name}: {count} items\n")
    sys.stdout.write(
        f"{'layout':28}{'right':>6}{'WRONG':>6}{'unknown':>8}{'narratives':>11}{'read':>9}{'extract':>9}{'ratio':>7}\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, make in {**LAYOUTS, **PRINTED}.items():
            file = make(parts, Path(folder))
            sys.stdout.write(
                f"{name:28}"
                + (_row(file, parts) if file else "  skipped: LibreOffice is not installed")
                + "\n"
            )


def _row(file: Path, parts: list[Part]) -> str:
    from cairn.frameworks.facts import shipped_framework  # noqa: PLC0415 — needs django.setup
    from cairn.reading.actions import document_of, read_bytes  # noqa: PLC0415 — needs django.setup

    framework = shipped_framework("good-practice-criteria")
    data = file.read_bytes()
    reading = read_bytes(file.name, data, framework)
    asked = [question for question in reading.questions if question.text]
    marks = [str(item.mark) for question in asked for item in question.items]
    truth = ["met" if part.sign == "✓" else "not_met" for part in parts if part.kind == "item"]
    right = sum(mark == true for mark, true in zip(marks, truth, strict=False))
    unknown = marks.count("unknown") + max(len(truth) - len(marks), 0)
    narratives = [part.text for part in parts if part.kind == "narrative"]
    exact = sum(one.narrative == text for one, text in zip(asked, narratives, strict=False))
    whole = _seconds(lambda: read_bytes(file.name, data, framework))
    alone = _seconds(lambda: document_of(file.name, data))
    return (
        f"{right:>6}{len(truth) - right - unknown:>6}{unknown:>8}{f'{exact} of {len(narratives)}':>11}"
        f"{whole * 1000:>6.1f} ms{alone * 1000:>6.1f} ms{whole / alone:>7.1f}"
    )


def _seconds(act) -> float:
    times = []
    for _try in range(TRIES):
        began = perf_counter()
        act()
        times.append(perf_counter() - began)
    return median(times)

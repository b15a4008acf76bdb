"""Reports of a full assessment, per format. Peer figure: CISO Assistant's Word report, 2.4 to 3.0 s, empty of content."""

import statistics
import time
from dataclasses import replace

import django

from workshop.bench import _table

PEER_WORD_MS = 2400.0
RUNS = 7


def run() -> None:
    """Median of seven runs each, after one that warms up."""
    django.setup()
    from cairn.frameworks.facts import shipped_framework  # noqa: PLC0415  # needs django.setup() first
    from cairn.reports import facts  # noqa: PLC0415
    from workshop.bench._portrait import full_portrait  # noqa: PLC0415

    portrait = full_portrait(shipped_framework("good-practice-criteria"))
    rows = []
    for name in sorted(facts.writers()):
        size = len(facts.written(portrait, name).content)
        times = []
        for number in range(RUNS):
            # Another title each time, since typst keeps what it has set before.
            other = replace(portrait, practice=replace(portrait.practice, title=f"Steady Steps {number}"))
            start = time.perf_counter()
            facts.written(other, name)
            times.append((time.perf_counter() - start) * 1000)
        median = statistics.median(times)
        ratio = f"{PEER_WORD_MS / median:.0f}x" if name == "docx" else "-"
        rows.append((name, f"{median:.1f}", f"{size / 1024:.0f}", ratio))
    _table.show(("format", "ms", "KiB", "peer's Word / ours"), rows)

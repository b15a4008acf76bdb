"""The house at rest: first migrate of an empty database, start to first answer, memory. Peer figures: CISO Assistant.

The peer was measured on two cores with gunicorn and SQLite (see the numbers named beside each row); its figures are
not measured again here, so read the ratios as orders of magnitude.
"""

import os
import resource
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from workshop.bench import _table

PEER = {
    "first migrate, CPU s": 525.0,
    "empty database, MB": 150.0,
    "tables": 404.0,
    "start to first answer, s": 16.6,
    "memory at rest (PSS), MB": 900.0,
}
GOAL = {
    "first migrate, CPU s": 10.0,
    "empty database, MB": 3.0,
    "tables": None,
    "start to first answer, s": 3.0,
    "memory at rest (PSS), MB": 250.0,
}


@dataclass(frozen=True)
class Running:
    process: "subprocess.Popen[bytes]"
    seconds: float


def run() -> None:
    """Prints one table; everything happens in a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "CAIRN_DATA_DIR": folder}
        environment.pop("DATABASE_URL", None)
        figures = first_migrate(environment, Path(folder)) | at_rest(environment)
    _table.show(
        ("figure", "Cairn", "goal", "peer", "peer / Cairn"),
        [
            (
                name,
                f"{figure:.2f}",
                _table.number(GOAL[name]),
                f"{PEER[name]:g}",
                f"{PEER[name] / figure:.0f}x",
            )
            for name, figure in figures.items()
        ],
    )


def first_migrate(environment: dict[str, str], folder: Path) -> dict[str, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "cairn", "migrate", "--verbosity", "0"], env=environment, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    count = "from django.db import connection as c; print(len(c.introspection.table_names()))"
    tables = subprocess.run(
        [sys.executable, "-m", "cairn", "shell", "--no-imports", "-c", count],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return {
        "first migrate, CPU s": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "empty database, MB": sum(file.stat().st_size for file in folder.glob("cairn.sqlite3*")) / 1e6,
        "tables": float(tables.stdout.split()[-1]),
    }


def at_rest(environment: dict[str, str]) -> dict[str, float]:
    """The second start, as on any day: the first one has made the demo and collected the files."""
    port = free_port()
    stop(started(environment, port))
    running = started(environment, port)
    memory = sum(pss(pid) for pid in family(running.process.pid))
    stop(running)
    return {"start to first answer, s": running.seconds, "memory at rest (PSS), MB": memory / 1e3}


def started(environment: dict[str, str], port: int) -> Running:
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "cairn", "serve", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while time.perf_counter() - start < 120:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
                answer.read()
                return Running(process, time.perf_counter() - start)
        except (ConnectionError, urllib.error.URLError):
            time.sleep(0.02)
    process.kill()
    raise TimeoutError("The server did not answer within two minutes.")


def stop(running: Running) -> None:
    running.process.terminate()
    running.process.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def family(pid: int) -> list[int]:
    """A process and all its children (Linux)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(member for child in children for member in family(int(child)))]


def pss(pid: int) -> int:
    """Proportional set size in kB: shared pages are counted once over the processes that share them."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))

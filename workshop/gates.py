"""Every gate in one run: all are tried, failures are counted and told at the end. `--fix` mends what can be mended."""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent
LOCKS = Path("locks")
TEMPLATES = "src/cairn"


@dataclass(frozen=True)
class Gate:
    name: str
    says: str
    passes: Callable[[], bool]


def runs(*command: str) -> Callable[[], bool]:
    """A gate that is green when the command exits with zero."""
    program = str(BIN / command[0])
    return lambda: subprocess.run([program, *command[1:]], check=False).returncode == 0


def lock_in_step() -> bool:
    """Resolving again from pyproject.toml, with the locked versions preferred, changes nothing."""
    before = {lock: lock.read_bytes() for lock in LOCKS.glob("*.txt")}
    resolved = subprocess.run(["./cairn", "lock"], check=False).returncode == 0
    after = {lock: lock.read_bytes() for lock in LOCKS.glob("*.txt")}
    for lock, content in before.items():
        lock.write_bytes(content)
    return resolved and before == after


GATES = [
    Gate("lock", "locks/ is in step with pyproject.toml", lock_in_step),
    Gate("lint", "ruff", runs("ruff", "check", ".")),
    Gate("format", "ruff format", runs("ruff", "format", "--check", "--quiet", ".")),
    Gate("dead", "no dead code", runs("vulture")),
    Gate("architecture", "import contracts", runs("lint-imports")),
    Gate("dependencies", "used are declared, declared are used", runs("deptry", "src")),
    Gate("templates", "djlint", runs("djlint", TEMPLATES, "--check", "--lint", "--quiet")),
    Gate("types", "mypy strict", runs("mypy")),
    Gate(
        "migrations",
        "models and migrations agree",
        runs("python", "-m", "cairn", "makemigrations", "--check", "--dry-run"),
    ),
]

MENDS = [
    runs("ruff", "check", "--fix", "."),
    runs("ruff", "format", "."),
    runs("djlint", TEMPLATES, "--reformat", "--quiet"),
]


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def check(wanted: list[str]) -> int:
    """How many gates are shut, out of those wanted (all, where none is named)."""
    shut = []
    for gate in GATES:
        if wanted and gate.name not in wanted:
            continue
        start = time.perf_counter()
        passed = gate.passes()
        say(f"{'ok  ' if passed else 'FAIL'} {gate.name}: {gate.says} ({time.perf_counter() - start:.1f} s)")
        if not passed:
            shut.append(gate.name)
    say(f"Gates shut: {', '.join(shut)}" if shut else "All gates are open.")
    return len(shut)


def main(arguments: list[str]) -> int:
    unknown = set(arguments) - {"--fix"} - {gate.name for gate in GATES}
    if unknown:
        say(
            f"No such gate: {', '.join(sorted(unknown))}. There are: {', '.join(gate.name for gate in GATES)}."
        )
        return 2
    if "--fix" in arguments:
        return sum(not mend() for mend in MENDS)
    return check(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

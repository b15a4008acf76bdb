"""Names file, line and fix for every fault."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from cairn.exchange.management.verbs import Answer, Trouble, content_of
from cairn.frameworks.reading import read_any

HELP = "checks framework files; exit code 1 where one has a fault"
ENDINGS = {".yaml", ".yml", ".json", ".xlsx"}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", type=Path, nargs="+", metavar="FILE|FOLDER")


def run(options: dict[str, Any]) -> Answer:
    files = [file for path in options["paths"] for file in files_of(path)]
    written = [(file, read_any(content_of(file), str(file))) for file in files]
    lines = [
        line
        for file, one in written
        for line in (*map(str, one.faults), *([f"{file}: sound"] if one.usable else []))
    ]
    return Answer("\n".join(lines), code=0 if all(one.usable for _file, one in written) else 1)


def files_of(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if file.suffix in ENDINGS)
    if not found:
        raise Trouble(f"{path} holds no framework file ({', '.join(sorted(ENDINGS))}).")
    return found

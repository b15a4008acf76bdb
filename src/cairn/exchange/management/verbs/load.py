"""Keeps a framework in the database, once and for ever."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from cairn.exchange.management.verbs import Answer, Trouble, content_of
from cairn.frameworks import actions
from cairn.frameworks.reading import read_any

HELP = "loads a framework file into the database"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def run(options: dict[str, Any]) -> Answer:
    written = read_any(content_of(options["file"]), str(options["file"]))
    if written.framework is None:
        return Answer("\n".join(map(str, written.faults)), code=1)
    try:
        return Answer(f"Loaded {actions.load(framework=written.framework)}.")
    except actions.OtherContent as refused:
        raise Trouble(str(refused)) from refused

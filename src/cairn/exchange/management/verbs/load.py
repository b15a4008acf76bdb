"""Keeps a framework in the database, once and for ever."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from cairn.exchange.management.verbs import Answer, Trouble, content_of
from cairn.frameworks import actions, facts
from cairn.frameworks.mapping import is_mapping, read_mapping_file
from cairn.frameworks.reading import read_any

HELP = "loads a file with a framework or a mapping into the database"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def run(options: dict[str, Any]) -> Answer:
    content, name = content_of(options["file"]), str(options["file"])
    try:
        return _mapping(content, name) if is_mapping(content) else _framework(content, name)
    except actions.OtherContent as refused:
        raise Trouble(str(refused)) from refused


def _framework(content: bytes, name: str) -> Answer:
    written = read_any(content, name, facts.known)
    if written.framework is None:
        return Answer("\n".join(map(str, written.faults)), code=1)
    return Answer(f"Loaded {actions.load(framework=written.framework)}.")


def _mapping(content: bytes, name: str) -> Answer:
    written = read_mapping_file(content, name, facts.known)
    if written.mapping is None:
        return Answer("\n".join(map(str, written.faults)), code=1)
    return Answer(f"Loaded {actions.load_mapping(mapping=written.mapping)}.")

"""Drafts a framework from an assessed document or a grid, word for word, for those who own its wording."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from cairn.exchange.management.verbs import Answer, Trouble
from cairn.frameworks.writing import as_yaml
from cairn.reading.actions import draft_file
from cairn.reading.lines import Unreadable

HELP = "drafts one from a document, word for word"
HEADING = """\
# Drafted from {name}: its criteria, questions and items, word for word.
# Look at every line, fill in what says TO FILL IN, then: ./cairn frameworks check FILE
"""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--id", default="", help="of the framework; otherwise after the file's name")
    parser.add_argument("--title", default="", help="of the framework; otherwise the file's name")


def run(options: dict[str, Any]) -> Answer:
    try:
        framework = draft_file(options["file"], framework_id=options["id"], title=options["title"])
    except Unreadable as error:
        raise Trouble(str(error)) from error
    return Answer(HEADING.format(name=options["file"].name) + as_yaml(framework))

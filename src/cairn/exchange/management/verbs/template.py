"""A workbook to start from: a small framework that shows every kind of node."""

from argparse import ArgumentParser
from typing import Any

from cairn.exchange.management.verbs import Answer, Trouble
from cairn.frameworks import facts
from cairn.frameworks.workbook import as_workbook

HELP = "writes an Excel workbook to start from"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--from", dest="start", default="cairn-sustainability", metavar="ID", help="the framework it shows"
    )


def run(options: dict[str, Any]) -> Answer:
    if not options["output"]:
        raise Trouble("Say where to write the workbook: -o FILE.xlsx")
    try:
        return Answer(as_workbook(facts.shipped_framework(options["start"])))
    except facts.NoSuchFramework as error:
        raise Trouble(str(error)) from error

"""The published JSON Schema of the format of frameworks, or of mappings."""

from argparse import ArgumentParser
from typing import Any

from cairn.exchange.management.verbs import Answer
from cairn.frameworks import mapping
from cairn.frameworks.writing import schema_text

HELP = "prints the JSON Schema of framework files"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--mapping", action="store_true", help="of mapping files instead")


def run(options: dict[str, Any]) -> Answer:
    return Answer(mapping.schema_text() if options["mapping"] else schema_text())

"""The published JSON Schema of the format."""

from argparse import ArgumentParser
from typing import Any

from cairn.exchange.management.verbs import Answer
from cairn.frameworks.writing import schema_text

HELP = "prints the JSON Schema of framework files"


def arguments(parser: ArgumentParser) -> None:
    """None."""


def run(options: dict[str, Any]) -> Answer:
    return Answer(schema_text())

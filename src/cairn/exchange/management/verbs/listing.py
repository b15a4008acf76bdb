"""What comes with Cairn; no database is asked."""

from argparse import ArgumentParser
from typing import Any

from cairn.exchange.management.verbs import Answer
from cairn.frameworks import facts

HELP = "lists the frameworks that come with Cairn"
NAME = "list"


def arguments(parser: ArgumentParser) -> None:
    """None."""


def run(options: dict[str, Any]) -> Answer:
    return Answer(
        "\n".join(
            f"{framework.ref}: {framework.title}, {len(framework.items)} items ({framework.status.label})"
            for framework in facts.shipped()
        )
    )

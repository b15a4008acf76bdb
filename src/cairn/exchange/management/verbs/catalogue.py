"""A gettext catalogue for translators."""

from argparse import ArgumentParser
from typing import Any

from cairn.exchange.management.verbs import Answer, Trouble
from cairn.frameworks import facts, translation

HELP = "writes a gettext catalogue for translators"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument("language", metavar="LANGUAGE", help="such as fr or ar")


def run(options: dict[str, Any]) -> Answer:
    try:
        framework = facts.shipped_framework(options["id"])
    except facts.NoSuchFramework as error:
        raise Trouble(str(error)) from error
    return Answer(translation.template(framework, options["language"]))

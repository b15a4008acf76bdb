"""`./cairn frameworks from-document FILE [-o FILE.yaml]`: drafts a framework from a document, word for word."""

from __future__ import annotations

import io
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from cairn.exchange.reading.actions import draft_file
from cairn.frameworks.shape import Framework

HEADING = """\
# Drafted from {name}: its criteria, questions and items, word for word.
# Look at every line, fill in what says TO FILL IN, then: ./cairn frameworks check FILE
"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.yaml", help="otherwise it is printed")
    parser.add_argument("--id", default="", help="of the framework; otherwise after the file's name")
    parser.add_argument("--title", default="", help="of the framework; otherwise the file's name")


def drafted_text(options: dict[str, Any]) -> str:
    """The YAML. Raises Unreadable."""
    framework = draft_file(options["file"], framework_id=options["id"], title=options["title"])
    return HEADING.format(name=options["file"].name) + yaml_of(framework)


def yaml_of(framework: Framework) -> str:
    yaml = YAML()
    yaml.width = 110
    yaml.indent(mapping=2, sequence=4, offset=2)
    text = io.StringIO()
    yaml.dump(framework.model_dump(mode="json", exclude_defaults=True), text)
    return text.getvalue()

"""`./cairn frameworks VERB …`: everything about frameworks that needs no signed-in person."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cairn.exchange.management import verbs
from cairn.exchange.management.verbs import Answer, Trouble


class Command(BaseCommand):
    help = "Works with frameworks: check, load, list, schema, template, catalogue, from-document."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        chosen = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        for module in iter_modules(verbs.__path__):
            verb = import_module(f"{verbs.__name__}.{module.name}")
            name = getattr(verb, "NAME", module.name.replace("_", "-"))
            own = chosen.add_parser(name, help=verb.HELP, description=verb.__doc__)
            own.add_argument("-o", "--output", type=Path, metavar="FILE", help="otherwise it is printed")
            own.set_defaults(run=verb.run)
            verb.arguments(own)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            answer: Answer = options["run"](options)
            self.give(answer, options["output"])
        except Trouble as trouble:
            self.stderr.write(str(trouble))
            raise SystemExit(2) from None
        if answer.code:
            raise SystemExit(answer.code)

    def give(self, answer: Answer, output: Path | None) -> None:
        if output is None:
            self.stdout.write(str(answer.content))
            return
        content = answer.content.encode() if isinstance(answer.content, str) else answer.content
        try:
            output.write_bytes(content)
        except OSError as error:
            raise Trouble(f"{output} cannot be written: {error.strerror}.") from error

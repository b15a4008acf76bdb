"""`./cairn frameworks VERB …`: everything about frameworks that needs no signed-in person."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cairn.exchange.management import drafts
from cairn.exchange.reading.lines import Unreadable


class Command(BaseCommand):
    help = "Works with frameworks."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        drafts.add_arguments(
            verbs.add_parser("from-document", help="drafts one from a document, word for word")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            text = drafts.drafted_text(options)
        except Unreadable as error:
            self.stderr.write(str(error))
            raise SystemExit(2) from None
        if options["output"]:
            options["output"].write_text(text, encoding="utf-8")
        else:
            self.stdout.write(text)

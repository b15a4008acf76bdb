"""`./cairn report ID --format pdf -o FILE`: writes the report of an assessment or of a published edition."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cairn.reports import facts
from cairn.reports.faults import ReportFault


class Command(BaseCommand):
    help = "Writes a report. ID is an assessment's number, or a published practice's slug, or slug@edition."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "id", metavar="ID", help='number, slug or slug@edition; "template" writes our own template'
        )
        parser.add_argument("--format", default="pdf", help=", ".join(sorted(facts.writers())))
        parser.add_argument(
            "-o", "--output", metavar="FILE", help="where to write; to standard output where absent"
        )
        parser.add_argument(
            "--template", metavar="FILE", help="your own template, for formats that take one (docx)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            content = self.content(options)
            if options["output"]:
                Path(options["output"]).write_bytes(content)
                self.stdout.write(f"Wrote {options['output']} ({len(content):,} bytes).")
            else:
                sys.stdout.buffer.write(content)
        except (ReportFault, OSError) as fault:
            raise CommandError(str(fault), returncode=2) from fault

    def content(self, options: dict[str, Any]) -> bytes:
        if options["id"] == "template":
            return facts.own_template(options["format"])
        template = Path(options["template"]).read_bytes() if options["template"] else None
        named = facts.named(options["id"])
        return facts.written(named.portrait, options["format"], template, edition=named.edition).content

"""`./cairn read FILE [--framework ID] [--json]`: prints what an assessed document says; touches no database."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from cairn.frameworks.facts import NoSuchFramework, shipped_framework
from cairn.reading.actions import read_file
from cairn.reading.lines import Unreadable
from cairn.reading.printing import printed
from cairn.reading.shape import to_json


class Command(BaseCommand):
    help = "Reads an assessed document (.txt, .html, .docx, .pdf, .json) and prints what it says. Nothing is stored."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--framework", metavar="ID[@VERSION]", help="otherwise the one that fits best")
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            framework = None
            if options["framework"]:
                wanted, _, version = options["framework"].partition("@")
                framework = shipped_framework(wanted, version or None)
            reading = read_file(options["file"], framework)
        except (Unreadable, NoSuchFramework) as error:
            self.stderr.write(str(error))
            raise SystemExit(2) from None
        self.stdout.write(to_json(reading) if options["json"] else printed(reading))

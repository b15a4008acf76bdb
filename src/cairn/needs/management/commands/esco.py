"""./cairn esco import FILE: ESCO's official list of occupations, so that they can be looked up and chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cairn.common.languages import TAG
from cairn.needs.occupations import esco, loading

TOLD = 20
"""So many faults are told; more of the same help nobody."""
EVERY = 1_000


class Command(BaseCommand):
    help = "Loads occupations from the CSV that ESCO offers for download (occupations_xx.csv). A second time nothing is doubled."

    def add_arguments(self, parser: CommandParser) -> None:
        chosen = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        importing = chosen.add_parser("import", help="read a file and load it, all or nothing")
        importing.add_argument("file", type=Path, help="occupations_xx.csv, as it was downloaded")
        importing.add_argument(
            "--language", default="", help="such as fr, where the file's name does not say it"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        language = options["language"] or esco.language_in(file.name)
        if not TAG.fullmatch(language):
            raise CommandError("Say in which language the file is: --language, such as fr.", returncode=2)
        try:
            read = esco.read(file, self._told("rows read"))
        except esco.Unreadable as refusal:
            raise CommandError(str(refusal), returncode=2) from refusal
        if read.faults:
            raise CommandError(_listed(read.faults), returncode=1)
        loaded = loading.load(rows=read.rows, language=language, progress=self._told("occupations stored"))
        self.stdout.write(
            f"Occupations in {language}: {loaded.new} new, {loaded.changed} changed, {loaded.same} as they were."
        )

    def _told(self, what: str) -> Callable[[int], None]:
        def told(count: int) -> None:
            if count % EVERY == 0:
                self.stderr.write(f"{count} {what}")

        return told


def _listed(faults: list[esco.Fault]) -> str:
    lines = [f"Row {fault.row}, column {fault.column}: {fault.words}" for fault in faults[:TOLD]]
    if len(faults) > TOLD:
        lines.append(f"And {len(faults) - TOLD} more.")
    return "\n".join(["Nothing was loaded. What is wrong:", *lines])

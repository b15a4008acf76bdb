"""`./cairn portfolio --as EMAIL`: the same figures of every practice side by side, counted over columns."""

import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cairn.analytics import actions, facts, snapshot
from cairn.analytics.files import Strange
from cairn.common import tables
from cairn.people.models import Person

WRITERS = {"csv": tables.as_csv, "xlsx": tables.as_xlsx}
MISSING = "This needs an engine that is not installed. Run ./cairn portfolio, which brings it, or install locks/analytics.txt."


class Command(BaseCommand):
    help = "Counts every measure in every practice that a person may take records from; too few people to tell are not told."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--as", dest="email", default="", help="email address of the person who asks")
        parser.add_argument(
            "--from", dest="start", type=date.fromisoformat, help="2026-01-01; this year's first day"
        )
        parser.add_argument("--until", dest="end", type=date.fromisoformat, help="the last day; today")
        parser.add_argument("--format", choices=sorted(WRITERS), help="otherwise it is printed to be read")
        parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="otherwise it is printed")
        parser.add_argument(
            "--kept", action="store_true", help="count over the last snapshot instead of a new one"
        )

    def handle(self, *_: Any, **options: Any) -> None:
        if find_spec("ibis") is None:
            raise CommandError(MISSING, returncode=2)
        end = options["end"] or timezone.localdate()
        start = options["start"] or end.replace(month=1, day=1)
        if end < start:
            raise CommandError("The last day lies before the first.", returncode=2)
        person = _person(options["email"])
        rows = facts.portfolio(person, _folder(person, kept=options["kept"]), start, end)
        if not rows:
            raise CommandError(f"There is no practice that {person} may take records from.", returncode=2)
        self._give(rows, options["format"], options["output"])

    def _give(self, rows: list[facts.Row], kind: str | None, output: Path | None) -> None:
        if kind is None:
            self.stdout.write("\n".join(_lines(rows)))
            return
        content = WRITERS[kind](facts.COLUMNS, rows)
        if output is None:
            sys.stdout.buffer.write(content)
            return
        try:
            output.write_bytes(content)
        except OSError as fault:
            raise CommandError(f"{output} cannot be written: {fault.strerror}.", returncode=2) from fault
        self.stdout.write(f"Wrote {output} ({len(content):,} bytes).")


def _folder(person: Person, *, kept: bool) -> Path:
    last = snapshot.newest(person) if kept else None
    try:
        return last or actions.take(by=person)
    except Strange as fault:
        raise CommandError(str(fault), returncode=2) from fault


def _person(email: str) -> Person:
    """Who is named, or the only one there is."""
    people = Person.objects.filter(is_active=True)
    found = people.filter(email__iexact=email) if email else people
    if len(found) != 1:
        raise CommandError("Say who asks: --as EMAIL, with the address of an account.", returncode=2)
    return found[0]


def _lines(rows: list[facts.Row]) -> list[str]:
    """Measure by measure, one line a practice."""
    lines, before = [], None
    for row in rows:
        if row.measure is not before:
            lines += ["", f"{row.measure.name}, {row.starts_on} to {row.ends_on}"]
        before = row.measure
        lines.append(f"  {facts.COLUMNS[0].of(row)}: {row.cell.told.words}")
    return lines[1:]

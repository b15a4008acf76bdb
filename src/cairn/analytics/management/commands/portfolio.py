"""`./cairn portfolio --as EMAIL`: the same figures of every practice side by side, counted over columns; or how strong their evidence is."""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cairn.analytics import actions, facts, snapshot, strength
from cairn.analytics.files import Strange
from cairn.common import tables
from cairn.evidence.rules import USUAL
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
        parser.add_argument(
            "--evidence",
            nargs="?",
            const=USUAL,
            metavar="FRAMEWORK",
            help=f"how strong the evidence of each item is today, instead of figures; {USUAL} where none is named",
        )
        parser.add_argument("--format", choices=sorted(WRITERS), help="otherwise it is printed to be read")
        parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="otherwise it is printed")
        parser.add_argument(
            "--kept", action="store_true", help="count over the last snapshot instead of a new one"
        )

    def handle(self, *_: Any, **options: Any) -> None:
        person = _person(options["email"])
        columns, rows, said = (
            _strengths(person, options["evidence"]) if options["evidence"] else _figures(person, options)
        )
        if not rows:
            raise CommandError(f"There is no practice that {person} may take records from.", returncode=2)
        if options["format"] is None:
            self.stdout.write("\n".join(said(rows)))
        else:
            self._give(WRITERS[options["format"]](columns, rows), options["output"])

    def _give(self, content: bytes, output: Path | None) -> None:
        if output is None:
            sys.stdout.buffer.write(content)
            return
        try:
            output.write_bytes(content)
        except OSError as fault:
            raise CommandError(f"{output} cannot be written: {fault.strerror}.", returncode=2) from fault
        self.stdout.write(f"Wrote {output} ({len(content):,} bytes).")


Asked = tuple[Sequence[tables.Column], list[Any], Callable[[list[Any]], list[str]]]
"""Columns and rows of a table, and how it is said in lines."""


def _figures(person: Person, options: dict[str, Any]) -> Asked:
    if find_spec("ibis") is None:
        raise CommandError(MISSING, returncode=2)
    end = options["end"] or timezone.localdate()
    start = options["start"] or end.replace(month=1, day=1)
    if end < start:
        raise CommandError("The last day lies before the first.", returncode=2)
    rows = facts.portfolio(person, _folder(person, kept=options["kept"]), start, end)
    return facts.COLUMNS, rows, _figures_said


def _strengths(person: Person, framework_id: str) -> Asked:
    try:
        rows = strength.lines(person, framework_id)
    except (LookupError, ObjectDoesNotExist) as fault:
        raise CommandError(str(fault), returncode=2) from fault
    return strength.COLUMNS, rows, _strengths_said


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


def _figures_said(rows: list[facts.Row]) -> list[str]:
    """Measure by measure, one line a practice."""
    lines, before = [], None
    for row in rows:
        if row.measure is not before:
            lines += ["", f"{row.measure.name}, {row.starts_on} to {row.ends_on}"]
        before = row.measure
        lines.append(f"  {facts.COLUMNS[0].of(row)}: {row.cell.told.words}")
    return lines[1:]


def _strengths_said(rows: list[strength.Line]) -> list[str]:
    """Item by item, one line a practice."""
    lines, before = [], None
    for row in rows:
        if row.node is not before:
            lines += ["", f"{row.node.id} {row.node.text}"]
        before = row.node
        old = ", too old" if row.found.stale else ""
        lines.append(
            f"  {row.practice.title}: {row.found.outcome.label}, strength {row.found.strength} of 3{old}"
        )
    return lines[1:]

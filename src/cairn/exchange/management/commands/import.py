# ruff: noqa: N999  # Django takes the name of a command from its file
"""./cairn import FILE: a document becomes a practice and its assessment."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cairn.exchange import actions, facts
from cairn.exchange.twins import twins_of
from cairn.people.enums import Permission
from cairn.people.facts import organisations_of
from cairn.people.models import Organisation, Person
from cairn.practices.facts import visible_to
from cairn.practices.models import Practice
from cairn.reading.lines import Unreadable


class Command(BaseCommand):
    help = "Read a document and make a practice and its assessment of it, all at once or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help=".txt, .html, .docx or .pdf")
        parser.add_argument(
            "--framework", default="", help="id or id@version; otherwise the one that fits best"
        )
        parser.add_argument("--organisation", default="", help="its short name, as in its address")
        parser.add_argument("--as", dest="email", default="", help="email address of the person who imports")
        parser.add_argument("--practice", type=int, help="number of a practice to add the assessment to")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        person = _person(options["email"])
        practice = _practice(person, options["practice"])
        organisation = practice.organisation if practice else _organisation(person, options["organisation"])
        chosen = facts.framework_version(options["framework"]) if options["framework"] else None
        if options["framework"] and chosen is None:
            raise CommandError(f"No framework {options['framework']} is loaded.", returncode=2)
        try:
            reading, version = actions.read(name=file.name, document=file.read_bytes(), chosen=chosen)
        except Unreadable as refusal:
            raise CommandError(str(refusal), returncode=2) from refusal
        except OSError as refusal:
            raise CommandError(f"{file} cannot be opened: {refusal.strerror}.", returncode=2) from refusal
        for twin in () if practice else twins_of(reading, reading.practice.title or "", organisation):
            self.stderr.write(
                f"Perhaps it is here already: {twin.title} ({twin.organisation}), {twin.address}"
            )
        assessment = actions.import_reading(
            reading=reading,
            organisation=organisation,
            by=person,
            practice=practice,
            framework_version=version,
            file_name=file.name,
        )
        counts = ", ".join(f"{n} {name.replace('_', ' ')}" for name, n in reading.summary.items() if n)
        self.stdout.write(f"Assessment {assessment.pk} of practice {assessment.practice_id}: {counts}.")
        self.stdout.write(f"Lines that belong to no question, kept with it: {len(reading.unmatched)}.")


def _person(email: str) -> Person:
    """Who is named, or the only one there is."""
    people = Person.objects.filter(is_active=True)
    found = people.filter(email__iexact=email) if email else people
    if len(found) != 1:
        raise CommandError("Say who imports: --as EMAIL, with the address of an account.", returncode=2)
    return found[0]


def _organisation(person: Person, slug: str) -> Organisation:
    """Which is named, or the only one in which the person may import."""
    organisations = organisations_of(person, Permission.IMPORT)
    found = organisations.filter(slug=slug) if slug else organisations
    if len(found) != 1:
        names = ", ".join(organisations.values_list("slug", flat=True)) or "none"
        raise CommandError(f"Say where to: --organisation, one of: {names}.", returncode=2)
    return found[0]


def _practice(person: Person, pk: int | None) -> Practice | None:
    if pk is None:
        return None
    practice = visible_to(person, Permission.IMPORT).filter(pk=pk).first()
    if practice is None:
        raise CommandError(f"There is no practice {pk} that {person} may add to.", returncode=2)
    return practice

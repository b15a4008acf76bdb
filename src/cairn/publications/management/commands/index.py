"""./cairn index: make the search of all published practices anew, or see whether that is needed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cairn.publications.actions import reindex
from cairn.publications.facts import unindexed


class Command(BaseCommand):
    help = "Make the index of published practices anew. Until it is ready the old one is searched."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check",
            action="store_true",
            help="Only compare, practice by practice, what is published with what can be found; fail where they differ.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            self._check()
            return
        count = reindex(told=self._tell)
        self.stdout.write(f"Practices that can be found: {count}")

    def _tell(self, done: int) -> None:
        self.stdout.write(f"{done} …")

    def _check(self) -> None:
        apart = unindexed()
        if apart:
            raise CommandError(
                f"Published and to be found differ in {len(apart)} (make the index anew with ./cairn index):"
                f" {', '.join(sorted(apart)[:10])}"
            )
        self.stdout.write("Exactly what is published can be found.")

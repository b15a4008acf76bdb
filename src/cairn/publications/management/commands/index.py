"""./cairn index: make the search of all published practices anew."""

from typing import Any

from django.core.management.base import BaseCommand

from cairn.publications.actions import reindex


class Command(BaseCommand):
    help = "Make the index of published practices anew. Until it is ready the old one is searched."

    def handle(self, *args: Any, **options: Any) -> None:
        count = reindex(told=self._tell)
        self.stdout.write(f"Practices that can be found: {count}")

    def _tell(self, done: int) -> None:
        self.stdout.write(f"{done} …")

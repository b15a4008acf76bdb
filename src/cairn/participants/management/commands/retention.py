"""./cairn retention [--dry-run]: erases the records of everyone whose time has run out. To be run once a day."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cairn.participants.ending import erasing
from cairn.participants.models import Participant


class Command(BaseCommand):
    help = "Erases what may no longer be kept, and ends erasures that were cut off."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")

    def handle(self, *_: Any, dry_run: bool, **__: Any) -> None:
        """Says how many in which practice, and never who: what is printed here ends in logs and mails."""
        due = [each.participant for each in erasing.due_for_erasure(timezone.localdate())]
        half = len(erasing.half_erased())
        if dry_run:
            self.stdout.write(f"Would erase {_counted(due)}. Would end {half} that were cut off.")
        else:
            erasing.finish()
            done = [person for person in due if self._erase(person)]
            self.stdout.write(f"Erased {_counted(done)}. Ended {half} that were cut off.")
        lost = erasing.without_key()
        if lost:
            raise CommandError(
                f"No key for {_counted(lost)}, although nobody erased them. Either the keys are not where Cairn looks "
                "(CAIRN_KEYS_DIR), or an older backup of the database brought people back who had been erased: then a "
                "coordinator erases them again, under “How long records are kept”."
            )

    def _erase(self, person: Participant) -> bool:
        try:
            erasing.erase(participant=person, by=None)
        except ValidationError:
            self.stderr.write(f"Practice {person.practice_id}: one is held since just now, and was left.")
            return False
        return True


def _counted(people: Iterable[Participant]) -> str:
    """`3 people (practice 1: 2, practice 4: 1)`."""
    counts = Counter(person.practice_id for person in people)
    within = ", ".join(f"practice {practice}: {number}" for practice, number in sorted(counts.items()))
    return f"{counts.total()} people" + (f" ({within})" if within else "")

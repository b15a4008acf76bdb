"""`./cairn daily`: all that is to be done once a day, in one go, for a timer."""

import fcntl
import traceback
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

DUTIES = (
    "close_feedback",
    "retention",
    "forget_snapshots",
    "note_evidence",
    "remind",
    "remind_assessors",
    "remind_owners",
    "digest",
    "embeddings",
    "clearsessions",
)
"""Commands of the rooms. Erasing comes before telling, so that nobody is reminded of what is gone."""


class Command(BaseCommand):
    help = (
        "Does what is to be done once a day: " + ", ".join(DUTIES) + ". Running it more often does no harm."
    )

    def handle(self, *_: Any, **__: Any) -> None:
        """Every duty has its turn, whatever becomes of the others; ends with an error where one of them did."""
        with (settings.DATA_DIR / "daily.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self.stdout.write("It is being done already.")
                return
            failed = [duty for duty in DUTIES if not self._done(duty)]
        if failed:
            raise CommandError("Not done: " + ", ".join(failed))

    def _done(self, duty: str) -> bool:
        self.stdout.write(f"{duty}:")
        try:
            call_command(duty, stdout=self.stdout, stderr=self.stderr)
        except CommandError as refusal:
            self.stderr.write(str(refusal))
            return False
        except Exception:  # written down, and the next duty has its turn
            self.stderr.write(traceback.format_exc())
            return False
        return True

"""`./cairn close_feedback`: once a day, closes what is over and puts together what may be read."""

from typing import Any

from django.core.management.base import BaseCommand

from cairn.voices import actions


class Command(BaseCommand):
    help = "Closes forms whose last day has passed and puts answers together, five or more. Running it twice does no harm."

    def handle(self, *_: Any, **__: Any) -> None:
        """Says how many and of no practice which: what is printed here ends in logs and mails."""
        self.stdout.write(f"Pools that can be read now: {len(actions.pool_all())}")

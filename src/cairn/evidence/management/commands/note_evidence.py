"""`./cairn note_evidence`: once a day, notices how evidence stands where somebody has looked before, so that no change is missed."""

from typing import Any

from django.core.management.base import BaseCommand

from cairn.evidence import actions


class Command(BaseCommand):
    help = "Looks at the evidence that people look at, and notes what stands otherwise. Running it twice does no harm."

    def handle(self, *_: Any, **__: Any) -> None:
        """Says how many and of no practice which: what is printed here ends in logs and mails."""
        self.stdout.write(f"Looked at: {actions.look_at_all()}")

"""`./cairn forget_snapshots`: columns made for figures more than a month ago go. To be run once a day."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from cairn.analytics import snapshot


class Command(BaseCommand):
    help = "Deletes snapshots made more than a month ago."

    def handle(self, *_: Any, **__: Any) -> None:
        self.stdout.write(f"Snapshots deleted: {snapshot.forget_old(timezone.now())}.")

"""`./cairn remind`: once a day, tell people what is due soon or overdue."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from cairn.review.actions.reminding import remind


class Command(BaseCommand):
    help = "Tells people what is due within three days or overdue. Running it twice on a day does no harm."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{remind(today=timezone.localdate())} reminders")

"""`./cairn remind_owners`: for a daily timer; a second run on the same day tells nobody twice."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from cairn.improvement import actions


class Command(BaseCommand):
    help = "Tell owners of improvement actions what is due within a week or overdue. Run it once a day."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        self.stdout.write(f"Reminded of {actions.remind(today=timezone.localdate())} actions.")

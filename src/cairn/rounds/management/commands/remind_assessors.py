"""`./cairn remind_assessors`: tells everyone who has not handed in and whose last day is near, once a day."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from cairn.rounds import facts
from cairn.rounds.actions.opening import remind

DAYS = 3
"""How long before the last day people are reminded, unless the caller says otherwise."""


class Command(BaseCommand):
    help = "Reminds assessors who have not handed in, each at most once a day. Run it daily."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--days", type=int, default=DAYS, help="how long before the last day (%(default)s)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        until = timezone.localdate() + timedelta(days=options["days"])
        told = [
            seat
            for round_ in facts.running_with_deadline().filter(deadline__lte=until)
            for seat in remind(round_=round_, by=None)
        ]
        self.stdout.write(f"Reminded: {len(told)}")

"""./cairn demo: an imaginary practice to look at, with all its records."""

import time
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cairn.demo.building import build
from cairn.demo.sign_ins import sign_ins_kept
from cairn.demo.size import MONTHS, PEOPLE, SEED, Size


class Command(BaseCommand):
    help = (
        "Make the demo: an imaginary house, and a practice of it with two years of records. "
        "A second time it changes nothing; another size makes another practice beside it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--people", type=int, default=PEOPLE, help="how many take part over the whole time"
        )
        parser.add_argument(
            "--months", type=int, default=MONTHS, help="how many months before today it begins"
        )
        parser.add_argument("--seed", type=int, default=SEED, help="the same number makes the same demo")
        parser.add_argument(
            "--today",
            type=date.fromisoformat,
            help="the day up to which it is lived through, instead of today",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.perf_counter()
        if min(options["people"], options["months"]) < 1:
            raise CommandError("At least one person and one month: ./cairn demo --people 6 --months 3")
        size = Size(options["people"], options["months"], options["seed"])
        try:
            practice = build(size=size, today=options["today"] or timezone.localdate(), told=self._month())
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        if practice is None:
            self.stdout.write(f"The demo is there already: {size.title}.")
        else:
            seconds = time.perf_counter() - began
            self.stdout.write(f"Made in {seconds:.0f} s: {practice.title}, {practice.get_absolute_url()}")
        for one in sign_ins_kept():
            self.stdout.write(f"  {one.role:<18} {one.email:<30} {one.password}")

    def _month(self) -> Any:
        """Says each month that is lived through, once."""
        said = set()

        def told(day: date) -> None:
            if (day.year, day.month) not in said:
                said.add((day.year, day.month))
                self.stdout.write(f"{day:%Y-%m}", ending="\n" if day.month == 12 else " ")
                self.stdout.flush()

        return told

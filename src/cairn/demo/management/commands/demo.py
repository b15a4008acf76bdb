"""./cairn demo: an imaginary practice to look at."""

from typing import Any

from django.core.management.base import BaseCommand

from cairn.demo.house import HOUSE, build


class Command(BaseCommand):
    help = "Make the demo: an imaginary practice, imported and published. A second time it changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        made = build()
        if not made:
            self.stdout.write(f"The demo is there already: {HOUSE}.")
        for sign_in in made:
            self.stdout.write(f"{sign_in.role}: {sign_in.email}  {sign_in.password}")

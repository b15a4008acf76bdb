"""./cairn keys rotate: a new master key, and with --values also new data keys and everything sealed anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cairn.vault import actions, keystore


class Command(BaseCommand):
    help = "Changes the keys that open sealed records; nothing is lost where it is stopped half-way."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["rotate"])
        parser.add_argument("--values", action="store_true", help="seal every row anew as well")

    def handle(self, *_: Any, **options: Any) -> None:
        self.stdout.write(f"Data keys wrapped with a new master key: {keystore.change_master()}")
        if options["values"]:
            rows = actions.reseal(told=lambda done: self.stderr.write(f"\r{done} rows", ending=""))
            self.stdout.write(f"Rows sealed anew: {rows}")

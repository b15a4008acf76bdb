"""./cairn trail anchor: how the chain ends now. ./cairn trail verify [number:mac]: whether anybody changed it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cairn.trail import facts


class Command(BaseCommand):
    help = (
        "Prints an anchor to keep elsewhere, or checks the whole trail, against an anchor where one is given."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["anchor", "verify"])
        parser.add_argument("anchor", nargs="?", help="number:mac, as an earlier anchor printed it")

    def handle(self, *_: Any, what: str, anchor: str | None, **__: Any) -> None:
        if what == "anchor":
            self.stdout.write("{}:{}".format(*facts.head()))
            return
        fault = facts.fault(_anchor(anchor) if anchor else None)
        if fault:
            raise CommandError(f"Entry {fault.number}: {fault.words}")
        self.stdout.write(f"{facts.head().number} entries, all as they were written.")


def _anchor(words: str) -> facts.Anchor:
    number, _, mac = words.partition(":")
    if not number.isdigit() or not mac:
        raise CommandError("An anchor looks like 123:0a1b…, as ./cairn trail anchor prints it.")
    return facts.Anchor(int(number), mac)

"""./cairn restore FILE --secret KEY: brings back what ./cairn backup put away."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cairn.vault import backup


class Command(BaseCommand):
    help = "Brings a backup back, after comparing every part with its sum. Stop the server first, and start it again after."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--secret", type=Path, required=True, help="file with the secret key that opens it"
        )
        parser.add_argument("--keys", action="store_true", help="it holds the keys")
        parser.add_argument("--replace", action="store_true", help="move aside what is there")

    def handle(self, *_: Any, file: Path, secret: Path, keys: bool, replace: bool, **__: Any) -> None:
        bring = backup.restore_keys if keys else backup.restore
        try:
            parts = bring(file, secret=secret, replace=replace)
        except backup.BackupFault as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(f"{len(parts)} parts brought back.")

"""./cairn backup FILE --to age1…: one file with everything but the keys; --keys: the keys; --new-key: who can open it."""

import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cairn.vault import backup


class Command(BaseCommand):
    help = "Puts everything but the keys into one sealed file; people may go on working meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the file to write")
        parser.add_argument(
            "--to", action="append", default=[], help="public key that will open it (age1…); may be repeated"
        )
        parser.add_argument(
            "--keys", action="store_true", help="the keys instead; keep only the newest copy, elsewhere"
        )
        parser.add_argument(
            "--new-key", action="store_true", help="write a new secret key there and say the public one"
        )

    def handle(self, *_: Any, **options: Any) -> None:
        try:
            self._write(**options)
        except backup.BackupFault as fault:
            raise CommandError(str(fault)) from fault
        except FileExistsError as fault:
            raise CommandError(f"“{fault.filename}” is there already. Choose another name.") from fault

    def _write(self, *, file: Path, to: list[str], keys: bool, new_key: bool, **_: Any) -> None:
        if new_key:
            self.stdout.write(backup.new_key(file))
            self.stderr.write(f"Keep {file} away from this machine: whoever has it opens the backups.")
            return
        public = to or os.environ.get("CAIRN_BACKUP_TO", "").split()
        parts = (backup.make_of_keys if keys else backup.make)(file, public=public)
        self.stdout.write(f"{file}: {len(parts)} parts, {file.stat().st_size} bytes")

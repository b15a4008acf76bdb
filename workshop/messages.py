"""Catalogues of the interface: `./cairn messages` gathers new strings, compiles, and tells what is untranslated.

Gathering needs GNU gettext (Debian package `gettext`); compiling does not. The compiled files are kept in the repository
so that a fresh machine needs neither; tests/test_messages.py fails when they are out of step.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import polib

LOCALE = Path("src/cairn/locale")


def catalogues() -> list[Path]:
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def gather() -> None:
    languages = [argument for file in catalogues() for argument in ("--locale", file.parents[1].name)]
    subprocess.run(
        [
            sys.executable,
            "-m",
            "cairn",
            "makemessages",
            "--no-location",
            "--no-wrap",
            "--no-obsolete",
            *languages,
        ],
        cwd="src/cairn",
        env={"PYTHONPATH": "..:../..", "DJANGO_SETTINGS_MODULE": "cairn.settings", "PATH": "/usr/bin:/bin"},
        check=True,
    )


def steady(file: Path) -> None:
    """Writes the catalogue in one fixed form, so that gathering twice changes nothing."""
    catalogue = polib.pofile(str(file), wrapwidth=0)
    catalogue.metadata.pop("POT-Creation-Date", None)
    catalogue.save()


def compiled(file: Path) -> bytes:
    """The compiled form; fuzzy entries are guesses and are left out."""
    return bytes(polib.pofile(str(file)).to_binary())


def main() -> int:
    if not shutil.which("xgettext"):
        sys.stderr.write(
            "Gathering strings needs GNU gettext: install your distribution's package `gettext`.\n"
        )
        return 2
    gather()
    for file in catalogues():
        steady(file)
        file.with_suffix(".mo").write_bytes(compiled(file))
        catalogue = polib.pofile(str(file))
        sys.stdout.write(
            f"{file.parents[1].name}: {catalogue.percent_translated()}% of {len(catalogue)} strings translated, "
            f"{len(catalogue.fuzzy_entries())} doubtful\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())

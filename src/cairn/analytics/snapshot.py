"""A snapshot: the records of many practices as columns, in Parquet files that their owner alone may read.

It lies at `DATA_DIR/snapshots/<number of the person>/<moment>`; the newest one counts. A folder appears all at once or not at all, and
those before it go, and after a month it goes itself (`forget_snapshots`). Once somebody's records are erased, all snapshots go: they still hold days that were rounded in the database.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cairn.analytics.files import Writer
from cairn.analytics.tables import TABLES, Sort, Table, columns_of
from cairn.participants.signals import erasing

if TYPE_CHECKING:
    from cairn.people.models import Person
    from cairn.practices.models import Practice

KEPT = timedelta(days=31)
SHUFFLED = 1_000
"""Numbers for people that are shuffled together."""


def root() -> Path:
    return Path(settings.DATA_DIR) / "snapshots"


def newest(person: Person) -> Path | None:
    """The one that counts of those made for this person."""
    found = sorted((root() / str(person.pk)).glob("[0-9]*"))
    return found[-1] if found else None


def write(practices: Sequence[Practice], person: Person) -> Path:
    """Of these practices, for this person; what they may see is for the caller to know. Raises Strange.

    Each practice is read by itself, so memory does not grow with their number. What is entered meanwhile may be in one table already
    and not yet in another.
    """
    house = root() / str(person.pk)
    root().mkdir(mode=0o700, parents=True, exist_ok=True)
    house.mkdir(mode=0o700, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=".", dir=house))
    try:
        _fill(making, practices)
    except BaseException:
        shutil.rmtree(making)
        raise
    made = house / f"{timezone.now():%Y%m%dT%H%M%S%f}"
    making.rename(made)
    for other in house.iterdir():
        if other != made:
            shutil.rmtree(other, ignore_errors=True)
    return made


def forget() -> None:
    """All snapshots of everybody."""
    shutil.rmtree(root(), ignore_errors=True)


def forget_old(now: datetime) -> int:
    """Those made more than a month before; how many there were."""
    old = [
        made
        for made in root().glob("*/[0-9]*")
        if now - datetime.fromtimestamp(made.stat().st_mtime, tz=UTC) > KEPT
    ]
    for made in old:
        shutil.rmtree(made, ignore_errors=True)
    return len(old)


def listen() -> None:
    erasing.connect(_when_erased, dispatch_uid="analytics: erased")


def _when_erased(**_: Any) -> None:
    transaction.on_commit(forget)


def _fill(folder: Path, practices: Sequence[Practice]) -> None:
    numbers = _Numbers()
    with _writers(folder) as writers:
        for practice in practices:
            writers["practices"].add(practice.pk, [()])
            for name, table in TABLES.items():
                writers[name].add(practice.pk, numbers.instead(table, table.rows(practice)))
            numbers.forget()
    for file in folder.iterdir():
        file.chmod(0o600)


class _Numbers:
    """Who is who within this snapshot: numbers close together, which cost little, but in no order, so that they tell nothing."""

    def __init__(self) -> None:
        self._known: dict[Any, int] = {}
        self._free: list[int] = []
        self._next = 0

    def instead(self, table: Table, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        """The rows with numbers where somebody stands."""
        places = [place for place, sort in enumerate(table.columns.values()) if sort is Sort.SOMEONE]
        for row in rows:
            told = list(row)
            for place in places:
                told[place] = self._of(told[place])
            yield tuple(told)

    def forget(self) -> None:
        """Nobody is in two practices: whoever is, has a record of their own in each."""
        self._known.clear()

    def _of(self, key: Any) -> int:
        if key not in self._known:
            self._known[key] = self._drawn()
        return self._known[key]

    def _drawn(self) -> int:
        if not self._free:
            self._free = list(range(self._next, self._next + SHUFFLED))
            self._next += SHUFFLED
            secrets.SystemRandom().shuffle(self._free)
        return self._free.pop()


@contextmanager
def _writers(folder: Path) -> Iterator[dict[str, Writer]]:
    writers = {name: Writer(folder / f"{name}.parquet", columns_of(name)) for name in ("practices", *TABLES)}
    yield writers
    for writer in writers.values():
        writer.close()

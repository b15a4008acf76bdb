"""Submissions that arrive at the same time, written together: one commit, one shuffling, and nobody waits for the disk alone.

Whoever comes first writes for all who came meanwhile, and each is answered only when their own answer is safe on the disk.
Threads of one process gather; other processes queue at the database as ever.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import cast

from django.core.exceptions import ValidationError

from cairn.voices import intake
from cairn.voices.enums import Taken
from cairn.voices.intake import Submission

MOST = 64
"""So many at once, so that nobody waits long for others."""


@dataclass(slots=True)
class _Ticket:
    sent: Submission
    told: Taken | Exception | None = None
    call: threading.Event = field(default_factory=threading.Event)
    """Set when it was written, or when whoever holds it is to write for those who wait."""


@dataclass(slots=True)
class Gathering:
    """One per process."""

    _waiting: list[_Ticket] = field(default_factory=list)
    _writing: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)
    """Held while the two above are touched, never while something is written."""

    def take_in(self, sent: Submission) -> Taken:
        """Raises as `voices.actions.take_in` does. Not to be called within a transaction: others' answers would hang on it."""
        mine = _Ticket(sent)
        with self._lock:
            self._waiting.append(mine)
            first, self._writing = not self._writing, True
        if not first:
            mine.call.wait()
        if mine.told is None:
            self._write_for_all()
        if isinstance(mine.told, Exception):
            raise mine.told
        return cast(
            "Taken", mine.told
        )  # whoever writes is the first who waits, and so among those written for

    def _write_for_all(self) -> None:
        with self._lock:
            batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
        _write(batch)
        with self._lock:
            following = self._waiting[:1]
            self._writing = bool(following)
        for ticket in following + batch:
            ticket.call.set()


def _write(batch: list[_Ticket]) -> None:
    """One whose answer cannot be written hinders no other: then each is written alone."""
    try:
        told: list[Taken | ValidationError] = intake.take_in_all([each.sent for each in batch])
    except Exception as fault:  # told to whoever sent it
        if len(batch) == 1:
            batch[0].told = fault
            return
        for each in batch:
            _write([each])
    else:
        for ticket, result in zip(batch, told, strict=True):
            ticket.told = result


take_in = Gathering().take_in

"""Stories, lived through day by day with the clock of the demo.

A story is a generator: it does something, says by `yield` on which day it goes on, and goes on then. All stories of a demo
are told together in the order of their days, as they would have happened, and the trail is written in that order.

While they are told, "now" is a time on the day of the story. So what is recorded looks as it would had it been entered on
that day, by the same actions with the same checks (docs/decisions/0012). Only whoever tells stories has this clock, and only
while they are told; a real record can never be given another time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import count
from typing import Any
from unittest.mock import patch

from django.db.models import ForeignKey, Model
from django.utils import timezone

Story = Iterator[date]
MORNING = time(8)
MOMENT = timedelta(milliseconds=1)


class Clock:
    """A time on one day. No two looks at it tell the same, so that what was entered later can be seen to be later."""

    def __init__(self, day: date) -> None:
        self.turn_to(day)

    def turn_to(self, day: date) -> None:
        self.moment = timezone.make_aware(datetime.combine(day, MORNING))

    def __call__(self) -> datetime:
        self.moment += MOMENT
        return self.moment

    def instead(self) -> AbstractContextManager[Any]:
        """Within it this is everyone's clock."""
        return patch.object(timezone, "now", self)


@contextmanager
def unasked() -> Iterator[None]:
    """The database refuses what breaks its constraints, here too, and a row that names one that is not there. Only to be asked
    both before each write, so that a form can tell people why, is left out: it takes a third of the time.
    """
    with (
        patch.object(Model, "validate_constraints", lambda _self, exclude=None: None),
        patch.object(ForeignKey, "validate", lambda _self, value, instance: None),
    ):
        yield


class Diary:
    def __init__(self) -> None:
        self._waiting: list[tuple[date, int, Story]] = []
        self._number = count()

    def add(self, story: Story) -> None:
        """Begun now, to go on when it says."""
        if (day := next(story, None)) is not None:
            heappush(self._waiting, (day, next(self._number), story))

    def live(self, *, until: date, told: Callable[[date], None]) -> None:
        """Tell all stories to the end, or until that day; what would come later stays untold. `told` hears of every new day."""
        clock, last = Clock(until), None
        with clock.instead(), unasked():
            while self._waiting and self._waiting[0][0] <= until:
                day, _number, story = heappop(self._waiting)
                if day != last:
                    clock.turn_to(day)
                    told(day)
                    last = day
                self.add(story)

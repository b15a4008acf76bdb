"""People reached, so that nobody can be recognised: beside everything that was told of them before.

What goes out is a released table like any other: it passes the same gate, an attack by linear programming on it and on all that was
told before (`releases.gate`). What does not pass is rounded down to fives; what does not pass even so is not told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.participants import facts as participants
from cairn.participants.counting import FEW, is_small
from cairn.progress.figures.shape import Asking, Found, Group, Head
from cairn.progress.figures.telling import Value, people, rounded, sentences
from cairn.progress.shape import Count
from cairn.releases.audit import Published
from cairn.releases.disclosure import TOTAL, down
from cairn.releases.gate import refusal
from cairn.releases.kinds import KINDS, Asked
from cairn.releases.leaving import Gone, What, tells_of_few

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cairn.practices.models import Practice
    from cairn.releases.kinds import Table

NOT_TOLD = gettext_lazy("not told: beside what was told before it would tell of few people")


@dataclass(frozen=True, slots=True)
class Standing:
    """From the beginning until the end of a day."""

    reached: int
    left: int

    @property
    def active(self) -> int:
        return self.reached - self.left


def _standing(practice: Practice, until: date) -> Standing:
    everyone = participants.of_practice(practice.pk).filter(enrolled_on__lte=until)
    return Standing(everyone.count(), everyone.filter(ended_on__lte=until).count())


def _find(asking: Asking) -> Found:
    source = _("Records of participants, each person counted once, until the last day of the period.")
    if not participants.of_practice(asking.practice.pk).exists():
        return Found(source, draft=_("No participant is recorded yet."))
    eve = asking.starts_on - timedelta(days=1)
    now, then = _standing(asking.practice, asking.ends_on), _standing(asking.practice, eve)
    earlier = [one.published for one in asking.before]
    table = _table(asking, earlier)
    whole = table.people if table else {TOTAL: now.reached}
    unique, reached = _reached(
        now.reached, Count("", asking.ends_on, dict(whole), rounded=bool(table and table.rounded)), earlier
    )
    new, came = _came(now, then, eve, reached, earlier)
    told = [one for one in (reached, came) if one]
    ways, gone = _left(now, then, eve, told, asking)
    values = {"new": new, **ways, "unique": unique}
    if gone:
        told[0] = replace(told[0], left=gone)
    return Found(
        source=source,
        values=values,
        rows={"sex_age": table.rows} if table else {},
        heads={"sex_age": table.columns} if table else {},
        notes={"sex_age": table.note} if table else {},
        draft=_draft(values),
        told=tuple(told),
    )


def _table(asking: Asking, earlier: Sequence[Published]) -> Table | None:
    """By age and sex with sums, exactly where that may be, else rounded; None where there are too few to divide, or it may not be told."""
    for roughly in (False, True):
        try:
            table = KINDS["reach_sex_age"].build(
                Asked(asking.practice, asking.starts_on, asking.ends_on, roughly, earlier)
            )
        except ValidationError:
            return None
        if refusal(Published("", asking.ends_on, table.people, table.rounded), earlier) is None:
            return table
    return None


def _reached(number: int, count: Count, earlier: Sequence[Published]) -> tuple[Value, Count | None]:
    """Everyone until the last day: the figure, and what was told of it."""
    if count.rounded:
        return rounded(number), count
    if is_small(number):
        return people(number), None
    if refusal(count.published, earlier) is None:
        return people(number), count
    return _roughly(number, count, earlier)


def _roughly(number: int, count: Count, earlier: Sequence[Published]) -> tuple[Value, Count | None]:
    rough = Count("", count.until, {TOTAL: down(number)}, since=count.since, rounded=True)
    if refusal(rough.published, earlier) is None:
        return rounded(number), rough
    return Value(str(NOT_TOLD)), None


def _came(
    now: Standing, then: Standing, eve: date, reached: Count | None, earlier: Sequence[Published]
) -> tuple[Value, Count | None]:
    """Those who came in the period. Beside all who were reached they tell how many were there before, so that has to pass as well.

    Where nobody was there before, they are all there are.
    """
    number = now.reached - then.reached
    if reached is None:
        return rounded(number) if is_small(number) else people(None), None
    if not then.reached:
        return (rounded(number) if reached.rounded else people(number)), None
    beside = [reached.published, *earlier]
    stood = Count("", eve, {TOTAL: then.reached})
    few = is_small(number) or is_small(then.reached)
    if not reached.rounded and not few and refusal(stood.published, beside) is None:
        return people(number), stood
    return _roughly(number, Count("", reached.until, {}, since=eve), beside)


def _left(
    now: Standing, then: Standing, eve: date, told: Sequence[Count], asking: Asking
) -> tuple[dict[str, Value], tuple[Gone, ...]]:
    """Who left in the period and who takes part on its last day, as exactly as an attack on all that was told of them allows.

    Each follows from the other and from all who were reached, so both are tried together, from exact to not told.
    """
    if not told:
        few = is_small(now.reached)
        value = rounded(0) if few else Value(str(NOT_TOLD))
        return {"left": value, "active": value}, ()
    # Where nobody was there before, as many are told to be new as there are at all.
    nobody = () if then.reached else (Gone("came", eve, 0, 0),)
    came = [*nobody, *(gone for one in told for gone in one.leaving)]
    earlier = [gone for one in asking.before for gone in one.leaving]
    number = now.left - then.left
    ways = product(
        _ways("left", number, asking.ends_on, eve), _ways("active", now.active, asking.ends_on, None)
    )
    left, active = next(
        pair
        for pair in sorted(ways, key=_lost)
        if not any(pair) or not tells_of_few([*came, *filter(None, pair)], earlier)
    )
    gone = (*nobody, *filter(None, (left, active)))
    return {"left": _told(left, number), "active": _told(active, now.active)}, gone


def _lost(ways: tuple[Gone | None, Gone | None]) -> tuple[int, int]:
    """What is not told, before what is only rounded."""
    return ways.count(None), sum(one.rounded for one in ways if one)


def _ways(what: What, number: int, until: date, since: date | None) -> Iterator[Gone | None]:
    """Exactly, rounded down to fives, and not at all: at the end always."""
    if not is_small(number):
        yield Gone(what, until, number, number, since)
    least = down(number) or 0
    yield Gone(what, until, least, least + FEW - 1, since)
    yield None


def _told(gone: Gone | None, number: int) -> Value:
    if gone is None:
        return Value(str(NOT_TOLD))
    return rounded(number) if gone.rounded else people(number)


def _draft(values: dict[str, Value]) -> str:
    words = {key: value.words for key, value in values.items()}
    return sentences(
        _("Since the beginning the practice has reached this many people: %(unique)s.") % words,
        _("New in this period: %(new)s. Left in this period: %(left)s.") % words,
        _("Taking part on its last day: %(active)s.") % words,
    )


GROUP = Group(
    key="people",
    name=gettext_lazy("People reached"),
    find=_find,
    figures={
        "new": gettext_lazy("New in this period"),
        "left": gettext_lazy("Left in this period"),
        "active": gettext_lazy("Taking part on the last day"),
        "unique": gettext_lazy("Reached since the beginning, each person once"),
    },
    tables={"sex_age": Head(gettext_lazy("Reached since the beginning, by age and sex"), ())},
)

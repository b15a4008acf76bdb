"""People reached, so that nobody can be recognised: beside everything that was told of them before.

Everything is counted from the beginning to a day, so that any two reports lie one within the other. What came in the period is told
exactly only where both its ends may be told exactly; else counts are rounded down to fives.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.participants import facts as participants
from cairn.participants.counting import is_small
from cairn.participants.enums import AgeBand, Sex
from cairn.participants.figures import reached_by
from cairn.progress.figures.shape import Asking, Found, Group, Head, Told
from cairn.progress.figures.telling import Value, people, rounded, sentences
from cairn.progress.shape import Cell
from cairn.releases.disclosure import TOTAL, down, protected, too_near

if TYPE_CHECKING:
    from cairn.practices.models import Practice

ENOUGH = 12
"""From so many people on, the total can be told beside its parts (releases/kinds/reach.py)."""
PARTS: dict[str, tuple[str, type[TextChoices]]] = {"sex": ("sex", Sex), "age_band": ("age", AgeBand)}


@dataclass(frozen=True, slots=True)
class Standing:
    """From the beginning until the end of a day."""

    reached: int
    left: int

    @property
    def active(self) -> int:
        return self.reached - self.left

    @property
    def left_told(self) -> int | None:
        """How many left, where neither they nor those who stayed are few: each follows from the other and the total."""
        return self.left if not is_small(self.left) and not is_small(self.active) else None


def _standing(practice: Practice, until: date) -> Standing:
    everyone = participants.of_practice(practice.pk).filter(enrolled_on__lte=until)
    return Standing(everyone.count(), everyone.filter(ended_on__lte=until).count())


def _find(asking: Asking) -> Found:
    practice, end = asking.practice, asking.ends_on
    now, then = _standing(practice, end), _standing(practice, asking.starts_on - timedelta(days=1))
    source = _("Records of participants, each person counted once, until the last day of the period.")
    if not participants.of_practice(practice.pk).exists():
        return Found(source, draft=_("No participant is recorded yet."))
    parts = {
        field: {f"{group}:{key}": number for key, number in reached_by(practice.pk, field, until=end).items()}
        for field, (group, _choices) in PARTS.items()
    }
    told = _told(now, parts)
    if told.get(TOTAL) is None or any(too_near(told, one) for one in asking.before):
        return _roughly(source, now, then, parts)
    between = _between(now, then, told, (*asking.before, told))
    values = {
        "new": _exactly_or_not(between.get(TOTAL) is not None, now.reached - then.reached),
        "left": _exactly_or_not("left" in between, now.left - then.left),
        "active": _exactly_or_not(told["left"] is not None, now.active),
        "unique": people(now.reached),
    }
    return Found(
        source=source,
        values=values,
        rows={field: _rows(field, counts, told, now) for field, counts in parts.items()},
        notes=dict.fromkeys(parts, _HIDDEN if now.reached >= ENOUGH else ""),
        draft=_draft(values),
        told=(told, between) if between else (told,),
    )


def _exactly_or_not(exactly: bool, number: int) -> Value:  # named by what is asked
    return people(number) if exactly else rounded(number)


def _roughly(source: str, now: Standing, then: Standing, parts: dict[str, dict[str, int]]) -> Found:
    values = {
        "new": rounded(now.reached - then.reached),
        "left": rounded(now.left - then.left),
        "active": rounded(now.active),
        "unique": rounded(now.reached),
    }
    return Found(
        source=source,
        values=values,
        rows={field: _rows(field, counts, None, now) for field, counts in parts.items()},
        notes=dict.fromkeys(parts, _ROUNDED if now.reached >= ENOUGH else ""),
        draft=_draft(values),
    )


def _told(standing: Standing, parts: dict[str, dict[str, int]]) -> Told:
    """What may be told of one day, taken by itself."""
    if is_small(standing.reached):
        return {TOTAL: None, "left": None}
    found: dict[str, int | None] = {TOTAL: standing.reached, "left": standing.left_told}
    for counts in parts.values() if standing.reached >= ENOUGH else ():
        found |= protected({key: number for key, number in counts.items() if number})
    return found


def _between(now: Standing, then: Standing, told: Told, before: tuple[Told, ...]) -> Told:
    """What would follow of the day before the period, were what came and what left in it told exactly: as much of it as may."""
    came: dict[str, int | None] = {TOTAL: then.reached}
    if is_small(then.reached) or any(too_near(came, one) for one in before):
        return {}
    whole = came | {"left": then.left_told}
    hidden = None in {told["left"], whole["left"]}
    return came if hidden or any(too_near(whole, one) for one in before) else whole


def _rows(field: str, counts: dict[str, int], told: Told | None, now: Standing) -> list[tuple[Cell, ...]]:
    """None at all where there are too few to divide."""
    if now.reached < ENOUGH:
        return []
    group, choices = PARTS[field]
    rows: list[tuple[Cell, ...]] = []
    for choice in choices:
        key = f"{group}:{choice.value}"
        if counts.get(key):
            exact = told.get(key) if told else down(counts[key])
            rows.append((str(choice.label), _("hidden") if exact is None else exact))
    rows.append((_("All"), now.reached if told else down(now.reached)))
    return rows


_HIDDEN = gettext_lazy("Counts of 1 to 4 are hidden, and others where they could be worked out.")
_ROUNDED = gettext_lazy(
    "Counts are rounded down to fives, because beside what was told before they would tell of few people; below 5 they are hidden."
)


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
    tables={
        "sex": Head(
            gettext_lazy("Reached since the beginning, by sex"), (gettext_lazy("Sex"), gettext_lazy("People"))
        ),
        "age_band": Head(
            gettext_lazy("Reached since the beginning, by age"), (gettext_lazy("Age"), gettext_lazy("People"))
        ),
    },
)

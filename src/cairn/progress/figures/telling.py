"""Figures in words: what is not known says so, few are counted and not told in per cent, and few people are not told at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.money.currencies import shown
from cairn.participants.counting import Share, is_small
from cairn.participants.counting import shown as shown_people
from cairn.registers.kinds import all_kinds
from cairn.registers.showing import words_of
from cairn.releases.disclosure import down

if TYPE_CHECKING:
    from cairn.registers.facts import Row

UNKNOWN = gettext_lazy("not known")
ENOUGH = 10
"""Below so many counted, parts are told as counts and not in per cent (design, numbers)."""


@dataclass(frozen=True, slots=True)
class Value:
    words: str
    number: float | None = None


def count(number: int | Decimal | None) -> Value:
    """Things counted. None is not known."""
    if number is None:
        return Value(str(UNKNOWN))
    whole = number == int(number)
    words = number_format(int(number) if whole else number, None if whole else 1, force_grouping=True)
    return Value(words, float(number))


def people(number: int | None) -> Value:
    """People counted: fewer than five are not told."""
    if number is None or is_small(number):
        return Value(str(UNKNOWN) if number is None else shown_people(number))
    return count(number)


def rounded(number: int | None) -> Value:
    """People counted, where the exact number would tell of few beside what was told before."""
    if number is None:
        return Value(str(UNKNOWN))
    told = down(number)
    if told is None:
        return Value(_("fewer than 5"))
    return Value(_("%(number)s or some more") % {"number": told})


def share(found: Share) -> Value:
    """A part of a whole; with its counts, because they are few."""
    counts = {"part": found.part, "whole": found.whole}
    if found.value is None:
        return Value(str(UNKNOWN))
    if found.whole < ENOUGH:
        return Value(_("%(part)s of %(whole)s") % counts)
    percent = round(found.value * 100)
    return Value(_("%(percent)s %% (%(part)s of %(whole)s)") % {"percent": percent, **counts}, percent)


def amount(money: Decimal | None, currency: str) -> Value:
    return Value(str(UNKNOWN)) if money is None else Value(shown(money, currency), float(money))


def day(on: date | None) -> Value:
    return Value(date_format(on, "DATE_FORMAT") if on else str(UNKNOWN))


def short(on: date | None) -> str | None:
    """For a cell."""
    return date_format(on, "SHORT_DATE_FORMAT") if on else None


def chosen(row: Row, key: str) -> str:
    """What was chosen in a field of a register, in words."""
    return words_of(all_kinds()[row.kind].field(key), row[key])


def exact(number: Decimal | None) -> float | None:
    """For a cell; None stays unknown."""
    return None if number is None else float(number)


def sentences(*said: str) -> str:
    """One after the other; empty ones are left out."""
    return " ".join(one for one in said if one)


def listed(items: Iterable[str]) -> str:
    """Lines of a list."""
    return "\n".join(f"- {item}" for item in items)

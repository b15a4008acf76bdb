"""What of a count of people may be told, beside its total and beside what was told before. Pure: it knows numbers only.

What a reader can work out from several tables together is attacked in `audit`; here single counts are rounded and compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cairn.participants.counting import FEW, is_small

TOTAL = "total"
Told = Mapping[str, int | None]
"""By key, a count of people; None where it is hidden. Keys such as `sex:woman` are parts of the total; `total` is the total."""


def down(count: int) -> int | None:
    """Rounded down to a multiple of five; None below five, nobody included."""
    return count - count % FEW or None


def too_near(now: Told, before: Told) -> list[str]:
    """Keys of what is told in both and differs by so few that it tells of those who came between. For what is hidden in either
    table, the sum of it is compared, which can be worked out from the total: then the key is that of the group, such as `sex`."""
    near = [key for key in sorted(_keys(now, before)) if _differ(_value(now, key), _value(before, key))]
    if now.get(TOTAL) is None or before.get(TOTAL) is None:
        return near
    groups = sorted(_groups(now) & _groups(before))
    return near + [group for group in groups if _differ(*_rests(now, before, group))]


def _keys(now: Told, before: Told) -> set[str]:
    """What stands in one table and not in the other is nobody there, where both are divided alike."""
    shared = _groups(now) & _groups(before)
    return {key for key in {*now, *before} if (key in now and key in before) or _group(key) in shared}


def division_of(key: str) -> tuple[str, ...]:
    """What it divides by: `sex` and `age` for `sex:woman|age:18-24`, nothing for the total and for counts by themselves."""
    return tuple(part.partition(":")[0] for part in key.split("|")) if ":" in key else ()


def _group(key: str) -> str:
    return "|".join(division_of(key))


def _groups(told: Told) -> set[str]:
    return {_group(key) for key in told} - {""}


def _value(told: Told, key: str) -> int | None:
    return told.get(key, 0)


def _differ(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and is_small(abs(one - other))


def _rests(now: Told, before: Told, group: str) -> tuple[int, int]:
    """In both tables, the sum of all parts that are hidden in either."""
    parts = {key for key in {*now, *before} if _group(key) == group}
    seen = {key for key in parts if _value(now, key) is not None and _value(before, key) is not None}
    return _rest(now, seen), _rest(before, seen)


def _rest(told: Told, seen: Iterable[str]) -> int:
    return (told[TOTAL] or 0) - sum(told.get(key) or 0 for key in seen)

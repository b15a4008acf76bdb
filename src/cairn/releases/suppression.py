"""Which cells of a table are hidden, so that nothing small can be worked out, beside its totals and all that was told before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cairn.participants.counting import is_small
from cairn.releases.audit import Audit, Groups, Published, Whom, linked, parts_of
from cairn.releases.disclosure import TOTAL, Told

MOST_BESIDE = 3
"""Earlier tables beside which hidden cells are tried again: each trial is a whole attack, which takes longer with every table."""


def suppressed(
    counts: Mapping[str, int], table: Published, earlier: Sequence[Published], groups: Groups
) -> Published:
    """The table with `counts`, which may hold nobody, without the small ones, and without so many others, the cheapest beside what
    would be disclosed, that an attack finds nothing. Where that cannot be had, for the total is never hidden, as many as help.

    Beside few earlier tables those that need not have been hidden, because others were hidden later, are told again."""
    told: Told = {key: None if is_small(count) else count for key, count in counts.items() if count}
    primary = Published(table.title, table.until, told, since=table.since)
    together, _apart = linked(primary, earlier, groups)
    beside = together[1:]
    audit = Audit(together, groups)
    hidden: set[str] = set()
    for count in audit.counts:
        while audit.narrow(count):
            key = _cheapest({key: n for key, n in told.items() if n and key not in hidden}, count)
            if key is None:
                break
            audit.hide(0, key)
            hidden.add(key)
    kept = {key: None if key in hidden else n for key, n in told.items()}
    chosen = replace(primary, counts=kept)
    if len(hidden) < 2 or len(beside) > MOST_BESIDE:
        return chosen
    return _told_again(chosen, {key: counts[key] for key in hidden}, beside, groups)


def _told_again(
    table: Published, hidden: Mapping[str, int], beside: Sequence[Published], groups: Groups
) -> Published:
    """With those of the hidden, the largest first, that an attack on everything allows; each is asked by an attack of its own."""
    for key in sorted(hidden, key=lambda key: (-hidden[key], key)):
        more = replace(table, counts={**table.counts, key: hidden[key]})
        if not any(Audit([more, *beside], groups).disclosed()):
            table = more
    return table


def _cheapest(told: Mapping[str, int], count: Whom) -> str | None:
    """The cell that helps soonest: the same one, of those in its row or column, of those that share people with it, of all others;
    among these the smallest."""
    ranked = [(_distance(key, count.key), n, key) for key, n in told.items() if key != TOTAL]
    return min(ranked)[2] if ranked and count.key != TOTAL else None


def _distance(key: str, other: str) -> int:
    one, two = parts_of(key), parts_of(other)
    if one.keys() == two.keys():
        return min(2, sum(one[name] != two[name] for name in one)) if one != two else 0
    return 3 if any(one[name] != two[name] for name in one.keys() & two.keys()) else 2

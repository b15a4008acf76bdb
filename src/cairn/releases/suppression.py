"""Which cells of a table are hidden, so that nothing small can be worked out, beside its totals and all that was told before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cairn.participants.counting import is_small
from cairn.releases.audit import Audit, Groups, Published, Whom, linked, parts_of
from cairn.releases.disclosure import TOTAL, Told


def suppressed(
    counts: Mapping[str, int], table: Published, earlier: Sequence[Published], groups: Groups
) -> Published:
    """The table with `counts`, which may hold nobody, without the small ones, and without so many others, the cheapest beside what
    would be disclosed, that an attack finds nothing. Where that cannot be had, for the total is never hidden, as many as help."""
    told: Told = {key: None if is_small(count) else count for key, count in counts.items() if count}
    primary = Published(table.title, table.until, told, since=table.since)
    together, _apart = linked(primary, earlier, groups)
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
    return Published(table.title, table.until, kept, since=table.since)


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

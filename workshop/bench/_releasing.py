"""Random practices that release tables, one after the other: made by Cairn's suppression and gate, or by a careless hand."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations, product

from cairn.releases.audit import Published, key_of, revealed
from cairn.releases.disclosure import down
from cairn.releases.suppression import suppressed
from workshop.bench._attack import Cell, Page, Reader

FIRST = date(2025, 1, 31)
NEED = 5


@dataclass
class Practice:
    """People by the parts of two groups, and when each came; pages are what was released."""

    groups: dict[str, list[str]]
    people: list[tuple[int, tuple[str, ...]]]
    asked: list[tuple[int, tuple[str, ...], bool]]
    """Day, what the table is divided by, and whether it is rounded."""
    told: list[Published] = field(default_factory=list)
    refused: int = 0

    def count(self, cell: Cell, day: int, after: int | None = None) -> int:
        return sum(
            came <= day
            and (after is None or came > after)
            and all(p in {None, q} for p, q in zip(cell, who, strict=True))
            for came, who in self.people
        )

    def by(self, names: tuple[str, ...], day: int) -> Counter[str]:
        counts: Counter[str] = Counter()
        for came, who in self.people:
            parts = {name: part for name, part in zip(self.groups, who, strict=True) if name in names}
            for size in range(len(names) + 1):
                for some in combinations(parts, size) if came <= day else ():
                    counts[key_of({name: parts[name] for name in some})] += 1
        return counts


def practice(seed: int) -> Practice:
    """15 to 300 people, of whom most are alike, and one to four tables."""
    dice = random.Random(seed)  # noqa: S311 (not for secrets: the same tables on every run)
    groups = {"sex": list("wmou"[: dice.randint(2, 4)]), "age": list("abcdefg"[: dice.randint(3, 7)])}
    weights = {name: [dice.paretovariate(1.2) for _part in parts] for name, parts in groups.items()}
    days = sorted(dice.sample(range(6), dice.randint(1, 4)))
    people = [
        (
            dice.choice([0, 0, 0, 1, 2, 3, 4, 5]),
            tuple(dice.choices(parts, weights[name])[0] for name, parts in groups.items()),
        )
        for _one in range(int(min(300, 15 * dice.paretovariate(0.8))))
    ]
    asked = [(day, dice.choice([("sex",), ("age",), ("sex", "age")]), dice.random() < 0.2) for day in days]
    return Practice(groups, people, asked)


def release_carefully(one: Practice) -> None:
    """As the pages do: exact or rounded as asked, rounded where exact is refused, nothing where both are."""
    for day, names, fives in one.asked:
        earlier = one.told[::-1]
        for rounded in [True] if fives else [False, True]:
            table = _table(one, day, names, rounded, earlier)
            if revealed([table, *earlier], one.groups) is None:
                one.told.append(table)
                break
        else:
            one.refused += 1


def release_carelessly(one: Practice) -> None:
    """Only what is small is hidden."""
    for day, names, fives in one.asked:
        if fives:
            one.told.append(_table(one, day, names, True, []))
        else:
            counts = {key: None if n < NEED else n for key, n in one.by(names, day).items()}
            one.told.append(Published(on(day).isoformat(), on(day), counts))


def _table(
    one: Practice, day: int, names: tuple[str, ...], rounded: bool, earlier: list[Published]
) -> Published:
    counts = one.by(names, day)
    empty = Published(on(day).isoformat(), on(day), {}, rounded)
    if not rounded:
        return suppressed(counts, empty, earlier, one.groups)
    cells = (
        key_of(dict(zip(names, parts, strict=True)))
        for parts in product(*(one.groups[name] for name in names))
    )
    return Published(empty.title, empty.until, {key: down(counts[key]) for key in cells}, rounded)


def on(day: int) -> date:
    return FIRST + timedelta(days=30 * day)


def hidden(one: Practice) -> tuple[int, int]:
    """How many cells of the exact tables are hidden, and how many there are."""
    cells = [count for table in one.told if not table.rounded for count in table.counts.values()]
    return cells.count(None), len(cells)


def fallen(one: Practice) -> list[tuple[Cell, int, int | None]]:
    """Small counts, in truth, that the reader narrows to fewer than are protected."""
    pages = [_page(one, table) for table in one.told]
    if not pages:
        return []
    reader = Reader(pages, list(one.groups.values()))
    return [at for at in _small(one, pages) if _is_narrow(reader.range_of(*at), _need(pages, at))]


def _is_narrow(known: tuple[int, float], need: int) -> bool:
    return known[1] - known[0] < need


def _need(pages: list[Page], at: tuple[Cell, int, int | None]) -> int:
    return NEED - any(page.fives and page.day in at[1:] for page in pages)


def _small(one: Practice, pages: list[Page]) -> Iterator[tuple[Cell, int, int | None]]:
    days = sorted({page.day for page in pages})
    told = [any(cell[place] for page in pages for cell in page.printed) for place in range(len(one.groups))]
    parts = [
        [None, *group] if is_told else [None]
        for group, is_told in zip(one.groups.values(), told, strict=True)
    ]
    for cell in product(*parts):
        for after, day in [*((None, day) for day in days), *combinations(days, 2)]:
            if 0 < one.count(cell, day, after) < NEED:
                yield cell, day, after


def _page(one: Practice, table: Published) -> Page:
    """As it is read: where a division is printed, a part that is not there is nobody."""
    day = (table.until - FIRST).days // 30
    printed: dict[Cell, int | None] = {}
    for size in range(len(one.groups) + 1):
        for names in combinations(one.groups, size):
            lines = product(*(one.groups[name] if name in names else [None] for name in one.groups))
            keyed = {
                cell: key_of({n: p for n, p in zip(one.groups, cell, strict=True) if p}) for cell in lines
            }
            if any(key in table.counts for key in keyed.values()):
                printed |= {cell: table.counts.get(key, 0) for cell, key in keyed.items()}
    return Page(day, printed, table.rounded)

"""What must hold in the `changes` of a new version: what became of every item of the former one, said once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cairn.frameworks.checking import Finding
from cairn.frameworks.enums import Fate
from cairn.frameworks.shape import Change, Changes, Framework
from cairn.frameworks.sources import Path

Former = Callable[[str, str], Framework | None]
"""The framework of an id and version, where it is at hand."""
ARITY: dict[Fate, tuple[range, range, str]] = {
    Fate.KEPT: (range(1, 2), range(1, 2), "name one id in `from` and one in `to`"),
    Fate.REWORDED: (range(1, 2), range(1, 2), "name one id in `from` and one in `to`"),
    Fate.SPLIT: (range(1, 2), range(2, 1000), "name one id in `from` and the parts in `to`"),
    Fate.MERGED: (range(2, 1000), range(1, 2), "name the parts in `from` and one id in `to`"),
    Fate.NEW: (range(1), range(1, 1000), "name the new ids in `to`, and nothing in `from`"),
    Fate.RETIRED: (range(1, 1000), range(1), "name the retired ids in `from`, and nothing in `to`"),
}
"""How many ids each fate has on either side."""


def findings_of_changes(framework: Framework, former: Former) -> list[Finding]:
    """Everything wrong with what the author says of the former version; nothing where nothing is said."""
    changes = framework.changes
    if changes is None:
        return []
    found = [*_entries(framework, changes)]
    old = former(framework.id, changes.former)
    if changes.former == framework.version:
        found.append(
            Finding(
                ("changes", "from"), "A version cannot follow itself", "name the version that it came out of"
            )
        )
    elif old is None:
        found.append(
            Finding(
                ("changes", "from"),
                f"{framework.id}@{changes.former} is not at hand, so what is said of it was not checked",
                "check both files at once, the former version first",
                advice=True,
            )
        )
    else:
        found += [*_strangers(changes, old), *_forgotten(framework, changes, old)]
    return found


def _entries(framework: Framework, changes: Changes) -> Iterator[Finding]:
    once: dict[str, set[str]] = {"from": set(), "to": set()}
    for index, entry in enumerate(changes.entries):
        path: Path = ("changes", "entries", index)
        before, after, fix = ARITY[entry.kind]
        if len(entry.was) not in before or len(entry.now) not in after:
            yield Finding(path, f"This does not fit “{entry.kind.value}”", fix)
        for node_id in entry.now:
            if node_id not in framework.by_id:
                yield Finding((*path, "to"), f"There is no node “{node_id}” here", "name one of this version")
        yield from _twice(entry, path, once)


def _twice(entry: Change, path: Path, once: dict[str, set[str]]) -> Iterator[Finding]:
    for side, ids in (("from", entry.was), ("to", entry.now)):
        for node_id in ids:
            if node_id in once[side]:
                yield Finding(
                    (*path, side), f"What became of “{node_id}” is said twice", "say it in one entry"
                )
            once[side].add(node_id)


def _strangers(changes: Changes, old: Framework) -> Iterator[Finding]:
    for index, entry in enumerate(changes.entries):
        for node_id in entry.was:
            if node_id not in old.by_id:
                yield Finding(
                    ("changes", "entries", index, "from"),
                    f"{old.ref} has no node “{node_id}”",
                    "name one of the former version",
                )


def _forgotten(framework: Framework, changes: Changes, old: Framework) -> Iterator[Finding]:
    said = {node_id for entry in changes.entries for node_id in entry.was}
    for item in old.items:
        if item.id not in said and item.id not in framework.by_id:
            yield Finding(
                ("changes",),
                f"Nothing is said of the item “{item.id}” of {old.ref}, which is gone",
                f"add an entry, for example `{{kind: retired, from: [{item.id}]}}`",
            )

"""Two people changed the same thing at once."""

from collections.abc import Mapping
from typing import Any


class Conflict(Exception):  # a conflict is no error: it is shown to the person, who decides
    """Nothing was written. `theirs` is what stands now, `fields` names what differs from what was to be written."""

    def __init__(self, theirs: Any, fields: tuple[str, ...] = ()) -> None:
        super().__init__("Someone else changed this meanwhile.")
        self.theirs = theirs
        self.fields = fields


def seen_at(thing: Any, revision: int) -> dict[str, Any]:
    """What stood at a revision in the fields that changed since, by the `changes` that the thing keeps."""
    seen: dict[str, Any] = {}
    for change in thing.changes.filter(revision__gt=revision).order_by("-revision"):
        seen |= change.before
    return seen


def to_write(thing: Any, revision: int, said: Mapping[str, Any], stands: Mapping[str, Any]) -> list[str]:
    """Names of what was said otherwise than it was seen at the revision, and otherwise than it stands now.

    All values are as the history keeps them. Raises Conflict where someone changed one of these fields since.
    """
    seen = seen_at(thing, revision)
    wanted = [
        name for name in said if said[name] != seen.get(name, stands[name]) and said[name] != stands[name]
    ]
    if clash := tuple(name for name in wanted if name in seen):
        raise Conflict(thing, clash)
    return wanted

"""Who goes by a version. Rooms above say so here, so that this room need not know them."""

from collections.abc import Callable

from cairn.frameworks.models import FrameworkVersion
from cairn.people.models import Person

Count = Callable[[Person, FrameworkVersion], int]
"""How many assessments that a person may see go by a version."""
_counts: dict[str, Count] = {}


def told_by(room: str, count: Count) -> None:
    """A room says, once it is ready, how to count its uses of a version."""
    _counts[room] = count


def uses_of(version: FrameworkVersion, person: Person) -> int:
    return sum(count(person, version) for count in _counts.values())

"""What stands in a sheet's cells, understood: several words, activities by their titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import time
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.activities.models import Activity

if TYPE_CHECKING:
    from cairn.practices.models import Practice
    from cairn.sheets.shape import Value

SEVERAL = gettext_lazy("Several with semicolons between.")


class Wrong(ValueError):
    """`column` is the key of the column in which something is wrong; the words say what, and what would be right."""

    def __init__(self, column: str, words: str) -> None:
        super().__init__(words)
        self.column = column


def fold(words: Value) -> str:
    return " ".join(str(words).split()).casefold()


class Titles:
    """The activities of a practice by title, in one query."""

    def __init__(self, practice: Practice) -> None:
        self.known: defaultdict[str, list[Activity]] = defaultdict(list)
        for activity in Activity.objects.filter(practice=practice).select_related("practice"):
            self.known[fold(activity.title)].append(activity)

    def called(self, title: Value) -> Activity:
        """Raises Wrong where there is none of that title, or more than one."""
        found = self.known.get(fold(title), [])
        if not found:
            raise Wrong(
                "activity", _("There is no activity called “%(title)s”. Add it first.") % {"title": title}
            )
        if len(found) > 1:
            raise Wrong(
                "activity",
                _("More than one activity is called “%(title)s”. Rename one of them first.")
                % {"title": title},
            )
        return found[0]


def once(key: Hashable, seen: set[Any], column: str) -> None:
    """Raises Wrong where a row above had the same key."""
    if key in seen:
        raise Wrong(column, _("A row above says this already."))
    seen.add(key)


def several(column: str, said: Value, known: type[TextChoices]) -> list[str] | None:
    """Values by their keys or labels; None where the cell is empty."""
    if said is None:
        return None
    words = {fold(label): key for key, label in known.choices} | {key: key for key in known.values}
    asked = [word for word in map(fold, str(said).split(";")) if word]
    if strange := [word for word in asked if word not in words]:
        raise Wrong(column, _("We do not know this: %(cell)s") % {"cell": "; ".join(strange)[:100]})
    return [words[word] for word in asked]


def labels(said: Iterable[str] | None, known: type[TextChoices]) -> str | None:
    """As `several` reads it."""
    return "; ".join(str(known(key).label) for key in said) if said else None


def clock(column: str, said: Value) -> time | None:
    if said is None:
        return None
    try:
        return time.fromisoformat(str(said).strip().zfill(5))
    except ValueError as fault:
        raise Wrong(
            column, _("“%(cell)s” is no time of day. Write it as 14:30.") % {"cell": str(said)[:40]}
        ) from fault


def differing(known: object, said: Mapping[str, object]) -> list[str]:
    """Names of what the sheet says otherwise than it stands; what the sheet says nothing of differs nowhere."""
    return [name for name, value in said.items() if value is not None and getattr(known, name) != value]

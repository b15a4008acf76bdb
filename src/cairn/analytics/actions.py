"""Taking a snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cairn.analytics import snapshot
from cairn.analytics.facts import practices_for
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from pathlib import Path

    from cairn.people.models import Person


def take(*, by: Person) -> Path:
    """Of all practices that the person may take records from; the folder. What they had before goes. Raises Strange."""
    practices = list(practices_for(by))
    folder = snapshot.write(practices, by)
    for practice in practices:
        note(by=by, deed=Deed.EXPORTED, thing="list:snapshot", practice=practice.pk)
    return folder

"""What is said of nodes, and what came of saying it: the values that pages, importers and the API share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from cairn.assessments.models import Change
from cairn.publications.portrait import Tool

Value = str | bool | list[dict[str, str]] | dict[str, str]
"""What one field of an entry holds."""

BLANK: Mapping[str, Value] = {
    "level": "",
    "note": "",
    "wording": "",
    "narrative": "",
    "tools": [],
    "reason": "",
    "suggested": {},
    "left_out": False,
    "left_out_reason": "",
}
"""The fields of an entry, and what they hold of a node that nobody has touched."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What someone says of one node. None means "not said": the field stays as it is."""

    node_id: str
    base_revision: int | None
    """The revision that the writer had seen, 0 where there was none; None writes without asking what changed since."""
    level: str | None = None
    """A level of the item's scale, `not_applicable`, or "" for not decided."""
    note: str | None = None
    narrative: str | None = None
    tools: tuple[Tool, ...] | None = None
    left_out: bool | None = None
    left_out_reason: str | None = None
    wording: str | None = None
    reason: str | None = None
    """Why the level differs from what the records suggest."""
    whole: bool = False
    """All or nothing: where any of it is contested, none of it is written."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that someone else changed meanwhile: it keeps their value until a person has chosen."""

    node_id: str
    field: str
    yours: Value
    theirs: Value
    by: str
    """Name of the person who wrote theirs."""
    at: datetime
    revision: int
    """The revision that holds theirs: say yours again on top of it to prefer yours."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why nothing was saved: one sentence about one field of one node."""

    node_id: str
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Advice:
    """Saved all the same, but worth a look, such as a narrative beyond its word limit."""

    node_id: str
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of one call."""

    revisions: Mapping[str, int]
    """The revision of every node named in the call, as it stands now; 0 where nothing was ever said."""
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    advice: tuple[Advice, ...] = field(default=())


class Refused(Exception):  # an answer to the person, as Conflict is
    """Something was said that the framework does not allow; nothing was saved."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(" ".join(f"{fault.node_id}, {fault.field}: {fault.message}" for fault in faults))
        self.faults = faults


class Closed(Refused):
    """The assessment was published: what it says stays as it is."""

    def __init__(self, node_id: str) -> None:
        super().__init__(
            (
                Fault(
                    node_id,
                    "level",
                    _("This assessment was published, so it stays as it is. Begin the next one from it."),
                ),
            )
        )


class CannotUndo(Exception):  # as above
    """The change cannot be undone any more; the message says why."""

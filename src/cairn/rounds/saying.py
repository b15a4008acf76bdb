"""What assessors and moderators say of items, and what came of saying it: the values that pages and actions share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Framework
from cairn.rounds.enums import Confidence

LONGEST = 5_000
"""Most characters of a reason."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What one assessor says of one item."""

    item_id: str
    base: int
    """The revision that the writer had seen; 0 where there was none."""
    level: str = ""
    """A level of the item's scale or `not_applicable`; "" for not judged."""
    reason: str = ""
    confidence: int | None = None
    """1 to 3; None for not said."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a moderator writes down as agreed on one item."""

    item_id: str
    base: int
    """The revision of the agreed result that the writer had seen; 0 where there was none."""
    mark_base: int
    """The revision of the assessment's mark that the writer had seen; 0 where there was none."""
    level: str = ""
    """As above; "" leaves the item undecided on purpose."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Said of an item meanwhile, on another page or by someone else: it stands until the writer has seen it."""

    item_id: str
    level: str
    reason: str
    confidence: int | None
    by: str
    at: datetime
    revision: int
    """Say yours again on top of it to prefer yours."""
    in_assessment: bool = False
    """Whether it is the assessment's own mark that someone changed."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why nothing was saved: one sentence about one item."""

    item_id: str
    message: str


class Refused(Exception):  # an answer to the person
    """Something was said that does not fit; nothing was saved."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(" ".join(f"{fault.item_id}: {fault.message}" for fault in faults))
        self.faults = faults


class Ended(Exception):  # as above
    """Nothing can be said there any more; the message says why. Nothing that was said before is lost."""


def tidy(text: str) -> str:
    """As it is stored: line ends unified as browsers change them, no NUL."""
    return text.replace("\r\n", "\n").replace("\x00", "").strip()


def is_level(framework: Framework, item_id: str, level: str) -> bool:
    return (
        level in {"", Standing.NOT_APPLICABLE} or framework.scales_by_item[item_id].level(level) is not None
    )


def faults_in(
    framework: Framework, said: Iterable[Judged | Agreed], allowed: Mapping[str, object]
) -> Iterator[Fault]:
    """`allowed` holds the ids of the items that may be spoken of here."""
    for one in said:
        if one.item_id not in framework.scales_by_item:
            yield Fault(one.item_id, _("The framework has no such item."))
        elif one.item_id not in allowed:
            yield Fault(one.item_id, _("You were not asked to judge this item."))
        elif not is_level(framework, one.item_id, one.level):
            yield Fault(one.item_id, _("%(level)s is not on this item's scale.") % {"level": one.level[:64]})
        elif len(one.reason) > LONGEST:
            yield Fault(
                one.item_id,
                _("The reason has %(count)s characters; at most %(most)s fit.")
                % {"count": len(one.reason), "most": LONGEST},
            )
        elif isinstance(one, Judged) and one.confidence not in {None, *Confidence.values}:
            yield Fault(one.item_id, _("Say how sure you are by one of the choices offered."))

"""What evidence suggests for a mark. Only people set marks: nothing here writes, and nothing recorded suggests nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cairn.assessments.saying import Fault
from cairn.evidence.enums import Outcome, Strength
from cairn.frameworks.enums import Standing

if TYPE_CHECKING:
    from cairn.assessments.models import Entry
    from cairn.assessments.saying import Saying
    from cairn.evidence.shape import Judged
    from cairn.frameworks.shape import Framework, Level

SAYS = {Outcome.SUPPORTED: Standing.MET, Outcome.PARTLY: Standing.PARTLY}
AGAINST = {Outcome.NOT_SUPPORTED, Outcome.CONTRADICTED}
"""Nothing is suggested, but a mark that says “met” all the same needs a reason."""


def kept(found: Judged, today: date) -> dict[str, str]:
    """What is kept beside a mark of what the records suggested on the day it was set."""
    return {
        "outcome": found.outcome.value,
        "strength": str(found.strength.value),
        "on": today.isoformat(),
    }


def kept_unseen(evidence: Mapping[str, Judged], today: date) -> dict[str, dict[str, str]]:
    """By item, for marks that come with a document: they were not set beside what the records say here."""
    return {item: kept(found, today) | {"seen_by": "nobody"} for item, found in evidence.items()}


def unseen(suggested: Mapping[str, str]) -> bool:
    """Whether nobody has set the mark beside what the records suggested."""
    return "seen_by" in suggested


def in_words(suggested: Mapping[str, str]) -> str:
    """What was kept, as people read it; nothing where nothing was."""
    if not suggested:
        return ""
    told = _("%(outcome)s, strength %(strength)s of 3, on %(day)s") % {
        "outcome": Outcome(suggested["outcome"]).label,
        "strength": suggested["strength"],
        "day": date_format(date.fromisoformat(suggested["on"])),
    }
    if not unseen(suggested):
        return told
    return _("%(told)s (the mark came with a document; nobody compared the two)") % {"told": told}


def standing(
    framework: Framework, item_id: str, outcome: Outcome, strength: Strength | int
) -> Standing | None:
    """The standing that is suggested: none where nothing carries it, or the item's scale has no such level."""
    wanted = SAYS.get(outcome) if strength else None
    known = {level.standing for level in framework.scales_by_item[item_id].levels}
    return wanted if wanted in known else None


def level(framework: Framework, item_id: str, found: Judged) -> Level | None:
    """The level that a person can accept; none where several levels of the scale say the same, so that a person chooses."""
    wanted = standing(framework, item_id, found.outcome, found.strength)
    fitting = [one for one in framework.scales_by_item[item_id].levels if one.standing is wanted]
    return fitting[0] if len(fitting) == 1 else None


def differs(framework: Framework, item_id: str, mark: str, found: Judged) -> bool:
    """Whether a mark, by its level, says something else than the records; what is not decided never does."""
    says = framework.standing(item_id, mark)
    if says is Standing.UNKNOWN:
        return False
    wanted = standing(framework, item_id, found.outcome, found.strength)
    if wanted is not None:
        return says is not wanted
    return says is Standing.MET and found.outcome in AGAINST


def changed(framework: Framework, entry: Entry, found: Judged) -> bool:
    """Whether the mark no longer rests on what the records suggested when it was set.

    Unknown where nothing was kept; no matter where the mark is what they suggest today.
    """
    if not entry.suggested or not entry.level:
        return False
    then = Outcome(entry.suggested["outcome"])
    former = standing(framework, entry.node_id, then, int(entry.suggested["strength"]))
    now = standing(framework, entry.node_id, found.outcome, found.strength)
    says = framework.standing(entry.node_id, entry.level)
    if says is now:
        return False
    return former is not now or (then in AGAINST) is not (found.outcome in AGAINST)


def reasons_lacking(
    framework: Framework,
    stored: Mapping[str, Entry],
    sayings: Sequence[Saying],
    evidence: Mapping[str, Judged],
) -> tuple[Fault, ...]:
    """One fault for each mark that is being set, differs from what the records suggest, and has no reason yet."""
    return tuple(
        Fault(saying.node_id, "reason", wanting(framework, saying.node_id, evidence[saying.node_id]))
        for saying in _being_set(stored, sayings)
        if saying.node_id in evidence
        and differs(framework, saying.node_id, saying.level or "", evidence[saying.node_id])
        and not _reason(stored, saying)
    )


def touches_marks(stored: Mapping[str, Entry], sayings: Sequence[Saying]) -> bool:
    """Whether any mark, or the reason for one, becomes another."""
    set_anew = next(_being_set(stored, sayings), None) is not None
    return set_anew or any(
        saying.reason is not None and saying.reason.strip() != _reason(stored, replace(saying, reason=None))
        for saying in sayings
    )


def _being_set(stored: Mapping[str, Entry], sayings: Sequence[Saying]) -> Iterator[Saying]:
    for saying in sayings:
        entry = stored.get(saying.node_id)
        if saying.level is not None and saying.level != (entry.level if entry else ""):
            yield saying


def _reason(stored: Mapping[str, Entry], saying: Saying) -> str:
    if saying.reason is not None:
        return saying.reason.strip()
    entry = stored.get(saying.node_id)
    return entry.reason if entry else ""


def wanting(framework: Framework, item_id: str, found: Judged) -> str:
    """What to do about a mark that differs."""
    wanted = standing(framework, item_id, found.outcome, found.strength)
    if wanted is None:
        return _("The records do not show this. Say in a sentence why you mark it all the same.")
    fitting = level(framework, item_id, found)
    return _("The records suggest “%(level)s”. Say in a sentence why your mark differs.") % {
        "level": fitting.label if fitting else wanted.label
    }

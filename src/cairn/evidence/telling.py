"""What was found, in words and figures for a page: counts where they are few, and never a small count of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cairn.common.tables import Column
from cairn.evidence.enums import Outcome, Verdict, Weight
from cairn.evidence.models import State
from cairn.evidence.rule import Unit
from cairn.evidence.shape import Finding, Judged, Part
from cairn.frameworks.shape import Node

if TYPE_CHECKING:
    from cairn.evidence.shape import Task
    from cairn.frameworks.shape import Framework
    from cairn.practices.models import Practice

PERCENT_FROM = 10
"""Under ten, counts instead of percentages (evidence.md 4.1)."""
LOOKS = {
    Outcome.SUPPORTED: "good",
    Outcome.PARTLY: "warm",
    Outcome.NOT_SUPPORTED: "warm",
    Outcome.CONTRADICTED: "bad",
}
MEANS: dict[str, str | Promise] = {
    Outcome.SUPPORTED: gettext_lazy("The records show it."),
    Outcome.PARTLY: gettext_lazy("The records show some of it."),
    Outcome.NOT_SUPPORTED: gettext_lazy("There are records, and they do not show it."),
    Outcome.CONTRADICTED: gettext_lazy("A record speaks against it."),
    Outcome.TOO_FEW: gettext_lazy("There are records, of too few people to tell."),
    Outcome.NO_DATA: gettext_lazy("Nothing is recorded. That does not say that it is not so."),
    Outcome.HUMAN_ONLY: gettext_lazy("Records cannot show it: somebody has to say so and sign."),
}


COLUMNS = (
    Column(gettext_lazy("Item"), lambda line: line.node.id),
    Column(gettext_lazy("Wording"), lambda line: line.node.text),
    Column(gettext_lazy("What the records say"), lambda line: str(line.found.outcome.label)),
    Column(gettext_lazy("Strength, 0 to 3"), lambda line: int(line.found.strength)),
    Column(gettext_lazy("Newest record"), lambda line: line.found.newest),
    Column(gettext_lazy("Too old from"), lambda line: line.found.stale_on),
)
"""Of whatever has a `node` and what was `found` of it: how a table of evidence begins."""


@dataclass(frozen=True, slots=True)
class Way:
    """A task and the page on which it is done; no address where it is done outside Cairn."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """One item as the page shows it."""

    node: Node
    found: Judged
    means: str
    look: str
    sentence: str
    """How many of the needed parts are met; empty where only people can tell."""
    parts: list[tuple[Part, str]]
    ways: list[Way]


def lines(
    practice: Practice, framework: Framework, found: Mapping[str, Judged]
) -> list[tuple[Node, list[Line]]]:
    """By question, each item that has a rule, in the framework's order."""
    told = []
    for question in framework.questions:
        own = [line(practice, item, found[item.id]) for item in question.items if item.id in found]
        if own:
            told.append((question, own))
    return told


def line(practice: Practice, node: Node, found: Judged) -> Line:
    """One item in words; `node` is in the reader's language."""
    return Line(
        node=node,
        found=found,
        means=str(MEANS[found.outcome]),
        look=LOOKS.get(found.outcome, ""),
        sentence=_needed(found),
        parts=[(part, figures(part.found)) for part in found.parts],
        ways=[way(practice, task) for task in found.missing],
    )


def _needed(found: Judged) -> str:
    needed = [part.found.verdict is Verdict.YES for part in found.parts if part.weight is Weight.MUST]
    if not needed:
        return ""
    return ngettext(
        "%(met)s of %(number)s needed part is met.",
        "%(met)s of %(number)s needed parts are met.",
        len(needed),
    ) % {"met": sum(needed), "number": len(needed)}


def way(practice: Practice, task: Task) -> Way:
    return Way(str(task.text), reverse(task.page, args=[practice.pk, *task.more]) if task.page else "")


def figures(found: Finding) -> str:
    """ "7 of 9", "82 % of 45", "3 points"; nothing where nothing was counted."""
    if found.verdict is Verdict.NO_DATA or found.part is None:
        return ""
    if found.whole is None:
        return ngettext("%(number)s point apart", "%(number)s points apart", found.part) % {
            "number": found.part
        }
    if found.part > found.whole:
        return _("%(part)s, asked for %(whole)s") % {"part": found.part, "whole": found.whole}
    if found.whole < PERCENT_FROM:
        return _("%(part)s of %(whole)s") % {"part": found.part, "whole": found.whole}
    percent = found.part * 100 // found.whole
    return _("%(percent)s %% of %(whole)s") % {"percent": percent, "whole": found.whole}


def amount(value: float, unit: Unit) -> str:
    """A limit in words: "80 %", "30 days"."""
    if unit is Unit.SHARE:
        return _("%(percent)s %%") % {"percent": f"{value * 100:g}"}
    number = int(value)
    if unit is Unit.DAYS:
        return ngettext("%(number)s day", "%(number)s days", number) % {"number": number}
    if unit is Unit.MONTHS:
        return ngettext("%(number)s month", "%(number)s months", number) % {"number": number}
    return str(number)


@dataclass(frozen=True, slots=True)
class Stood:
    """How an item stood for some time, in words."""

    state: State
    look: str
    parts: list[tuple[str, str, str]]
    """What was asked, what was found, and in figures."""


def stood(state: State, asks: Mapping[str, str | Promise]) -> Stood:
    """Parts that the rule no longer has keep their key as a name."""
    parts = []
    for key, (verdict, part, whole) in state.said.items():
        found = Finding(Verdict(verdict), part, whole)
        parts.append((str(asks.get(key, key)), str(found.verdict.label), figures(found)))
    return Stood(state, LOOKS.get(Outcome(state.outcome), ""), parts)


def tally(found: Mapping[str, Judged]) -> list[tuple[str, int]]:
    """How many items there are of each outcome, those of none left out."""
    counted = [
        (str(outcome.label), sum(one.outcome is outcome for one in found.values())) for outcome in Outcome
    ]
    return [(label, number) for label, number in counted if number]

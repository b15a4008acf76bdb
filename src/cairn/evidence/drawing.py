"""How strong the evidence of every item is, at a glance: a wheel and a row of small cairns. The page below says the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from cairn import charts
from cairn.common.drawing.palette import PAGE, Palette
from cairn.evidence.enums import Outcome

if TYPE_CHECKING:
    from cairn.evidence.telling import Line
    from cairn.frameworks.shape import Node

STANDINGS = {
    Outcome.SUPPORTED: "met",
    Outcome.PARTLY: "partly",
    Outcome.NOT_SUPPORTED: "not_met",
    Outcome.CONTRADICTED: "not_met",
}


class Drawn(NamedTuple):
    wheel: SafeString
    strip: SafeString


def drawn(questions: Iterable[tuple[Node, Sequence[Line]]], palette: Palette = PAGE) -> Drawn:
    groups = [[_item(line) for line in lines] for _question, lines in questions]
    items = [item for group in groups for item in group]
    met = sum(item.standing == "met" for item in items)
    rtl = get_language_bidi()
    wheel = charts.wheel(
        groups,
        middle=str(met),
        under=_("of %(whole)s") % {"whole": len(items)},
        key="evidence-wheel",
        title=_("Items that the records support: %(part)s of %(whole)s") % {"part": met, "whole": len(items)},
        desc=_(
            "One wedge for each item, as long as its evidence is strong. The page says the same in words."
        ),
        palette=palette,
        rtl=rtl,
    )
    strip = charts.strip(
        groups,
        key="evidence-strip",
        title=_("How strong the evidence of each item is"),
        desc=_("Up to three stones upon one another for each item. The page says the same in words."),
        palette=palette,
        rtl=rtl,
    )
    return Drawn(wheel, strip)


def _item(line: Line) -> charts.Item:
    found = line.found
    words = f"{line.node.short or line.node.text}: {found.outcome.label}; {found.strength.label}"
    return charts.Item(STANDINGS.get(found.outcome, "unknown"), int(found.strength), words)

"""What a tally says, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.assessments.scoring import GATE_RULE
from cairn.frameworks.enums import NodeKind
from cairn.frameworks.shape import Framework, Node, PassRule
from cairn.publications.portrait import Tally


def rule_of(node: Node) -> PassRule | None:
    return GATE_RULE if node.kind is NodeKind.GATE and node.rule is None else node.rule


def asked_by(rule: PassRule | None) -> Iterator[str]:
    """Every part of a pass rule, as a sentence."""
    if rule is None:
        return
    if rule.min_share is not None:
        yield _("At least %(percent)s%% of the points are asked for.") % {
            "percent": round(rule.min_share * 100)
        }
    if rule.min_met is not None:
        yield ngettext(
            "At least %(count)s item must be met.", "At least %(count)s items must be met.", rule.min_met
        ) % {"count": rule.min_met}
    if rule.max_partly is not None:
        yield _none_or_most(rule.max_partly, _("No item may be only partly met."), partly=True)
    if rule.max_not_met is not None:
        yield _none_or_most(rule.max_not_met, _("No item may be unmet."), partly=False)


def _none_or_most(most: int, none: str, *, partly: bool) -> str:
    if most == 0:
        return none
    if partly:
        words = ngettext(
            "At most %(count)s item may be only partly met.",
            "At most %(count)s items may be only partly met.",
            most,
        )
    else:
        words = ngettext(
            "At most %(count)s item may be unmet.", "At most %(count)s items may be unmet.", most
        )
    return words % {"count": most}


def verdict(framework: Framework, tally: Tally, *, asks: bool) -> str:
    """Whether it passes, and why; nothing where no rule asks anything. `asks`: a rule stands here or below."""
    if tally.stopped_by:
        return _("Stopped: the gate “%(gate)s” before it is not passed.") % {
            "gate": _name(framework, tally.stopped_by)
        }
    if tally.vetoed_by:
        return _("Does not pass: the mark of “%(items)s” outweighs everything else.") % {
            "items": "”, “".join(_name(framework, item) for item in tally.vetoed_by)
        }
    if tally.passed is True and tally.unknown:
        return _("Passes, whatever the undecided items become.")
    if tally.passed is not None:
        return _("Passes.") if tally.passed else _("Does not pass.")
    if asks and tally.unknown:
        return ngettext(
            "Still open: %(count)s item is undecided.",
            "Still open: %(count)s items are undecided.",
            tally.unknown,
        ) % {"count": tally.unknown}
    return ""


def _name(framework: Framework, node_id: str) -> str:
    node = framework.by_id[node_id]
    return node.short or node.text


def asks(node: Node) -> bool:
    return any(rule_of(each) is not None for each in node.walk())

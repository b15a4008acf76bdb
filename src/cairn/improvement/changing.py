"""Two assessments of one practice side by side, with what was done in between.

Nothing here says that one thing caused another: it tells what followed upon what, and what did not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.assessments import facts as assessments
from cairn.common.tables import Column
from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Node
from cairn.improvement import facts
from cairn.improvement.enums import State, Turn
from cairn.improvement.models import ImprovementAction
from cairn.improvement.weak import label_of, standing_in

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment
    from cairn.assessments.outline import Outline

RANKS = {Standing.NOT_MET: 0, Standing.PARTLY: 1, Standing.MET: 2}
"""Only these can be better or worse than one another."""


@dataclass(frozen=True, slots=True)
class Mark:
    standing: Standing | None
    """None where the item was left out, or is not in that version of the framework."""
    label: str
    points: float | None
    """Part of the points that its scale can give, 0 to 1; None where nothing is counted."""


@dataclass(frozen=True, slots=True)
class Row:
    node: Node
    then: Mark
    now: Mark
    turn: Turn
    actions: tuple[ImprovementAction, ...]
    marked_at: datetime | None
    """When the mark of now was last set; None where nobody has."""

    @property
    def sentence(self) -> str:
        return {
            Turn.BETTER: _("Was “%(then)s”, now “%(now)s”."),
            Turn.WORSE: _("Was “%(then)s”, now only “%(now)s”."),
            Turn.SAME: _("Was “%(then)s”, still “%(now)s”."),
            Turn.OTHER: _("Was “%(then)s”, now “%(now)s”: these two cannot be compared."),
        }[self.turn] % self._marks

    @property
    def _marks(self) -> dict[str, str]:
        return {"then": self.then.label, "now": self.now.label}

    @property
    def told(self) -> list[tuple[ImprovementAction, str]]:
        """Each action with what can honestly be said of it and the mark."""
        return [(action, self._told(action)) for action in self.actions]

    def _told(self, action: ImprovementAction) -> str:
        state = State(action.state)
        if action.ended_at is None:
            return _("%(sentence)s This action is not done yet.") % {"sentence": self.sentence}
        said = {"sentence": self.sentence, "date": date_format(action.ended_at, "DATE_FORMAT")} | self._marks
        if state is State.DROPPED:
            return _("%(sentence)s This action was dropped on %(date)s.") % said
        if self.marked_at is None or action.ended_at > self.marked_at:
            return _("%(sentence)s This action was done on %(date)s, after the mark was set.") % said
        if self.turn is Turn.BETTER:
            return _("Was “%(then)s”, now “%(now)s”, after this action was done on %(date)s.") % said
        return _("%(sentence)s This action was done on %(date)s.") % said


@dataclass(frozen=True, slots=True)
class Comparison:
    rows: tuple[Row, ...]
    """Every item of either version, in the order of the newer one."""

    @property
    def worked_on(self) -> list[Row]:
        return [row for row in self.rows if row.actions]

    @property
    def better_without(self) -> list[Row]:
        return [row for row in self.rows if row.turn is Turn.BETTER and not row.actions]

    @property
    def worse_without(self) -> list[Row]:
        return [row for row in self.rows if row.turn is Turn.WORSE and not row.actions]

    @property
    def counts(self) -> list[tuple[str, int, int]]:
        """Per turn: its name, items with actions, items without."""
        with_, without = (
            Counter(row.turn for row in self.rows if bool(row.actions) is worked) for worked in (True, False)
        )
        return [(str(turn.label), with_[turn], without[turn]) for turn in Turn]


def compare(then: Assessment, now: Assessment) -> Comparison:
    """Items matched by id, which never changes from version to version. Five queries, whatever their number."""
    before, after = assessments.outline_of(then), assessments.outline_of(now)
    marked = _marked_at(now)
    actions: dict[str, list[ImprovementAction]] = {}
    for action in facts.actions_between(then, now):
        actions.setdefault(action.node_id, []).append(action)
    gone = [node for node in before.framework.items if node.id not in after.framework.by_id]
    rows = []
    for node in (*after.framework.items, *gone):
        was, is_ = _mark(before, node), _mark(after, node)
        worked = tuple(actions.get(node.id, ()))
        rows.append(Row(node, was, is_, turn_of(was, is_), worked, marked.get(node.id)))
    return Comparison(tuple(rows))


def _marked_at(assessment: Assessment) -> dict[str, datetime]:
    """When each item's mark was last set, by item id."""
    levels = assessments.history(assessment).filter(after__has_key="level").order_by("pk")
    return dict(levels.values_list("node_id", "at"))


def _mark(outline: Outline, node: Node) -> Mark:
    if node.id not in outline.framework.scales_by_item:
        return Mark(None, _("Not in this version"), None)
    tally = outline.score.nodes[node.id]
    standing = standing_in(tally)
    if standing is None:
        return Mark(None, _("Left out"), None)
    entry = outline.entries.get(node.id)
    label = label_of(
        outline.framework, outline.framework.by_id[node.id], entry.level if entry else "", standing
    )
    return Mark(standing, label, tally.share)


def turn_of(then: Mark, now: Mark) -> Turn:
    """By standing first; where that is the same, by the points that the scale gives."""
    if then.standing not in RANKS or now.standing not in RANKS:
        same = then.standing is now.standing and then.standing is not None
        return Turn.SAME if same else Turn.OTHER
    was, is_ = (RANKS[then.standing], then.points or 0), (RANKS[now.standing], now.points or 0)
    if then.points is None or now.points is None:
        was, is_ = (was[0], 0), (is_[0], 0)
    if was == is_:
        return Turn.SAME
    return Turn.BETTER if is_ > was else Turn.WORSE


COLUMNS = (
    Column(gettext_lazy("Item"), lambda row: row.node.id),
    Column(gettext_lazy("What the item says"), lambda row: row.node.text),
    Column(gettext_lazy("Mark then"), lambda row: row.then.label),
    Column(gettext_lazy("Mark now"), lambda row: row.now.label),
    Column(gettext_lazy("What became of it"), lambda row: str(row.turn.label)),
    Column(
        gettext_lazy("Actions"),
        lambda row: "\n".join(f"{one.what} ({one.get_state_display()})" for one in row.actions),
    ),
    Column(
        gettext_lazy("What can be said"),
        lambda row: "\n".join(words for _, words in row.told) or row.sentence,
    ),
    Column(
        gettext_lazy("Effect as seen afterwards"),
        lambda row: "\n".join(one.effect for one in row.actions if one.effect),
    ),
)
"""What changed, as a table."""

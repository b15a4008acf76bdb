"""The examples beside a rule, tried: records that are nowhere but in the file, judged as if a practice had them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

from cairn.evidence.asking import Asking, Records
from cairn.evidence.authored.building import rule_of, values_of
from cairn.evidence.judging import judged
from cairn.registers.facts import Row
from cairn.registers.kinds import all_kinds
from cairn.registers.values import typed

if TYPE_CHECKING:
    from cairn.evidence.authored.shape import AuthoredRule, Example, Pretended, RulesFile
    from cairn.evidence.shape import Judged, Trace
    from cairn.practices.models import Practice

TODAY = date(2026, 6, 30)
"""Any day would do: examples count days back from it."""
BEGAN = TODAY - timedelta(days=540)


class Pretending(Records):
    """Records of an example, in place of those of a practice that began a year and a half ago."""

    def __init__(self, example: Example) -> None:
        super().__init__(cast("Practice", SimpleNamespace(pk=0, starts_on=BEGAN)), TODAY)
        self._pretended = [_row(record) for record in example.records]

    def rows(self, kind: str) -> list[Row]:
        return [row for row in self._pretended if row.kind == kind]

    def statements(self, framework: str) -> dict[str, tuple[Trace, ...]]:
        return {}


def tried(framework: str, item: str, rule: AuthoredRule, example: Example) -> Judged:
    """What the rule says of the example's records."""
    asking = Asking(Pretending(example), framework, item, values_of(rule))
    return judged(list(rule_of(item, rule).parts(asking)), fresh_for=rule.fresh_for, today=TODAY)


def told(file: RulesFile) -> Iterator[tuple[str, bool]]:
    """One line for each example, and whether it came out as it says."""
    for item, rule in file.rules.items():
        for example in rule.examples:
            found = tried(file.framework, item, rule, example)
            strength = found.strength if example.strength is None else example.strength
            right = (found.outcome, found.strength) == (example.gives, strength)
            instead = "" if right else f", not {example.gives} {strength}"
            yield f"{item}: {example.says}: {found.outcome.value} {found.strength.value}{instead}", right


def _row(record: Pretended) -> Row:
    kind = all_kinds()[record.kind]
    day = TODAY - timedelta(days=record.days_ago)
    said = {**record.values, **({kind.happened: day} if kind.happened else {})}
    late = record.days_ago if record.entered_days_ago is None else record.entered_days_ago
    return Row(
        id=uuid4(),
        kind=kind.key,
        happened_on=day,
        due_on=None,
        closed_on=day if record.closed else None,
        entered_on=TODAY - timedelta(days=late),
        values={field.key: typed(field, _kept(said.get(field.key))) for field in kind.open_fields},
    )


def _kept(value: Any) -> Any:
    """A day as registers keep it."""
    return value.isoformat() if isinstance(value, date) else value

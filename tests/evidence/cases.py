"""Cases of rules: what is recorded, and what the rule has to suggest. `docs/rules/` is made from them."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from cairn.evidence.computing import computed
from cairn.evidence.enums import Outcome, Strength
from cairn.evidence.rule import Rule
from cairn.evidence.rules import limits_of
from cairn.frameworks.facts import shipped_framework
from cairn.registers import actions as registers
from cairn.registers.models import Record
from tests.registers.factories import a_record

TODAY = date(2026, 6, 30)


@dataclass(frozen=True)
class Case:
    """One row of the table that is a rule's specification."""

    name: str
    given: Callable[["World"], Any]
    outcome: Outcome
    strength: Strength
    stale: bool = False
    backdated: bool = False


@dataclass
class World:
    """A practice that began a year and a half ago, into which a case writes records."""

    practice: Any
    by: Any
    today: date = TODAY
    made: list[Any] = field(default_factory=list)

    def __post_init__(self):
        self.practice.starts_on = TODAY - timedelta(days=540)
        self.practice.save()

    def ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def before(self, days: int = 10) -> date:
        """So many days before the practice began."""
        return self.practice.starts_on - timedelta(days=days)

    def record(
        self,
        kind: str,
        on: date | None = None,
        *,
        day: str = "",
        late: int = 0,
        done: bool = False,
        **said: Any,
    ):
        """A record that happened (its field named by `day`) or was `done` on that day, and was entered `late` days after it."""
        when = on or self.ago(10)
        made = a_record(self.practice, self.by, kind, **({day: when} if day else {}), **said)
        if done:
            registers.close(record=made, on=when, by=self.by)
        entered = timezone.make_aware(datetime.combine(when + timedelta(days=late), time(12)))
        Record.objects.filter(pk=made.pk).update(made_at=entered)
        return made


def compare(world: World, case: Case, item: str, framework: str = "good-practice-criteria") -> None:
    case.given(world)
    found = computed(world.practice, framework, world.today, items={item})[item].judged
    assert (found.outcome, found.strength, found.stale, found.backdated) == (
        case.outcome,
        case.strength,
        case.stale,
        case.backdated,
    ), [(part.key, part.found.verdict, part.found.part, part.found.whole) for part in found.parts]


def written(file: Path, framework: str, rule: Rule, cases: list[Case]) -> None:
    """The rule as its page in the docs says it; written anew where that is asked for, else compared."""
    values = limits_of(framework)[rule.item]
    item = shipped_framework(framework).by_id[rule.item]
    rows = [
        f"| {case.name} | {case.outcome.label} | {case.strength:d} | {', '.join(_marks(case))} |"
        for case in cases
    ]
    limits = [f"| {limit.says} | {values[name]:g} | {limit.unit} |" for name, limit in rule.limits.items()]
    text = "\n".join(
        [
            f"# {rule.item}: {item.short}",
            "",
            f"{item.text}",
            "",
            f"Records count as fresh for {values['fresh_for']} days.",
            "",
            "| Limit | Value | Unit |",
            "|---|---|---|",
            *limits,
            "",
            "| What is recorded | Suggests | Strength | |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )
    kept(file, text)


def kept(file: Path, text: str) -> None:
    """A page of the docs: written anew where that is asked for, else compared."""
    if os.environ.get("CAIRN_WRITE"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    assert file.read_text() == text


def _marks(case: Case) -> list[str]:
    return ["stale"] * case.stale + ["entered late"] * case.backdated


def nothing(_world: World) -> None:
    """Nothing is recorded."""

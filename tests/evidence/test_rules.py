"""What holds of every rule: its item exists, its limits stand in the data, its tasks lead somewhere, its cases are told."""

from importlib import import_module
from pathlib import Path

import pytest

from cairn.evidence.asking import Asking, Records
from cairn.evidence.computing import computed
from cairn.evidence.enums import Outcome
from cairn.evidence.rule import Unit
from cairn.evidence.rules import LIMITS, limits_of, rules_of
from cairn.evidence.telling import way
from cairn.frameworks.facts import shipped_framework
from tests.evidence.cases import TODAY, written

FRAMEWORKS = [file.stem for file in sorted(LIMITS.glob("*.yaml"))]
RULES = [(framework, rule) for framework in FRAMEWORKS for rule in rules_of(framework).values()]
DOCS = Path(__file__).parents[2] / "docs" / "rules"
FRESH = {30, 90, 180, 365}
"""Days of the classes of freshness (evidence.md 4.1)."""


def name_of(framework, rule):
    return f"{framework}-{rule.item}"


@pytest.mark.parametrize(("framework", "rule"), RULES, ids=[name_of(*each) for each in RULES])
class TestEveryRule:
    def test_is_of_an_item_and_has_its_limits(self, framework, rule):
        assert rule.item in {item.id for item in shipped_framework(framework).items}
        values = limits_of(framework)[rule.item]
        assert set(values) == {"fresh_for", *rule.limits}
        assert values["fresh_for"] in FRESH
        assert all(0 < values[name] <= 1 for name, limit in rule.limits.items() if limit.unit is Unit.SHARE)

    @pytest.mark.django_db
    def test_says_of_nothing_recorded_that_nothing_is_and_where_to_begin(self, framework, rule, practice):
        found = computed(practice, framework, TODAY, items={rule.item})[rule.item].judged

        assert found.outcome in {Outcome.NO_DATA, Outcome.HUMAN_ONLY}
        assert found.strength == 0
        assert found.missing
        assert all(way(practice, task).text for task in found.missing)

    @pytest.mark.django_db
    def test_names_its_parts_once(self, framework, rule, practice):
        parts = list(
            rule.parts(
                Asking(Records(practice, TODAY), framework, rule.item, limits_of(framework)[rule.item])
            )
        )
        assert len({part.key for part in parts}) == len(parts)

    def test_is_told_in_the_docs_as_its_cases_say(self, framework, rule):
        """`CAIRN_WRITE=1 ./cairn test tests/evidence/test_rules.py` writes them."""
        name = rule.item.replace(".", "_").lower()
        cases = import_module(f"tests.evidence.rules.test_{name}").CASES
        assert len(cases) >= 4
        written(DOCS / f"{name}.md", framework, rule, cases)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_there_are_no_limits_for_rules_that_are_not_there(framework):
    assert set(limits_of(framework)) == set(rules_of(framework))


def test_a_framework_without_rules_has_none():
    assert not rules_of("oecd-dac")
    assert not limits_of("oecd-dac")

"""The written rules that come with Cairn: sound, of items that exist, and as their examples say."""

import pytest

from cairn.evidence import facts
from cairn.evidence.authored import shelf, trying
from cairn.evidence.enums import Outcome
from cairn.evidence.rules import in_python, limits_of, rules_of
from cairn.evidence.telling import way
from cairn.frameworks.facts import shipped_framework
from tests.evidence.authored.pages import written
from tests.evidence.cases import TODAY
from tests.evidence.test_rules import DOCS

FILES = sorted(shelf.SHIPPED.glob("*.yaml"))
IDS = [file.stem for file in FILES]


def file_of(path):
    return shelf.read(path.read_bytes(), path.name, in_python).file


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_each_is_of_an_item_of_its_framework(path):
    file = file_of(path)
    assert file.framework == path.stem
    assert set(file.rules) <= {item.id for item in shipped_framework(file.framework).items}


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_each_has_examples_and_gives_what_they_say(path):
    file = file_of(path)
    assert all(rule.examples for rule in file.rules.values() if not rule.same_as)
    assert [line for line, right in trying.told(file) if not right] == []


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_each_is_told_in_the_docs_with_its_tried_examples(path):
    """`CAIRN_WRITE=1 ./cairn test tests/evidence/authored/test_shipped.py` writes them."""
    written(DOCS / f"{path.stem}.md", file_of(path))


@pytest.mark.django_db
@pytest.mark.parametrize("framework", IDS)
def test_nothing_recorded_is_never_met_and_says_where_to_begin(framework, practice):
    found = facts.of_practice(practice, framework, TODAY)

    assert set(found) == set(rules_of(framework)) == set(limits_of(framework))
    assert {one.outcome for one in found.values()} <= {Outcome.NO_DATA, Outcome.HUMAN_ONLY}
    assert all(one.missing for one in found.values())
    assert all(way(practice, task).text for one in found.values() for task in one.missing)


@pytest.mark.django_db
def test_a_rule_that_is_the_same_as_another_asks_what_that_one_asks(practice):
    mine = facts.of_practice(practice, "ewsi-selection", TODAY)["C1.1"]
    theirs = facts.of_practice(practice, "good-practice-criteria", TODAY)["R1.1"]

    assert [part.key for part in mine.parts] == [part.key for part in theirs.parts]
    assert limits_of("ewsi-selection")["C1.1"] == limits_of("good-practice-criteria")["R1.1"]

"""Mappings: what is written in them, read from both ends, brought in once and for ever."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from cairn.frameworks import actions, facts, mapping
from cairn.frameworks.enums import Relation
from cairn.frameworks.reading import read_yaml
from tests.frameworks.written import SOUND, line_with

SCHEMA = Path(__file__).parents[2] / "docs" / "mapping.schema.json"
MAPPING = """\
format: cairn-mapping-1
id: tea-to-criteria
version: "1"
title: Tea and good practice
from: tea@1
to: good-practice-criteria@1
source: Tea drinkers
status: own
pairs:
  - {from: Q.1, relation: narrower, to: I1, note: Steam is one sign of welcome.}
  - {from: Q.2, relation: related, to: I1.1}
"""


def known(framework_id, version):
    if framework_id == "tea":
        return read_yaml(SOUND, "tea.yaml").framework
    return facts.of_shipped(framework_id, version)


def read(text):
    return mapping.read_mapping(text, "m.yaml", known)


def test_the_shipped_mappings_fit_the_published_schema():
    schema = json.loads(SCHEMA.read_text())

    for file in (facts.DATA / "mappings").glob("*.yaml"):
        Draft202012Validator(schema).validate(YAML(typ="safe", pure=True).load(file.read_text()))

    assert SCHEMA.read_text() == mapping.schema_text()
    assert len(facts.shipped_mappings()) == 9


def test_a_faulty_shipped_mapping_would_not_go_unseen(tmp_path, monkeypatch):
    (tmp_path / "mappings").mkdir()
    (tmp_path / "mappings" / "x.yaml").write_text("format: cairn-mapping-1\n")
    monkeypatch.setattr(facts, "DATA", tmp_path)

    with pytest.raises(ValueError, match=r"x.yaml:1: “id” is missing here"):
        facts.shipped_mappings.__wrapped__()


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("from: Q.1", "from: Q.9", "tea@1 has no node “Q.9”"),
        ("to: I1.1}", "to: I9}", "good-practice-criteria@1 has no node “I9”"),
        ("relation: related", "relation: alike", "“relation” cannot be “alike”"),
        ("from: tea@1", "from: tea", "“tea” cannot be a name"),
    ],
)
def test_each_fault_names_its_line(old, new, what):
    text = MAPPING.replace(old, new)

    written = read(text)

    assert not written.usable
    assert str(written.faults[0]).startswith(f"m.yaml:{line_with(text, new)}: {what}")


def test_a_pair_said_twice_is_told():
    written = read(MAPPING + "  - {from: Q.1, relation: same, to: I1}\n")

    assert "“Q.1” and “I1” are paired twice" in str(written.faults[0])


def test_a_framework_that_is_not_at_hand_is_only_advice():
    written = read(MAPPING.replace("tea@1", "coffee@1"))

    assert written.usable
    assert "coffee@1 is neither loaded nor shipped" in str(written.faults[0])


def test_what_is_not_text_or_not_yaml_is_told():
    assert "is not text" in str(mapping.read_mapping_file(b"\xff\xfe", "m.yaml", known).faults[0])
    assert not mapping.read_mapping_file(b"[", "m.yaml", known).usable


@pytest.mark.django_db
def test_pairs_are_read_from_both_ends(criteria):
    there = facts.mapped("good-practice-criteria@1", "ewsi-selection@1")
    back = facts.mapped("ewsi-selection@1", "good-practice-criteria@1")

    assert ("R1.1", Relation.BROADER, "C1.1") in {(p.start, p.relation, p.end) for p in there}
    assert ("C1.1", Relation.NARROWER, "R1.1") in {(p.start, p.relation, p.end) for p in back}
    assert [p.back for p in back] == list(there)
    assert facts.mapped("good-practice-criteria@1", "tarot@1") == ()


@pytest.mark.django_db
def test_a_version_knows_what_it_maps_to():
    tables = facts.tables_of("oecd-dac@2019")

    assert [table.end for table in tables] == [
        "cairn-sustainability@1", "core-humanitarian-standard@2024", "good-practice-criteria@1",
    ]  # fmt: skip
    assert all(table.pairs for table in tables)


@pytest.mark.django_db
def test_a_mapping_is_brought_in_once_and_its_newest_version_holds():
    one = read(MAPPING).mapping
    two = read(MAPPING.replace('version: "1"', 'version: "2"').replace("narrower", "same")).mapping

    assert str(actions.load_mapping(mapping=one)) == "tea-to-criteria@1"
    assert actions.load_mapping(mapping=one) == actions.load_mapping(mapping=one)
    assert facts.mapped("tea@1", "good-practice-criteria@1") == one.pairs
    actions.load_mapping(mapping=two)

    assert facts.mapped("tea@1", "good-practice-criteria@1") == two.pairs
    assert facts.mapping("tea-to-criteria") == two
    assert facts.mapping("tarot") is None


@pytest.mark.django_db
@pytest.mark.parametrize("other", [{"title": "Otherwise"}, {"id": "criteria-to-chs"}])
def test_a_name_that_is_taken_is_refused(other):
    one = read(MAPPING).mapping
    actions.load_mapping(mapping=one)

    with pytest.raises(actions.OtherContent, match="is taken by other content"):
        actions.load_mapping(mapping=one.model_copy(update=other))

"""Every block as an author writes it: what it says of some records and of none."""

import pytest

from cairn.evidence.authored import trying
from cairn.evidence.authored.reading import read_rules
from cairn.evidence.authored.shape import BLOCKS

MEETING = "{kind: meeting, days_ago: %d, values: {type: %s, joint: %s, migrants: %d}}"
TOLD = "{kind: meeting, days_ago: 20, values: {type: review, joint: true, data_pack: true}}"
DOCUMENT = "{kind: document, days_ago: %d, values: {type: harm, reviewed_on: %s}}"
CASES = [
    ("exists: {what: meeting, where: {type: [review, multi]}}", MEETING % (5, "multi", "true", 1), "supported"),
    ("exists: {what: meeting, where: {migrants: {at_least: 3}}}", MEETING % (5, "multi", "true", 3), "supported"),
    ("exists: {what: meeting, where: {migrants: {at_least: 3}}}", MEETING % (5, "multi", "true", 2), "no_data"),
    ("exists: {what: meeting, where: {joint: false}}", MEETING % (5, "multi", "false", 2), "supported"),
    ("exists: {what: meeting, where: {organisations: true}}", MEETING % (5, "multi", "true", 2), "no_data"),
    ("exists: {what: meeting, months: 3}", MEETING % (200, "multi", "true", 2), "no_data"),
    ("count: {what: meeting, at_least: two}", MEETING % (5, "multi", "true", 2), "partly"),
    ("share: {what: meeting, part: {joint: true}, at_least: 0.8, partly: 0.3}", MEETING % (5, "multi", "true", 2), "supported"),
    ("share: {what: meeting, part: {joint: true}, at_least: 0.8, enough: 5}", MEETING % (5, "multi", "true", 2), "too_few"),
    ("coverage: {what: meeting, field: type, needed: [multi, review], at_least: 1, partly: 0.5}", MEETING % (5, "multi", "true", 2), "partly"),
    ("cadence: {what: meeting, every: 6}", MEETING % (5, "multi", "true", 2), "partly"),
    ("cadence: {what: meeting, every: 12, gap: 13}", MEETING % (5, "multi", "true", 2), "supported"),
    ("lag: {what: document, from: adopted_on, to: reviewed_on, at_most: 30}", DOCUMENT % (20, "2026-06-20"), "supported"),
    ("lag: {what: document, from: adopted_on, to: reviewed_on, at_most: 30, at_least: 0.5}", "{kind: document, days_ago: 90, values: {type: harm}}", "not_supported"),
    ("paired_change: {what: meeting, first: migrants, last: citizens, at_least: 0.6, high: 4}", "{kind: meeting, days_ago: 9, values: {migrants: 1, citizens: 2}}", "too_few"),
    ("gap: {what: meeting, by: type, part: {joint: true}, at_most: 0.15}", MEETING % (5, "multi", "true", 2), "too_few"),
    ("reviewed: {what: document, on: reviewed_on, within: 12}", DOCUMENT % (900, "2026-06-20"), "supported"),
    ("reviewed: {what: document, within: 12}", DOCUMENT % (900, "2026-06-20"), "partly"),
    ("loop: {what: meeting, decided: {joint: true}, told: {data_pack: true}, at_least: 0.8}", TOLD, "supported"),
    ("loop: {what: meeting, decided: {joint: true}, told: {data_pack: true}, at_least: 0.8}", MEETING % (5, "multi", "true", 2), "not_supported"),
    ("dated_before: {what: meeting}", MEETING % (600, "design", "true", 2), "supported"),
    ("dated_before: {what: meeting, at_least: 1}", MEETING % (30, "design", "true", 2), "partly"),
    ("uptake: {given: {what: capacity_action}, confirmed: {what: adoption, side: outside}}", "{kind: capacity_action, days_ago: 40}", "partly"),
]  # fmt: skip


def outcomes(block, records, weight="must"):
    text = f"""format: cairn-rules-1
framework: ours
rules:
  A.1:
    limits:
      two: {{value: 2, unit: count, says: How many}}
    statement: Said
    {weight}:
      - key: one
        asks: Is it there
        {block}
        missing: {{says: Do it, open: meeting}}
    examples:
      - {{says: some, gives: supported, records: [{records}]}}
"""
    if weight == "must":
        text = text.replace("    statement: Said\n", "")
    written = read_rules(text.encode(), "ours.yaml", lambda *_: False)
    assert written.faults == ()
    rule = written.file.rules["A.1"]
    return trying.tried("ours", "A.1", rule, rule.examples[0]), written.file


@pytest.mark.parametrize(("block", "records", "outcome"), CASES)
def test_a_block_says_what_the_records_show(block, records, outcome):
    found, _file = outcomes(block, records)
    assert found.outcome == outcome


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_says_of_nothing_that_nothing_is_recorded(name):
    block = next(block for block, _records, _outcome in CASES if block.startswith(name))
    found, _file = outcomes(block, "")
    assert found.outcome == "no_data"
    assert [task.text for task in found.missing] == ["Do it"]


def test_a_veto_needs_a_record_that_speaks_against():
    some, _file = outcomes("exists: {what: incident}", "{kind: incident, days_ago: 3}", weight="veto")
    none, _file = outcomes("exists: {what: incident}", "", weight="veto")
    assert (some.outcome, none.outcome) == ("contradicted", "human_only")


def test_an_example_that_comes_out_otherwise_says_what_it_should_have_been():
    _found, file = outcomes("exists: {what: meeting}", "")
    assert list(trying.told(file)) == [("A.1: some: no_data 0, not supported 0", False)]

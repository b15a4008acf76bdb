"""Whatever is wrong in a file of rules is told with its line and what to do, and all of it at once."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from cairn.evidence.authored import shelf
from cairn.evidence.authored.reading import is_rules, read_rules
from cairn.evidence.authored.vocabulary import fields_of
from cairn.evidence.rules import in_python
from cairn.registers.kinds import all_kinds
from cairn.registers.shape import Sort

HEAD = """format: cairn-rules-1
framework: ours
rules:
  A.1:
"""


def faults_of(rule):
    written = read_rules((HEAD + rule).encode(), "ours.yaml", lambda _framework, item: item == "E2.1")
    assert written.usable == (not written.faults)
    return [str(fault) for fault in written.faults]


def a_part(block, more=""):
    return f"    must:\n      - key: one\n        asks: Is it there\n        {block}\n{more}"


def test_a_sound_file_is_usable():
    assert faults_of(a_part("exists: {what: meeting}")) == []


@pytest.mark.parametrize(
    ("rule", "line", "says"),
    [
        (a_part("exists: {what: meetings}"), 8, "There is no register “meetings”"),
        (a_part("exists: {what: meeting, where: {title: x}}"), 8, "Rules cannot ask “title” of meeting"),
        (a_part("exists: {what: meeting, where: {type: party}}"), 8, "“type” is never party"),
        (a_part("exists: {what: meeting, where: {migrants: 3}}"), 8, "“migrants” holds a number"),
        (a_part("exists: {what: meeting, where: {joint: maybe}}"), 8, "“joint” is asked by true or false"),
        (a_part("count: {what: meeting, at_least: many}"), 8, "There is no limit “many”"),
        (a_part("lag: {what: document, from: type, to: reviewed_on, at_most: 9}"), 8, "“type” cannot stand here"),
        (a_part("lag: {what: meeting, from: held_on, to: title, at_most: 9}"), 8, "“title” cannot stand here"),
        (a_part("exist: {what: meeting}"), 8, "did you mean “exists”"),
        (a_part("uptake: {given: {what: capacity_action}, confirmed: {what: adopted}}"), 8, "There is no register “adopted”"),
        (a_part("exists: {what: meeting}\n        count: {what: meeting, at_least: 2}"), 6, "this one by 2"),
        (a_part("exists: {what: meeting}", "        missing: {says: Do it, open: party}\n"), 9, "There is no register “party”"),
        (a_part("exists: {what: meeting}", "    fresh_for: 77\n"), 9, "one of 30, 90, 180, 365 days"),
        ("    fresh_for: 90\n", 4, "This rule asks for nothing"),
        ("    same_as: good-practice-criteria/E9.9\n", 5, "There is no rule “good-practice-criteria/E9.9”"),
        ("    same_as: x/E2.1\n    statement: Said\n", 4, "has no parts of its own"),
        ("    statement: Said\n    examples:\n      - {says: x, gives: partly, records: [{kind: party, days_ago: 1}]}\n", 7, "There is no register “party”"),
        ("    statement: Said\n    examples:\n      - {says: x, gives: partly, records: [{kind: meeting, days_ago: 1, values: {title: T}}]}\n", 7, "Rules cannot see “title”"),
    ],
)  # fmt: skip
def test_a_fault_names_its_line_and_what_is_wrong(rule, line, says):
    assert [fault for fault in faults_of(rule) if fault.startswith(f"ours.yaml:{line}:") and says in fault]


def test_all_faults_are_told_at_once():
    assert len(faults_of(a_part("exists: {what: meeting, where: {type: party, title: x}}"))) == 2


def test_what_is_no_text_or_no_yaml_is_refused():
    assert "not text" in str(read_rules(b"\xff\xfe\x00", "x.yaml", lambda *_: True).faults[0])
    assert read_rules(b"format: [", "x.yaml", lambda *_: True).faults


def test_a_file_says_of_itself_that_it_holds_rules():
    assert is_rules(HEAD.encode())
    assert not is_rules(b"format: cairn-framework-1\n")


def test_no_rule_can_look_at_words():
    """Free words are nobody's evidence, and sealed ones are nobody's business."""
    seen = [(kind.key, field) for kind in all_kinds().values() for field in fields_of(kind).values()]

    assert not [each for each in seen if each[1].sort in {Sort.TEXT, Sort.LONG, Sort.URL} or each[1].sealed]


def test_a_house_brings_rules_of_its_own(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    (tmp_path / "rules").mkdir()
    own = tmp_path / "rules" / "ours.yaml"
    own.write_text(HEAD + a_part("exists: {what: meeting}"))
    rules, values = shelf.rules_in("ours", in_python)
    assert (list(rules), values["A.1"]) == (["A.1"], {"fresh_for": 180})

    own.write_text(HEAD + a_part("exists: {what: party}"))
    with pytest.raises(ImproperlyConfigured, match=r"ours.yaml:8: There is no register “party”"):
        shelf.rules_in("ours", in_python)

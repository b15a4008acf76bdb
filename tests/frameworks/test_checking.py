"""Each thing that must hold beyond the shape, broken once: its line, what it says, how to mend it."""

import pytest

from cairn.frameworks import facts
from cairn.frameworks.reading import read_yaml
from tests.frameworks.written import SOUND, line_with, spoilt

FAULTS = [
    # what is written, instead of what; the mark of the line; what is told
    ("  - id: words\n", "  - id: taste\n", "  - id: taste\n", "Two scales are called “taste”"),
    ("scale: taste\n", "scale: smell\n", "scale: smell", "There is no scale “smell”"),
    ('{id: "bad"', '{id: "good"', '{id: "good"', "Two levels are called “good”"),
    ('{id: "bad"', '{id: "not_applicable"', "not_applicable", "takes a name that every scale has already"),
    ("standing: not_met", "standing: unknown", "standing: unknown", "takes a name that every scale has already"),
    ("standing: not_met, value: 0", "standing: not_met", "    levels:", "Some levels have a value"),
    ("id: Q.2", "id: Q.1", "It warms", "The id “Q.1” is used twice"),
    ("kind: group", "kind: item", "kind: question", "The kind “question” cannot stand directly in a “item”"),
    ("scale: words}", "scale: sounds}", "scale: sounds", "There is no scale “sounds”"),
    ("scale: words}", "scale: words, veto: bad}", "veto: bad", "The scale “words” has no level “bad”"),
    ("tags: [east]", "tags: [west]", "tags: [west]", "There is no tag “west”"),
    ("text: It steams", "text: It steams, word_limit: 9", "word_limit", "The kind “item” has no words to limit"),
    ("    text: Tea\n", "    text: Tea\n    rule: {}\n", "rule: {}", "The rule says nothing"),
    ("    text: Tea\n", "    text: Tea\n    rule: {min_met: 3}\n", "min_met", "3 items can never be met"),
    ("    kind: group", "    kind: gate", "- id: T", "The gate “T” has no rule"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "mark", "what"), FAULTS, ids=[fault[3] for fault in FAULTS])
def test_each_fault_is_told_with_its_line_and_its_mending(old, new, mark, what):
    text = spoilt(old, new)

    written = read_yaml(text, "tea.yaml")

    assert not written.usable
    lines = {int(fault.place.rpartition(":")[2]) for fault in written.faults if what in fault.what}
    assert line_with(text, mark) in lines
    assert all(fault.fix for fault in written.faults)


def test_empty_groups_and_mute_questions_are_faults():
    text = SOUND + (
        "  - {id: E, kind: group, text: Empty}\n"
        "  - {id: M, kind: question, text: Mute, narrative: false}\n"
        "  - {id: N, kind: question, text: Told in words, word_limit: 50}\n"
    )

    assert [fault.what for fault in read_yaml(text, "tea.yaml").faults] == [
        "“E” is empty",
        "Nothing can be answered to “M”",
    ]


def test_a_gate_with_a_rule_is_sound():
    text = SOUND + (
        "  - id: G\n    kind: gate\n    text: Gate\n    rule: {max_not_met: 0, min_met: 1}\n"
        "    children: [{id: G.1, kind: item, text: Water, veto: bad}, {id: F, kind: field, text: Name}]\n"
    )

    assert read_yaml(text, "tea.yaml").faults == ()


def test_an_unscored_scale_has_no_share_of_points():
    text = SOUND + (
        "  - id: G\n    kind: group\n    text: Unscored\n    scale: words\n    rule: {min_share: 0.5}\n"
        "    children: [{id: G.1, kind: item, text: Water}]\n"
    )

    (fault,) = read_yaml(text, "tea.yaml").faults

    assert fault.what == "No item here has points, so there is no share of them"
    assert read_yaml(text.replace("    scale: words\n", ""), "tea.yaml").usable


def test_an_unknown_scale_is_not_told_as_a_missing_share_too():
    text = spoilt("scale: taste\n", "scale: smell\nrule: {min_share: 0.5}\n")

    assert [fault.what for fault in read_yaml(text, "tea.yaml").faults] == ["There is no scale “smell”"]


def test_shared_terms_are_advice_that_keeps_nothing_from_being_used():
    written = read_yaml(spoilt("[warmth]", "[warmth, Warmth, Steam]"), "tea.yaml")

    (advice,) = written.faults
    assert written.usable
    assert "advice: “Steam” is a term of “Q.1” too" in str(advice)


def test_a_framework_without_items_is_advised_to_have_some():
    text = SOUND[: SOUND.index("nodes:")] + "nodes: [{id: Q, kind: question, text: Tell}]\n"

    written = read_yaml(text, "tea.yaml")

    assert written.usable
    assert [fault.what for fault in written.faults] == ["There is no item to mark"]


@pytest.mark.parametrize(
    "file", sorted(facts.DATA.glob("*/*/framework.yaml")), ids=lambda file: file.parts[-3]
)
def test_shipped_frameworks_have_neither_faults_nor_advice(file):
    written = read_yaml(file.read_text(encoding="utf-8"), file.name)

    assert [str(fault) for fault in written.faults] == []
    assert (written.framework.id, written.framework.version) == file.parts[-3:-1]

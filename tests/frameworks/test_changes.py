import pytest

from cairn.frameworks.reading import read_any, read_yaml
from tests.frameworks.upgraded import FIRST, SECOND
from tests.frameworks.written import line_with

OLD = read_yaml(FIRST, "tea.yaml").framework
SPLIT = "{kind: split, from: [Q.3], to: [Q.3a, Q.3b], note: Leaves and smoke are two things.}"


def former(framework_id, version):
    return OLD if (framework_id, version) == ("tea", "1") else None


def told(text):
    return [str(fault) for fault in read_yaml(text, "tea.yaml", former).faults]


def test_a_sound_block_is_sound():
    assert told(SECOND) == []
    assert read_any(SECOND.encode(), "tea.yaml", former).framework.changes.former == "1"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("from: [Q.6], note", "from: [Q.9], note", "tea@1 has no node “Q.9”"),
        ("to: [Q.45]", "to: [Q.99]", "There is no node “Q.99” here"),
        ("{kind: merged, from: [Q.4, Q.5]", "{kind: merged, from: [Q.4]", "This does not fit “merged”"),
        (
            "{kind: retired, from: [Q.6]",
            "{kind: retired, from: [Q.6, Q.4]",
            "What became of “Q.4” is said twice",
        ),
    ],
)
def test_each_fault_names_its_line(old, new, what):
    text = SECOND.replace(old, new)

    faults = told(text)

    assert any(fault.startswith(f"tea.yaml:{line_with(text, new)}: {what} — ") for fault in faults)


def test_an_item_that_is_gone_must_be_accounted_for():
    faults = told(SECOND.replace("    - {kind: retired, from: [Q.6], note: Prices change.}\n", ""))

    line = line_with(SECOND, "changes:")
    assert len(faults) == 1
    assert faults[0].startswith(f"tea.yaml:{line}: Nothing is said of the item “Q.6” of tea@1, which is gone")
    assert faults[0].endswith("`{kind: retired, from: [Q.6]}`")


def test_a_former_version_that_is_not_at_hand_is_only_advice():
    written = read_yaml(SECOND, "tea.yaml")

    assert written.usable
    assert "tea@1 is not at hand" in str(written.faults[0])


def test_a_version_cannot_follow_itself():
    assert "A version cannot follow itself" in told(SECOND.replace('  from: "1"', '  from: "2"'))[0]


def test_an_unknown_word_in_an_entry_is_told_with_the_known_ones():
    assert "did you mean “from”?" in told(SECOND.replace(SPLIT, SPLIT.replace("from:", "fron:")))[0]

import pytest

from cairn.frameworks import facts
from cairn.frameworks.enums import NodeKind, Standing


def test_the_good_practice_criteria_are_whole():
    framework = facts.shipped_framework("good-practice-criteria", "1")

    assert len(framework.of_kind(NodeKind.GROUP)) == 4
    assert len(framework.questions) == 10
    assert len(framework.items) == 33
    assert framework.ref == "good-practice-criteria@1"


def test_an_unknown_framework_is_told_with_those_there_are():
    with pytest.raises(
        facts.NoSuchFramework, match=r"No framework tarot .* There are: .*good-practice-criteria@1"
    ):
        facts.shipped_framework("tarot")

    with pytest.raises(facts.NoSuchFramework, match="No framework good-practice-criteria@0 "):
        facts.shipped_framework("good-practice-criteria", "0")


def test_items_know_their_path_and_scale():
    framework = facts.shipped_framework("good-practice-criteria")

    assert [node.id for node in framework.path("I1.2")] == ["I", "I1", "I1.2"]
    assert framework.scales_by_item["I1.2"].top == 1
    assert framework.standing("I1.2", "partly") is Standing.PARTLY
    assert framework.standing("I1.2", "") is Standing.UNKNOWN
    assert framework.standing("I1.2", "not_applicable") is Standing.NOT_APPLICABLE
    assert framework.by_id["I1.2"].html_id == "I1-2"

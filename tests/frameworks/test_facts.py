import pytest

from cairn.frameworks import facts
from cairn.frameworks.enums import NodeKind, Standing
from cairn.frameworks.models import FrameworkVersion


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


def test_a_faulty_shipped_framework_would_not_go_unseen(tmp_path, monkeypatch):
    folder = tmp_path / "broken" / "1"
    folder.mkdir(parents=True)
    (folder / "framework.yaml").write_text("format: cairn-framework-1\n")
    monkeypatch.setattr(facts, "DATA", tmp_path)

    with pytest.raises(ValueError, match=r"broken/1/framework.yaml:1: “id” is missing here"):
        facts.shipped.__wrapped__()


@pytest.mark.django_db
def test_a_loaded_version_is_named_or_the_newest(criteria):
    assert facts.loaded_version("good-practice-criteria") == criteria
    assert facts.loaded_version("good-practice-criteria", "1") == criteria
    for framework_id, version in (("tarot", None), ("good-practice-criteria", "0"), ("a\0b", None)):
        with pytest.raises(FrameworkVersion.DoesNotExist, match="No framework of this name is loaded"):
            facts.loaded_version(framework_id, version)

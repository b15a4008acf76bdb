import pytest

from cairn.frameworks.enums import Fate, NodeKind, Treatment
from cairn.frameworks.reading import read_yaml
from cairn.frameworks.upgrading import plan
from tests.frameworks.upgraded import FIRST, SECOND


def read(text):
    written = read_yaml(text, "tea.yaml")
    assert written.framework, written.faults
    return written.framework


@pytest.fixture
def first():
    return read(FIRST)


@pytest.fixture
def second():
    return read(SECOND)


def step_to(found, node_id):
    return next(step for step in found.steps if node_id in {node.id for node in (*step.now, *step.was)})


@pytest.mark.parametrize(
    ("node_id", "fate", "treatment"),
    [
        ("Q.1", Fate.KEPT, Treatment.CARRIED),
        ("Q.2", Fate.REWORDED, Treatment.PROPOSED),
        ("Q.3a", Fate.SPLIT, Treatment.PROPOSED),
        ("Q.45", Fate.MERGED, Treatment.PROPOSED_IF_AGREED),
        ("Q.6", Fate.RETIRED, Treatment.STAYS),
        ("Q.7", Fate.NEW, Treatment.UNDECIDED),
        ("Q", Fate.KEPT, Treatment.CARRIED),
    ],
)
def test_every_node_has_its_fate(first, second, node_id, fate, treatment):
    step = step_to(plan(first, second), node_id)

    assert (step.fate, step.treatment) == (fate, treatment)
    assert step.needs_look is (treatment in {Treatment.PROPOSED, Treatment.PROPOSED_IF_AGREED})


def test_what_the_author_says_is_told_apart_from_what_is_found(first, second):
    found = plan(first, second)

    assert step_to(found, "Q.3a").said
    assert step_to(found, "Q.3a").note == "Leaves and smoke are two things."
    assert not step_to(found, "Q.2").said


def test_counts_and_dropped_items_are_of_items_only(first, second):
    found = plan(first, second)

    assert found.counts == {
        Fate.KEPT: 1, Fate.REWORDED: 1, Fate.SPLIT: 1, Fate.MERGED: 1, Fate.NEW: 1, Fate.RETIRED: 1,
    }  # fmt: skip
    assert [node.id for node in found.dropped] == ["Q.6"]


def test_without_changes_gone_is_retired_and_fresh_is_new(first, second):
    found = plan(first, second.model_copy(update={"changes": None}))

    assert [node.id for node in found.dropped] == ["Q.3", "Q.4", "Q.5", "Q.6"]
    assert step_to(found, "Q.45").fate is Fate.NEW


def test_the_steps_cover_both_versions_once(first, second):
    steps = plan(first, second).steps

    assert sorted(node.id for step in steps for node in step.was) == sorted(node.id for node in first.walk())
    assert sorted(node.id for step in steps for node in step.now) == sorted(node.id for node in second.walk())


def test_an_author_may_call_a_mended_wording_kept(first):
    mended = read(
        FIRST.replace('version: "1"', 'version: "2"').replace("It warms", "It warms.")
        + 'changes:\n  from: "1"\n  entries:\n    - {kind: kept, from: [Q.2], to: [Q.2], note: A full stop.}\n'
    )

    assert step_to(plan(first, mended), "Q.2").treatment is Treatment.CARRIED


def test_a_kept_item_on_another_scale_is_proposed_only(first):
    other = read(
        FIRST.replace('version: "1"', 'version: "2"').replace(
            "{id: Q.2, kind: item, text: It warms}", "{id: Q.2, kind: item, text: It warms, scale: words}"
        )
    )

    found = plan(first, other)
    step = step_to(found, "Q.2")

    assert (step.fate, step.scale_changed, step.treatment) == (Fate.KEPT, True, Treatment.PROPOSED)
    assert found.landing(step, ["good"], "Q.2") == ""
    assert step_to(found, "Q.1").scale_changed is False


def test_a_level_that_now_means_something_else_lands_nowhere(first):
    other = read(
        FIRST.replace('version: "1"', 'version: "2"').replace(
            "label: Good, standing: met, value: 1", "label: Good, standing: partly, value: 1"
        )
    )
    found = plan(first, other)

    assert found.landing(step_to(found, "Q.1"), ["good"], "Q.1") == ""
    assert found.landing(step_to(found, "Q.1"), ["bad"], "Q.1") == "bad"


def test_parts_propose_a_mark_only_where_they_agree(first, second):
    found = plan(first, second)
    merged = step_to(found, "Q.45")

    assert found.landing(merged, ["good", "good"], "Q.45") == "good"
    assert found.landing(merged, ["good", "bad"], "Q.45") == ""
    assert found.landing(merged, ["", ""], "Q.45") == ""
    assert found.landing(merged, ["not_applicable"] * 2, "Q.45") == "not_applicable"


def test_an_answer_in_words_goes_along_unless_its_question_was_cut_or_put_together(first):
    reworded = read(FIRST.replace('version: "1"', 'version: "2"').replace("Is it hot?", "Is it warm?"))
    cut = read(
        FIRST.replace('version: "1"', 'version: "2"').replace(
            "      - id: W\n        kind: question\n        text: What does it taste of?\n",
            "      - {id: W1, kind: question, text: Is it sweet?}\n      - {id: W2, kind: question, text: Is it bitter?}\n",
        )
        + 'changes:\n  from: "1"\n  entries:\n    - {kind: split, from: [W], to: [W1, W2]}\n'
    )

    assert step_to(plan(first, reworded), "Q").treatment is Treatment.CARRIED
    assert step_to(plan(first, cut), "W1").treatment is Treatment.UNDECIDED
    assert step_to(plan(first, cut), "W1").kind is NodeKind.QUESTION


def test_an_id_that_changed_its_kind_is_a_new_node(first):
    other = read(
        FIRST.replace('version: "1"', 'version: "2"').replace(
            "{id: Q.6, kind: item, text: It is cheap}", "{id: Q.6, kind: field, text: It is cheap}"
        )
    )

    fates = [
        step.fate for step in plan(first, other).steps if "Q.6" in {n.id for n in (*step.was, *step.now)}
    ]

    assert fates == [Fate.NEW, Fate.RETIRED]

"""How marks become tallies: tables a coordinator can read, then properties for every framework."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.assessments.scoring import Marks, score
from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Applies, Level, PassRule, Scale
from tests.assessments.factories import CHECKLIST, a_framework, gate, group, item, question

UNSCORED = Scale(
    id="unscored", label="Shown", levels=(Level(id="seen", label="Seen", standing=Standing.MET),)
)
STEPS = Scale(
    id="steps",
    label="0 to 4",
    levels=tuple(
        Level(id=str(n), label=str(n), standing=standing, value=n)
        for n, standing in enumerate(
            [Standing.NOT_MET, Standing.PARTLY, Standing.PARTLY, Standing.MET, Standing.MET]
        )
    ),
)
FOUR = ("i1", "i2", "i3", "i4")


def scored(*nodes, rule=None, left_out=(), tags=None, scale="checklist", **levels):
    framework = a_framework(*nodes, rule=rule, scales=(CHECKLIST, STEPS, UNSCORED), scale=scale)
    return score(framework, Marks(levels=levels, left_out=frozenset(left_out), tags=tags or {}))


def four(rule=None, **more):
    return group("G", *(item(node_id) for node_id in FOUR), rule=rule, **more)


def marked(words: str) -> dict[str, str]:
    """ "met ? partly" → levels of i1, i2, i3."""
    return {node_id: "" if word == "?" else word for node_id, word in zip(FOUR, words.split(), strict=False)}


def test_every_item_is_counted_once():
    overall = scored(four(), **marked("met partly not-met not_applicable")).overall

    assert (overall.met, overall.partly, overall.not_met, overall.not_applicable) == (1, 1, 1, 1)
    assert overall.judged == 3


@pytest.mark.parametrize(
    ("marks", "share"),
    [
        ("? ? ? ?", None),
        ("met ? ? ?", 1),
        ("met not-met ? ?", 0.5),
        ("met partly not-met not_applicable", 0.5),
        ("not_applicable not_applicable not_applicable not_applicable", None),
    ],
)
def test_the_share_is_of_what_is_decided_and_applies(marks, share):
    assert scored(four(), **marked(marks)).overall.share == share


def test_scales_of_different_range_weigh_the_same():
    share = scored(group("G", item("i1", scale="steps"), item("i2")), i1="4", i2="not-met").overall.share

    assert share == 0.5


def test_a_scale_without_values_gives_no_share():
    result = scored(four(PassRule(min_share=0.5)), scale="unscored", i1="seen").overall

    assert (result.share, result.passed, result.met) == (None, None, 1)


def test_weights_of_items_and_of_groups_count():
    nodes = (group("G", item("i1", weight=3), item("i2")), group("H", item("i3"), weight=4))

    result = scored(*nodes, i1="met", i2="not-met", i3="not-met")

    assert result.nodes["G"].share == 0.75
    assert result.overall.share == 3 / 8


def test_what_is_left_out_counts_for_nothing_else():
    result = scored(four(), group("H", item("h1")), left_out=["G"], **marked("met"), h1="not-met")

    assert (result.overall.left_out, result.overall.met, result.overall.share) == (4, 0, 0)
    assert result.nodes["G"].left_out == 4


@pytest.mark.parametrize(("women", "expected"), [(True, (1, 0)), (False, (0, 1))])
def test_a_node_may_apply_to_some_practices_only(women, expected):
    for_women = Applies(axis="target-groups", any_of=("women",))
    tags = {"target-groups": {"women"} if women else {"men"}}

    overall = scored(question("Q", item("i1"), applies=for_women), tags=tags, i1="met").overall

    assert (overall.met, overall.not_applicable) == expected


@pytest.mark.parametrize(
    ("rule", "marks", "passed"),
    [
        (PassRule(min_met=2), "met met ? ?", True),
        (PassRule(min_met=2), "met ? ? ?", None),
        (PassRule(min_met=2), "met not-met not-met not-met", False),
        (PassRule(max_not_met=1), "met met met ?", True),
        (PassRule(max_not_met=1), "met not-met met ?", None),
        (PassRule(max_not_met=1), "not-met not-met ? ?", False),
        (PassRule(max_partly=0), "partly ? ? ?", False),
        (PassRule(max_partly=0), "met met met not-met", True),
        (PassRule(min_share=0.5), "met met ? ?", True),
        (PassRule(min_share=0.5), "met not-met ? ?", None),
        (PassRule(min_share=0.5), "not-met not-met not-met ?", False),
        (PassRule(min_share=0.5), "? ? ? ?", None),
        (PassRule(min_share=0.5), "not_applicable not_applicable not_applicable not_applicable", None),
        (PassRule(min_share=0.5, max_not_met=0), "met met met not-met", False),
        (PassRule(), "met met met met", None),
        (None, "met met met met", None),
    ],
)
def test_a_rule_is_answered_only_when_no_later_mark_can_change_it(rule, marks, passed):
    assert scored(four(rule), **marked(marks)).nodes["G"].passed is passed


def test_a_rule_of_the_framework_stands_over_all():
    assert scored(four(), rule=PassRule(min_met=1), i1="met").overall.passed is True


@pytest.mark.parametrize(
    ("first", "second", "passed"),
    [("met", "met", True), ("met", "", None), ("not-met", "", False), ("not-met", "met", False)],
)
def test_the_whole_passes_when_every_part_with_a_rule_does(first, second, passed):
    rule = PassRule(max_not_met=0)
    nodes = (group("G", item("i1"), rule=rule), group("H", item("i2"), rule=rule), group("I", item("i3")))

    assert scored(*nodes, i1=first, i2=second).overall.passed is passed


def test_a_part_that_was_left_out_is_not_asked():
    rule = PassRule(max_not_met=0)
    nodes = (group("G", item("i1"), rule=rule), group("H", item("i2"), rule=rule))

    result = scored(*nodes, left_out=["G"], i1="not-met", i2="met")

    assert result.nodes["G"].passed is None
    assert result.overall.passed is True


@pytest.mark.parametrize(
    ("marks", "passed", "vetoed_by"),
    [
        ("not-met met met met", False, ("i1",)),
        ("? met met met", None, ()),
        ("met met met ?", True, ()),
    ],
)
def test_a_veto_fails_the_group_whatever_else_is_met(marks, passed, vetoed_by):
    nodes = group(
        "G", item("i1", veto="not-met"), *(item(node_id) for node_id in FOUR[1:]), rule=PassRule(min_met=1)
    )

    result = scored(nodes, **marked(marks))

    assert (result.nodes["G"].passed, result.nodes["G"].vetoed_by) == (passed, vetoed_by)
    assert result.overall.vetoed_by == vetoed_by


def test_a_veto_on_a_group_holds_for_its_items():
    result = scored(four(veto="0"), scale="steps", i1="4", i2="0")

    assert result.nodes["G"].vetoed_by == ("i2",)
    assert result.overall.passed is False


@pytest.mark.parametrize(
    ("mark", "stopped_by", "passed"), [("not-met", "E", False), ("met", "", None), ("", "", None)]
)
def test_a_failed_gate_stops_what_comes_after(mark, stopped_by, passed):
    result = scored(gate("E", item("e1")), four(PassRule(min_met=4)), e1=mark, i1="met")

    assert result.nodes["G"].stopped_by == stopped_by
    assert result.nodes["i1"].stopped_by == stopped_by
    assert result.nodes["E"].stopped_by == ""
    assert result.overall.passed is passed


def test_the_first_gate_that_fails_is_named():
    result = scored(gate("E", item("e1")), gate("F", item("f1")), four(), e1="not-met", f1="not-met")

    assert result.nodes["G"].stopped_by == "E"


def test_a_gate_may_have_a_rule_of_its_own():
    result = scored(gate("E", item("e1"), item("e2"), rule=PassRule(min_met=1)), e1="met", e2="not-met")

    assert result.nodes["E"].passed is True


levels = st.sampled_from(["", "met", "partly", "not-met", "not_applicable"])
decided = st.sampled_from(["met", "partly", "not-met", "not_applicable"])
rules = st.builds(
    PassRule,
    min_share=st.none() | st.sampled_from([0.0, 0.25, 0.5, 0.6, 0.75, 1.0]),
    min_met=st.none() | st.integers(0, 4),
    max_partly=st.none() | st.integers(0, 4),
    max_not_met=st.none() | st.integers(0, 4),
)
weights = st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0]), min_size=4, max_size=4)


@settings(max_examples=40, deadline=None)
@given(marks=st.tuples(levels, levels, levels, decided), rule=rules, weights=weights)
def test_an_answer_holds_whatever_the_undecided_become(marks, rule, weights):
    node = group("G", *(item(node_id, weight=w) for node_id, w in zip(FOUR, weights, strict=True)), rule=rule)
    undecided = [node_id for node_id, level in zip(FOUR, marks, strict=True) if not level]
    answer = scored(node, **dict(zip(FOUR, marks, strict=True))).nodes["G"].passed

    ends = {
        scored(node, **dict(zip(FOUR, marks, strict=True)) | dict(zip(undecided, ending, strict=True)))
        .nodes["G"]
        .passed
        for ending in product(["met", "partly", "not-met", "not_applicable"], repeat=len(undecided))
    }

    if answer is True:
        assert False not in ends
    elif answer is False:
        assert True not in ends
    elif undecided and None not in ends:
        assert ends == {True, False}


@settings(max_examples=40, deadline=None)
@given(
    marks=st.lists(levels, min_size=1, max_size=12),
    left_out=st.sets(st.sampled_from(["Q0", "Q1", "Q2", "A"])),
)
def test_no_item_is_lost_or_counted_twice(marks, left_out):
    ids = [f"n{n}" for n in range(len(marks))]
    nodes = [
        group("A", *(question(f"Q{q}", *(item(node_id) for node_id in ids[q::3])) for q in range(2))),
        group("B", question("Q2", *(item(node_id) for node_id in ids[2::3]))),
    ]

    result = scored(*nodes, left_out=left_out, **dict(zip(ids, marks, strict=True)))

    overall = result.overall
    assert overall.judged + overall.not_applicable + overall.unknown + overall.left_out == len(marks)
    assert overall.share is None or 0 <= overall.share <= 1
    assert overall.met == sum(result.nodes[node.id].met for node in nodes)


@settings(max_examples=40, deadline=None)
@given(marks=st.lists(st.sampled_from(["0", "1", "2", "3", "4"]), min_size=2, max_size=4))
def test_a_better_mark_never_lowers_the_share(marks):
    before = scored(four(), scale="steps", **dict(zip(FOUR, marks, strict=False))).overall.share
    better = [str(min(4, int(marks[0]) + 1)), *marks[1:]]

    after = scored(four(), scale="steps", **dict(zip(FOUR, better, strict=False))).overall.share

    assert after >= before

"""By what rules one judgement proposes another."""

import pytest

from cairn.frameworks.enums import Relation
from cairn.frameworks.mapping import Pair
from cairn.frameworks.shape import Changes
from cairn.frameworks.upgrading import plan
from cairn.renewals.deriving import seen_in, upgraded
from tests.assessments.factories import CHECKLIST, a_framework, group, item, question

OWN = a_framework(group("A", question("A1", item("a"), item("b"))))
OTHER = a_framework(group("X", question("X1", item("x"), item("y"))), id="pebbles")
TWO_TOPS = CHECKLIST.model_copy(
    update={"levels": (*CHECKLIST.levels, CHECKLIST.levels[0].model_copy(update={"id": "more"}))}
)


def pair(start, relation, end):
    return Pair.model_validate({"from": start, "relation": relation, "to": end})


def mark_of(levels, *pairs, other=OTHER):
    """The mark derived for x; None where none follows."""
    view = next(one for one in seen_in(OWN, other, levels, pairs) if one.node.id == "x")
    return view.derived and view.derived.level


@pytest.mark.parametrize(
    ("relation", "level", "follows"),
    [
        ("same", "met", "met"),
        ("same", "partly", "partly"),
        ("same", "not-met", "not-met"),
        ("same", "not_applicable", "not_applicable"),
        ("same", "", None),
        ("broader", "met", "met"),
        ("broader", "partly", None),
        ("broader", "not-met", None),
        ("narrower", "met", None),
        ("related", "met", None),
    ],
)
def test_what_follows_from_one_mark(relation, level, follows):
    assert mark_of({"a": level}, pair("a", relation, "x")) == follows


def test_what_differs_proposes_nothing():
    pairs = (pair("a", "same", "x"), pair("b", "same", "x"))

    assert mark_of({"a": "met", "b": "met"}, *pairs) == "met"
    assert mark_of({"a": "met", "b": "partly"}, *pairs) is None


def test_a_standing_that_two_levels_say_proposes_nothing():
    other = a_framework(*OTHER.nodes, id="pebbles", scales=(TWO_TOPS,))

    assert mark_of({"a": "met"}, pair("a", "same", "x"), other=other) is None


def test_questions_are_shown_and_propose_nothing():
    (question_view,) = seen_in(OWN, OTHER, {}, (pair("A1", "same", "X1"), pair("gone", "same", "y")))

    assert question_view.derived is None
    assert question_view.sources[0].relation is Relation.SAME
    assert mark_of({}, pair("A1", "same", "x")) is None


def test_an_item_split_into_an_item_and_a_question_proposes_for_the_item_only():
    said = {"from": "1", "entries": [{"kind": "split", "from": ["a"], "to": ["a1", "A2"]}]}
    later = a_framework(
        group("A", question("A1", item("a1"), item("b")), question("A2", item("n"))),
        version="2",
        changes=Changes.model_validate(said),
    )

    assert [one.node.id for one in upgraded(plan(OWN, later), {"a": "met"})] == ["a1"]

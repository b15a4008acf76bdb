"""Items are matched by their ids; what differs, and what one of them never asked, is plain to see."""

import pytest

from cairn.assessments.facts import portrait_of, visible_to
from cairn.comparison.beside import ABSENT, compare, only_differences
from cairn.publications.portrait import LEFT_OUT
from tests.assessments.factories import a_framework, an_assessment, item, say
from tests.comparison.factories import another_framework, judged, the_next_version

pytestmark = pytest.mark.django_db


def marks(comparison):
    return {item.id: [mark.standing for mark in item.marks] for item in comparison.items}


def test_items_share_a_row_by_their_id(organisation, coordinator):
    one = judged(organisation, coordinator, "One", A1_1="met", A1_2="partly")
    two = judged(organisation, coordinator, "Two", A1_1="not-met", A1_2="partly")

    comparison = compare([portrait_of(one), portrait_of(two)])

    assert marks(comparison) == {
        "A1.1": ["met", "not_met"],
        "A1.2": ["partly", "partly"],
        "A2.1": ["unknown", "unknown"],
        "A2.2": ["unknown", "unknown"],
        "B1.1": ["unknown", "unknown"],
    }
    assert [item.id for item in comparison.items if item.differs] == ["A1.1"]
    assert [criterion.text for criterion in comparison.criteria] == ["Criterion A", "Criterion B"]


def test_only_what_differs_stays_with_what_stands_above_it(organisation, coordinator):
    one = judged(organisation, coordinator, "One", A2_1="met")
    two = judged(organisation, coordinator, "Two")

    comparison = only_differences(compare([portrait_of(one), portrait_of(two)]))

    assert [question.id for criterion in comparison.criteria for question in criterion.questions] == ["A2"]
    assert marks(comparison) == {"A2.1": ["met", "unknown"]}


def test_narratives_and_notes_stand_side_by_side(organisation, coordinator):
    one, two = judged(organisation, coordinator, "One"), judged(organisation, coordinator, "Two")
    say(one, coordinator, "A1", narrative="We bake.")
    say(two, coordinator, "A1.1", level="met", note="Seen twice.")
    say(two, coordinator, "B1.f", narrative="Three words here.")

    comparison = compare([portrait_of(one), portrait_of(two)])

    questions = {
        question.id: question for criterion in comparison.criteria for question in criterion.questions
    }
    assert questions["A1"].narratives == ("We bake.", "")
    assert questions["B1.f"].narratives == ("", "Three words here.")
    assert [mark.note for mark in questions["A1"].items[0].marks] == ["", "Seen twice."]


def test_what_was_left_out_is_neither_met_nor_unknown(organisation, coordinator):
    one = judged(organisation, coordinator, "One", A1_1="met")
    two = judged(organisation, coordinator, "Two", A1_1="met")
    say(two, coordinator, "A1", left_out=True, left_out_reason="Not asked.")

    comparison = compare([portrait_of(one), portrait_of(two)])

    assert marks(comparison)["A1.1"] == ["met", LEFT_OUT]
    assert comparison.items[0].marks[1].label == "Left out"


def test_versions_of_a_framework_meet_where_ids_do(organisation, coordinator):
    old = judged(organisation, coordinator, "Old", A1_1="met", A1_2="met", A2_1="met")
    new = judged(organisation, coordinator, "New", the_next_version(), A1_1="met", A1_9="partly", C1_1="met")

    comparison = compare([portrait_of(old), portrait_of(new)])

    rows = {item.id: item for item in comparison.items}
    assert marks(comparison)["A1.2"] == ["met", ABSENT]
    assert marks(comparison)["A1.9"] == [ABSENT, "partly"]
    assert rows["A2.1"].marks[1].wording == "Stone A2.1 lies very well."
    assert rows["A1.1"].marks[1].wording == ""
    assert [
        (criterion.id, [node is None for node in criterion.nodes]) for criterion in comparison.criteria
    ] == [
        ("A", [False, False]),
        ("B", [False, True]),
        ("C", [True, False]),
    ]
    assert comparison.criteria[0].html_id == "A"


def test_items_that_say_the_same_share_a_row_across_frameworks(organisation, coordinator):
    stones = judged(organisation, coordinator, "Stones", A1_1="met")
    bridges = judged(organisation, coordinator, "Bridges", another_framework(), C1_1="met")

    comparison = compare([portrait_of(stones), portrait_of(bridges)], {"bridges/C1.1": "stones/A1.1"})

    assert marks(comparison)["A1.1"] == ["met", "met"]
    assert "C1.1" not in marks(comparison)
    row = comparison.items[0]
    assert (row.marks[0].reference, row.marks[1].reference) == ("", "C1.1")
    assert not row.differs


def test_an_item_may_stand_by_itself(organisation, coordinator):
    alone = an_assessment(organisation, coordinator, a_framework(item("Z")))
    say(alone, coordinator, "Z", level="met")

    comparison = compare([portrait_of(visible_to(coordinator).get())] * 2)

    assert marks(comparison) == {"Z": ["met", "met"]}

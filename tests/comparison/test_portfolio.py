"""Many practices at once: unknown is not a no, and a percentage needs ten."""

import pytest

from cairn.assessments.facts import portrait_of
from cairn.comparison.portfolio import Judged, Rate, Reading, portfolio
from cairn.frameworks.shape import Applies
from cairn.publications.portrait import standings_of
from tests.assessments.factories import a_framework, an_assessment, group, item, mark, question, say


def row(title, **marks):
    return Judged(
        title, "House", f"/{title}/", {name.replace("_", "."): said for name, said in marks.items()}
    )


def test_practices_stand_by_share_and_items_by_criterion():
    board = portfolio(
        a_framework(),
        [
            row("Undecided"),
            row("Half", A1_1="met", A1_2="not_met"),
            row("Whole", A1_1="met", A2_1="not_applicable", B1_1="left_out"),
        ],
    )

    assert [(line.judged.title, line.rate) for line in board.lines] == [
        ("Whole", Rate(1, 1)),
        ("Half", Rate(1, 2)),
        ("Undecided", Rate(0, 0)),
    ]
    assert [(column.id, column.criterion, column.rate) for column in board.columns] == [
        ("A1.1", "Criterion A", Rate(2, 2)),
        ("A1.2", "Criterion A", Rate(0, 1)),
        ("A2.1", "Criterion A", Rate(0, 0)),
        ("A2.2", "Criterion A", Rate(0, 0)),
        ("B1.1", "Criterion B", Rate(0, 0)),
    ]


def test_without_practices_there_are_columns_all_the_same():
    board = portfolio(a_framework(), [])

    assert [column.rate for column in board.columns] == [Rate(0, 0)] * 5


@pytest.mark.parametrize(
    ("rate", "percent"), [(Rate(9, 9), ""), (Rate(0, 10), "0%"), (Rate(199, 200), "99%"), (Rate(0, 0), "")]
)
def test_a_percentage_is_said_from_ten_on(rate, percent):
    assert rate.percent == percent


@pytest.mark.django_db
def test_stored_marks_read_as_their_portrait_says(organisation, coordinator):
    """The short way and the long way to an item's standing must never differ."""
    framework = a_framework(
        group("A", question("A1", item("A1.1"), item("A1.2")), question("A2", item("A2.1"))),
        group("B", item("B.1"), applies=Applies(axis="target-groups", any_of=("men",))),
        group("C", item("C.1"), item("C.2", applies=Applies(axis="target-groups", any_of=("women",)))),
    )
    assessment = an_assessment(organisation, coordinator, framework)
    mark(assessment, coordinator, A1_1="met", A2_1="met", B_1="met", C_1="not_applicable", C_2="partly")
    say(assessment, coordinator, "A2", left_out=True, left_out_reason="Not asked.")
    said = [(entry.node_id, entry.level, entry.left_out) for entry in assessment.entries.all()]

    marks = Reading(framework).marks(assessment.practice, said)

    assert marks == standings_of(portrait_of(assessment))
    assert set(marks.values()) == {"met", "unknown", "left_out", "not_applicable", "partly"}

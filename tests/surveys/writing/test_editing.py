import pytest
from django.core.exceptions import ValidationError

from cairn.surveys.writing import editing
from tests.surveys.sheets import SHEETS


def names(sheets):
    return [row.get("name", "-") for row in sheets["survey"]]


def test_the_lines_say_where_each_question_stands():
    lines = editing.lines_of(SHEETS)

    assert [(line.name, line.depth, line.first, line.last) for line in lines] == [
        ("today", 0, True, False),
        ("more", 0, False, False),
        ("words", 1, True, False),
        ("age", 1, False, True),
        ("thanks", 0, False, True),
    ]
    assert (lines[0].type, lines[0].list_name, lines[0].label) == ("select_one", "faces", "How was it?")
    assert [line.how for line in lines[:4]] == [
        "one of several answers",
        "questions that belong together",
        "a text",
        "a whole number",
    ]
    assert [line.is_group for line in lines] == [False, True, False, False, False]
    assert [line.required for line in lines] == [False] * 5


def test_a_question_moves_among_those_beside_it_and_a_group_moves_whole():
    assert names(editing.moved(SHEETS, "today", up=False)) == ["more", "words", "age", "-", "today", "thanks"]
    assert names(editing.moved(SHEETS, "thanks", up=True)) == ["today", "thanks", "more", "words", "age", "-"]
    assert names(editing.moved(SHEETS, "age", up=True)) == ["today", "more", "age", "words", "-", "thanks"]
    assert editing.moved(SHEETS, "words", up=True) == SHEETS
    assert editing.moved(SHEETS, "thanks", up=False) == SHEETS
    with pytest.raises(ValidationError, match="no question “gone”"):
        editing.moved(SHEETS, "gone", up=True)


def test_a_group_that_nobody_closed_goes_to_the_end():
    open_ended = {"survey": [{"type": "begin group", "name": "more"}, {"type": "text", "name": "words"}]}

    assert [line.name for line in editing.lines_of(open_ended)] == ["more"]


def test_a_question_goes_with_its_choices_unless_another_asks_for_it():
    with pytest.raises(ValidationError, match="“today” is asked for by “words”"):
        editing.without(SHEETS, "today")

    alone = editing.without(SHEETS, "more")
    assert names(alone) == ["today", "thanks"]
    assert len(alone["choices"]) == 3
    less = editing.without(alone, "today")
    assert names(less) == ["thanks"]
    assert less["choices"] == []
    with pytest.raises(ValidationError, match="the only question"):
        editing.without(less, "thanks")


def test_questions_of_the_simple_kinds_are_added_at_the_end():
    more = editing.with_question(
        SHEETS, "one", "Would you come again?", required=True, choices=["Yes", "No", "No"]
    )

    *_former, row = more["survey"]
    assert row == {
        "name": "would_you_come_again",
        "type": "select_one would_you_come_again",
        "required": "yes",
        "label::English (en)": "Would you come again?",
    }
    assert [choice["name"] for choice in more["choices"][3:]] == ["yes", "no", "no_2"]

    more = editing.with_question(more, "text", "كيف؟", required=False, choices=[])
    more = editing.with_question(more, "note", "كيف؟", required=True, choices=[])
    more = editing.with_question(more, "many", "More", required=False, choices=["a", "b"])
    assert [(row["name"], row["type"], row.get("required")) for row in more["survey"][-3:]] == [
        ("question", "text", None),
        ("question_2", "note", None),
        ("more_2", "select_multiple more_2", None),
    ]
    with pytest.raises(ValidationError, match="at least two answers"):
        editing.with_question(SHEETS, "many", "Which?", required=False, choices=["One"])


def test_answers_are_added_and_taken_away():
    more = editing.with_choice(SHEETS, "faces", "So so")
    assert more["choices"][-1] == {"list_name": "faces", "name": "so_so", "label::English (en)": "So so"}

    assert len(editing.without_choice(more, "faces", "so_so")["choices"]) == 3
    with pytest.raises(ValidationError, match="“words” depends on this answer"):
        editing.without_choice(SHEETS, "faces", "bad")
    two = editing.without_choice(SHEETS, "faces", "fair")
    with pytest.raises(ValidationError, match="Two answers have to stay"):
        editing.without_choice(two, "faces", "good")


def test_an_answer_is_asked_for_or_not():
    asked = editing.with_required(SHEETS, "today", required=True)
    assert asked["survey"][0]["required"] == "yes"

    assert editing.with_required(asked, "today", required=True) == asked
    assert editing.with_required(asked, "today", required=False) == SHEETS

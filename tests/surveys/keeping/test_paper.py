import pytest

from cairn.surveys import facts
from cairn.surveys.keeping import paper
from cairn.surveys.templatetags import tongues
from cairn.surveys.writing import shipped, wording
from tests.surveys.factories import a_survey, choices_of
from tests.surveys.keeping.conftest import page


def words(said):
    return [each.words for each in said]


def test_questions_are_numbered_with_boxes_to_tick_or_write_into():
    items = paper.items_of(
        a_survey(
            {"type": "note", "name": "hello", "label": "Hello"},
            {"type": "select_one faces", "name": "today", "label": "How?", "hint": "Think."},
            {"type": "select_multiple faces", "name": "many", "label": "Which?"},
            {"type": "range", "name": "safe", "label": "Safe?", "parameters": "start=1 end=3 step=1"},
            {"type": "date", "name": "day", "label": "When?"},
            {"type": "text", "name": "words", "label": "What?"},
            choices=choices_of("faces", "good", "bad"),
        ),
        ["fr"],
    )

    assert [item.number for item in items] == [None, 1, 2, 3, 4, 5]
    _note, one, many, scale, day, text = items
    assert words(one.said) == ["How?"]
    assert words(one.hint) == ["Think."]
    assert words(one.how) == ["Cochez une case."]
    assert words(many.how) == ["Cochez tout ce qui convient."]
    assert [words(choice.said) for choice in one.choices] == [["Good"], ["Bad"]]
    assert scale.marks == ["1", "2", "3"]
    assert (day.boxes, text.boxes) == (paper.BOXES["date"], "")


@pytest.mark.parametrize(
    ("relevant", "only"),
    [
        ("", []),
        ("${today} = 'bad'", ["Only if you ticked “Bad” at question 1."]),
        (
            "${today} = 'bad' or selected(${today}, 'good')",
            ["Only if you ticked “Good / Bad” at question 1."],
        ),
        ("selected(${today}, 'bad')", ["Only if you ticked “Bad” at question 1."]),
        ("${today} = 'bad' or ${age} > 3", ["Only if it fits what you answered before."]),
        ("${today} = 'bad' or ${age} = '3'", ["Only if it fits what you answered before."]),
    ],
)
def test_paper_says_in_words_when_a_question_is_passed_over(relevant, only):
    survey = a_survey(
        {"type": "select_one faces", "name": "today", "label": "How?"},
        {"type": "integer", "name": "age", "label": "Age"},
        {"type": "begin group", "name": "more", "label": "More", "relevant": relevant},
        {"type": "text", "name": "why", "label": "Why?"},
        {"type": "end group"},
        choices=choices_of("faces", "good", "bad"),
    )

    group = next(item for item in paper.items_of(survey, ["und"]) if item.kind == "group")

    assert words(group.only) == only


@pytest.mark.django_db
def test_a_form_is_printed_in_two_languages_with_the_code_of_an_opening(signed_in, version, at):
    address = at("form_paper", 1)
    both = page(signed_in.get(address + "?language=ar&beside=en&code=K7WQ2M9X"))

    assert "Do not write your name." in both
    assert "لا تكتبي اسمك." in both
    assert "K7WQ2M9X" in both
    alone = page(signed_in.get(address + "?beside=en&code=<b>"))
    assert alone.count("Do not write your name.") == 1
    assert "<b>" not in alone


def test_paper_speaks_the_languages_of_the_shipped_forms():
    tags = {tag for each in shipped.all_shipped() for tag in wording.languages_of(each.sheets)}

    assert {len(said) for said in paper._words().values()} == {len(tags)}


def test_languages_are_called_by_name_and_written_their_way():
    assert (tongues.tongue("ar"), tongues.own_name("ar"), tongues.direction("ar")) == (
        "Arabic",
        "العربية",
        "rtl",
    )
    assert (tongues.tongue("und"), tongues.own_name("und")) == ("Language not named",) * 2
    assert tongues.direction("fr") == "ltr"


@pytest.mark.django_db
def test_a_text_has_a_name_for_people(version):
    assert facts.title_in(version, "ar") == "كيف كان؟"

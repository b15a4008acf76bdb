"""Pages of a form, drawn without scripts."""

import pytest
from django.template.loader import render_to_string

from cairn.surveys.showing import Asked, Heading, asked, page_after, pages
from tests.surveys.factories import FACES, HOW, WHY, a_survey, choices_of

TEXT = {"type": "text", "name": "q", "label": "Words"}


def drawn(survey, language="und", said=None, faults=None, **more):
    return render_to_string(
        "surveys/parts/questions.html", {"parts": asked(survey, language, said, faults, **more)}
    )


def names(parts):
    return [part.name for part in parts if isinstance(part, Asked)]


def test_only_what_is_asked_now_is_shown():
    survey = a_survey(HOW, WHY, choices=FACES)

    assert names(asked(survey, "en")) == ["today"]
    assert names(asked(survey, "en", {"today": ["bad"]})) == ["today", "why"]
    assert names(asked(survey, "en", only=["why"])) == ["why"]


def test_groups_are_headings_where_something_is_asked_in_them():
    group = {"type": "begin group", "name": "more", "label": "More"}
    rows = [
        group,
        WHY,
        {**group, "name": "inner", "label": "Inner"},
        TEXT,
        {"type": "end group"},
        {"type": "end group"},
    ]
    survey = a_survey(
        HOW,
        *rows,
        {"type": "begin group", "name": "plain"},
        {**TEXT, "name": "z"},
        {"type": "end group"},
        choices=FACES,
    )

    shown = asked(survey, "en", {"today": ["bad"]})

    assert [(part.words.text, part.level) for part in shown if isinstance(part, Heading)] == [
        ("More", 2),
        ("Inner", 3),
    ]
    assert names(shown) == ["today", "why", "q", "z"]
    assert [
        part.words.text for part in asked(survey, "en", only=["today"]) if isinstance(part, Heading)
    ] == []


@pytest.mark.parametrize(
    ("row", "has"),
    [
        (TEXT, ['type="text"', 'dir="auto"', 'autocomplete="off"', '<label for="q-q">']),
        (
            {**TEXT, "appearance": "multiline"},
            ["<textarea", 'autocomplete="off"', "said before</textarea>"],
        ),
        ({**TEXT, "type": "integer"}, ['inputmode="numeric"', 'dir="ltr"']),
        ({**TEXT, "type": "decimal"}, ['inputmode="decimal"', 'value="said before"']),
        ({**TEXT, "type": "date"}, ['type="date"']),
        ({**TEXT, "type": "note"}, ["<p><bdi>Words</bdi>"]),
        (
            {**TEXT, "type": "range", "parameters": "start=0 end=1 step=0.5"},
            ['type="radio"', 'value="0.5"', "<legend>"],
        ),
        ({**TEXT, "type": "select_multiple faces"}, ['type="checkbox"', 'value="good"', 'id="q-q-0"']),
        ({**TEXT, "type": "select_one faces"}, ['type="radio"']),
    ],
)
def test_each_kind_of_question_is_plain_html(row, has):
    page = " ".join(drawn(a_survey(row, choices=FACES), said={"q": ["said before"]}).split())

    for words in has:
        assert words in page
    assert "<script" not in page


def test_faces_stand_beside_their_words_and_what_was_chosen_stays():
    survey = a_survey({**HOW, "appearance": "likert"}, choices=choices_of("faces", "very_good", "unheard_of"))
    page = drawn(survey, said={"today": ["very_good"]})

    assert page.count("<svg") == 1
    assert page.count("checked") == 1
    assert "Very_Good" in page


def test_a_range_keeps_its_mark():
    (question,) = asked(a_survey({**TEXT, "type": "range"}), "und", {"q": ["3"]})

    assert [option.value for option in question.options if option.chosen] == ["3"]


def test_a_choice_can_be_taken_back_where_words_for_it_are_given():
    survey = a_survey({**TEXT, "type": "select_one faces"}, HOW, choices=FACES)

    optional, required = asked(survey, "und", skip="I do not want to say")

    assert [option.value for option in optional.options] == ["good", "bad", ""]
    assert optional.options[-1].chosen
    assert [option.value for option in required.options] == ["good", "bad"]
    assert required.required


def test_what_is_wrong_is_said_at_the_question():
    page = drawn(a_survey({**TEXT, "hint": "Few words"}), said={"q": ["<b>"]}, faults={"q": "Too long"})

    assert 'aria-describedby="q-q-hint q-q-fault"' in page
    assert 'aria-invalid="true"' in page
    assert "&lt;b&gt;" in page


def test_words_in_another_language_than_the_page_are_marked():
    survey = a_survey(
        {"type": "text", "name": "q", "label::Arabic (ar)": "كلمات", "hint::English (en)": "Words"}
    )

    page = drawn(survey, "en")

    assert '<span dir="rtl" lang="ar">كلمات</span>' in page
    assert "<bdi>Words</bdi>" in page
    assert 'lang="ar"' not in drawn(survey, "ar")


def test_words_of_no_named_language_are_marked_by_their_direction_only():
    (question,) = asked(a_survey(TEXT), "ar")

    assert question.words == ("Words", "", "ltr")
    assert question.hint == ("", "", "")


def test_pictures_and_recordings_are_shown_where_there_is_an_address():
    survey = a_survey({**TEXT, "image": "a.png", "audio": "a.mp3"}, {**HOW, "image": "gone.png"},
                      choices=[{**FACES[0], "image": "a.png", "audio": "a.mp3"}])  # fmt: skip
    page = drawn(survey, media={"a.png": "/m/a.png", "a.mp3": "/m/a.mp3"})

    assert page.count('src="/m/a.png"') == 2
    assert page.count('src="/m/a.mp3"') == 2
    assert "gone" not in page


def test_notes_share_the_page_of_the_next_question():
    note = {"type": "note", "name": "hello", "label": "Hello"}
    survey = a_survey(note, HOW, WHY, {**note, "name": "thanks"}, choices=FACES)

    assert pages(survey, {}) == (("hello", "today", "thanks"),)
    assert pages(survey, {"today": ["bad"]}) == (("hello", "today"), ("why", "thanks"))
    assert pages(a_survey(note), {}) == (("hello",),)


def test_the_next_page_is_the_next_question_that_is_asked():
    survey = a_survey(HOW, WHY, TEXT, choices=FACES)

    assert page_after(survey, {}, "") == ("today",)
    assert page_after(survey, {"today": ["good"]}, "today") == ("q",)
    assert page_after(survey, {"today": ["bad"]}, "today") == ("why",)
    assert page_after(survey, {"today": ["bad"]}, "q") == ()
    assert page_after(survey, {}, "unknown") == ()


def test_a_short_form_takes_few_bytes():
    survey = a_survey(
        {**HOW, "appearance": "likert"},
        *[{**HOW, "name": f"h{number}", "appearance": "likert"} for number in range(3)],
        {**TEXT, "appearance": "multiline"},
        choices=choices_of("faces", "very_good", "good", "so_so", "bad", "very_bad"),
    )

    assert len(drawn(survey).encode()) < 6 * 1024

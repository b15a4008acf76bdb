"""What a page sends is checked on the server: skips, limits and filters."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.surveys.answering import answered, usual_words
from tests.surveys.factories import FACES, HOW, WHY, a_survey, choices_of

TEXT = {"type": "text", "name": "q", "label": "Words"}


def said(survey, /, language="und", **values):
    return answered(
        survey,
        {name: [value] if isinstance(value, str) else value for name, value in values.items()},
        language,
    )


def test_only_questions_that_are_asked_have_answers():
    survey = a_survey(HOW, WHY, choices=FACES)

    assert said(survey, today="good", why="left from before").answers == {"today": "good"}
    assert said(survey, today="good", why="left from before").shown == ("today",)
    assert said(survey, today="bad", why="cold").answers == {"today": "bad", "why": "cold"}


def test_a_question_that_must_be_answered_says_so():
    survey = a_survey(HOW, WHY, choices=FACES)

    assert said(survey).faults == {"today": usual_words()["required"]}
    assert said(survey).answers == {}


def test_whether_an_answer_is_required_can_depend_on_another():
    survey = a_survey(HOW | {"required": ""}, {**TEXT, "required": "${today} = 'bad'"}, choices=FACES)

    assert said(survey, today="good").faults == {}
    assert list(said(survey, today="bad").faults) == ["q"]


@pytest.mark.parametrize(
    ("kind", "sent", "kept"),
    [
        ("text", "  two\r\nlines\0 ", "two\nlines"),
        ("integer", "7", 7),
        ("integer", "٧", 7),
        ("integer", "-3", -3),
        ("decimal", "7", "7"),
        ("decimal", "7,50", "7.50"),
        ("decimal", "٧٫٥", "7.5"),
        ("date", "2026-05-31", "2026-05-31"),
        ("range", "3", 3),
        ("range", "3.0", 3),
        ("select_one faces", "good", "good"),
        ("select_multiple faces", ["bad", "good", "good"], ["good", "bad"]),
    ],
)
def test_answers_are_kept_in_their_kind(kind, sent, kept):
    assert said(a_survey({**TEXT, "type": kind}, choices=FACES), q=sent).answers == {"q": kept}


def test_a_range_of_fractions_is_kept_as_text():
    survey = a_survey({**TEXT, "type": "range", "parameters": "start=0 end=1 step=0.5"})

    assert said(survey, q="0.50").answers == {"q": "0.5"}


@pytest.mark.parametrize(
    ("kind", "sent", "fault"),
    [
        ("text", "x" * 5001, "long"),
        ("integer", "7.5", "integer"),
        ("integer", "9" * 16, "integer"),
        ("decimal", "much", "decimal"),
        ("decimal", "1" * 31, "decimal"),
        ("decimal", "NaN", "decimal"),
        ("date", "31.5.2026", "date"),
        ("date", "2026-02-30", "date"),
        ("range", "11", "choice"),
        ("range", "x", "choice"),
        ("select_one faces", "so-so", "choice"),
        ("select_multiple faces", ["good", "so-so"], "choice"),
    ],
)
def test_what_does_not_fit_its_kind_is_said(kind, sent, fault):
    result = said(a_survey({**TEXT, "type": kind}, choices=FACES), q=sent)

    assert result.faults == {"q": usual_words()[fault]}
    assert result.answers == {}


def test_notes_have_no_answers():
    result = said(a_survey({**TEXT, "type": "note", "required": "yes"}), q="x")

    assert (result.answers, result.faults, result.shown) == ({}, {}, ("q",))


def test_a_limit_is_said_in_the_persons_language_as_far_as_the_form_has_it():
    survey = a_survey(
        {
            **TEXT, "type": "integer", "constraint": ". < 120 and . != ${other}",
            "constraint_message::English (en)": "Too old", "constraint_message::French (fr)": "Trop",
        },
        {**TEXT, "type": "integer", "name": "other"},
        settings=[{"default_language": "English (en)"}],
    )  # fmt: skip

    assert said(survey, "fr", q="150").faults == {"q": "Trop"}
    assert said(survey, "ti", q="150").faults == {"q": "Too old"}
    assert said(survey, q="7", other="7").faults == {"q": "Too old"}
    assert said(survey, q="7", other="8").faults == {}


def test_a_limit_without_words_has_usual_ones_or_those_given():
    survey = a_survey({**TEXT, "type": "integer", "constraint": ". < 120"})

    assert said(survey, q="150").faults == {"q": usual_words()["constraint"]}
    assert answered(survey, {"q": ["150"]}, "ti", {"constraint": "ኣይፋል"}).faults == {"q": "ኣይፋል"}


def test_usual_words_come_in_the_persons_language():
    survey = a_survey(
        {**TEXT, "required": "yes", "label::French (fr)": "Mots"}, settings=[{"default_language": "en"}]
    )

    assert said(survey, "fr").faults.keys() == {"q"}
    assert said(survey, "../..").faults == {"q": "Please answer this question."}


def test_a_choice_that_the_filter_leaves_out_is_refused():
    places = [*choices_of("places", "here", face="good"), *choices_of("places", "there", face="bad")]
    survey = a_survey(
        HOW,
        {
            "type": "select_multiple places",
            "name": "where",
            "label": "Where?",
            "choice_filter": "face = ${today}",
        },
        choices=[*FACES, *places],
    )

    assert said(survey, today="good", where=["here"]).faults == {}
    assert list(said(survey, today="good", where=["here", "there"]).faults) == ["where"]


def test_a_group_that_is_skipped_takes_all_within_along_and_what_hangs_on_it():
    survey = a_survey(
        HOW,
        {"type": "begin group", "name": "more", "relevant": "${today} = 'bad'"},
        {**TEXT, "name": "why"},
        {"type": "end group"},
        {**TEXT, "name": "then", "relevant": "${why} != ''"},
        choices=FACES,
    )

    assert said(survey, today="bad", why="cold", then="stove").shown == ("today", "why", "then")
    assert said(survey, today="good", why="cold", then="stove").shown == ("today",)


def test_a_question_that_hides_itself_breaks_nothing():
    survey = a_survey({**TEXT, "relevant": ". = ''"})

    assert said(survey, q="x").faults == {}


@cache
def everything():
    return a_survey(
        HOW,
        WHY,
        {
            **TEXT,
            "name": "number",
            "type": "integer",
            "constraint": ". mod 2 = 0 and pow(., 99) > 1 or regex(., '[a-z]*.*x')",
        },
        {**TEXT, "name": "amount", "type": "decimal", "relevant": "${number} div 0 > 1 or not(${today} = 3)"},
        {**TEXT, "name": "day", "type": "date", "constraint": ". <= today() and date(${number}) != ."},
        {
            **TEXT,
            "name": "many",
            "type": "select_multiple faces",
            "choice_filter": "selected(${many2}, name)",
        },
        {
            **TEXT,
            "name": "many2",
            "type": "select_multiple faces",
            "relevant": "selected-at(${why}, ${number}) != 'x'",
        },
        {**TEXT, "name": "scale", "type": "range", "required": "round(${amount}, ${number}) > int(${why})"},
        choices=FACES,
    )


NAMES = st.sampled_from(
    [*(["today", "why", "number", "amount", "day", "many", "many2", "scale"] * 3), "unknown", "meta"]
)
SENT = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(["good", "bad", "7", "-1", "1e999", "2026-01-01", "٣", "\ud800"]),
    ),
    max_size=3,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(NAMES, SENT, max_size=8), st.text(max_size=5))
def test_whatever_is_sent_never_breaks_it(sent, language):
    survey = everything()

    result = answered(survey, sent, language)

    assert not result.answers.keys() & result.faults.keys()
    assert result.answers.keys() | result.faults.keys() <= set(result.shown)

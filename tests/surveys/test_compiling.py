"""Rows become what people are asked, or every fault is named with its place."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.surveys.compiling import Refused, compiled
from cairn.surveys.enums import Kind
from cairn.surveys.reading import survey_of_xform
from cairn.surveys.shape import Group
from tests.surveys.factories import FACES, HOW, WHY, a_survey, choices_of, faults_of, sheets_of, words_of

TEXT = {"type": "text", "name": "words", "label": "Words"}


def test_a_form_is_compiled_under_the_key_and_version_given():
    made = compiled(
        sheets_of(
            HOW, WHY, choices=FACES, settings=[{"form_id": "other", "version": "99", "form_title": "Hello"}]
        ),
        key="feedback",
        number=3,
    )

    assert (made.survey.key, made.survey.version, made.title) == ("feedback", "3", "Hello")
    assert made.languages == ("und",)
    assert [question.name for question in made.survey.questions()] == ["today", "why"]


def test_without_a_title_the_key_stands_for_it():
    assert a_survey(TEXT).title == "feedback"


def test_what_was_understood_compiles_to_the_same_again():
    rows = [
        {"type": "Select One from faces", "name": "today", "caption": "How?"},
        {"type": "note", "caption": "Thanks"},
    ]
    first = compiled(
        sheets_of(*rows, choices=[{"list name": "faces", "value": "a", "label": "A"}]), key="k", number=1
    )

    assert compiled(first.sheets, key="k", number=1) == first


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (TEXT, Kind.TEXT),
        ({**TEXT, "type": "string"}, Kind.TEXT),
        ({**TEXT, "type": "note"}, Kind.NOTE),
        ({**TEXT, "type": "int"}, Kind.INTEGER),
        ({**TEXT, "type": "decimal"}, Kind.DECIMAL),
        ({**TEXT, "type": "date"}, Kind.DATE),
        ({**TEXT, "type": "select one faces"}, Kind.ONE),
        ({**TEXT, "type": "select_multiple faces"}, Kind.MANY),
        ({**TEXT, "type": "select all that apply from faces"}, Kind.MANY),
        ({**TEXT, "type": "range"}, Kind.SCALE),
    ],
)
def test_the_kinds_of_question(row, kind):
    (question,) = a_survey(row, choices=FACES).questions()

    assert question.kind is kind


@pytest.mark.parametrize(
    ("parameters", "scale"),
    [
        ("", (1, 10, 1)),
        ("start=1 end=5 step=1", (1, 5, 1)),
        ("start = 0; end = 1; step = .5", (0, 1, Decimal("0.5"))),
        ("end=3", (1, 3, 1)),
        ("start=-2 end=2", (-2, 2, 1)),
    ],
)
def test_a_range_has_its_steps(parameters, scale):
    (question,) = a_survey(
        {**TEXT, "type": "range"} | ({"parameters": parameters} if parameters else {})
    ).questions()

    assert question.scale == scale


def test_logic_is_resolved_to_paths():
    survey = a_survey(
        HOW,
        {
            "type": "begin group",
            "name": "more",
            "label": "More",
            "relevant": "${today} = 'bad'",
            "appearance": "field-list",
        },
        {
            **WHY,
            "constraint": "string-length(.) < 9",
            "constraint_message": "Shorter",
            "hint": "Say it",
            "relevant": "",
        },
        {
            "type": "select_multiple places",
            "name": "where",
            "label": "Where?",
            "choice_filter": "face = ${today}",
        },
        {"type": "end group"},
        choices=[
            *FACES,
            *choices_of("places", "here", face="good"),
            *choices_of("places", "there", face="bad"),
        ],
    )
    today, why, where = survey.questions()
    group = survey.parts[1]

    assert isinstance(group, Group)
    assert group.relevant == "/data/today  = 'bad'"
    assert group.label == {"und": "More"}
    assert (today.required, why.path, why.constraint) == ("true()", "/data/more/why", "string-length(.) < 9")
    assert (why.complaint, why.hint) == ({"und": "Shorter"}, {"und": "Say it"})
    assert where.choice_filter == "face =  /data/today"
    assert [choice.extra for choice in where.choices] == [{"face": "good"}, {"face": "bad"}]


def test_languages_are_known_by_their_tag_in_brackets_or_their_name():
    survey = a_survey(
        {
            "type": "select_one faces",
            "name": "today",
            "label::English": "How?",
            "label:العربية (ar)": "كيف؟",
            "hint::العربية (ar)": "قل",
            "media::audio::العربية (ar)": "how.mp3",
            "image::English": "face.png",
            "appearance": "likert",
        },
        choices=[
            {
                "list_name": "faces",
                "name": "good",
                "label::العربية (ar)": "جيد",
                "media::image::English": "g.png",
            }
        ],
        settings=[{"default_language": "العربية (ar)"}],
    )
    (question,) = survey.questions()

    assert survey.languages == ("ar", "en")
    assert question.label == {"en": "How?", "ar": "كيف؟"}
    assert question.hint == {"ar": "قل"}
    assert (question.audio, question.image) == ({"ar": "how.mp3"}, {"en": "face.png"})
    assert question.choices[0].label == {"ar": "جيد"}
    assert question.choices[0].image == {"en": "g.png"}
    assert question.appearance == "likert"


def test_columns_without_a_language_are_in_the_default_one():
    survey = a_survey({**TEXT, "label::French (fr)": "Mots"}, settings=[{"default_language": "English (en)"}])

    assert survey.languages == ("en", "fr")
    assert next(survey.questions()).label == {"en": "Words", "fr": "Mots"}


def test_columns_without_a_language_beside_others_are_of_none_that_is_named():
    survey = a_survey({**TEXT, "label::French (fr)": "Mots"}, settings=[{"default_language": "default"}])

    assert set(survey.languages) == {"und", "fr"}


def test_all_faults_are_said_at_once():
    faults = faults_of(
        {"type": "audit", "name": "audit", "label": "x"},
        {},
        {"type": "begin repeat", "name": "again"},
        {**TEXT, "name": "two.parts", "calculation": "1"},
        {"name": "typeless", "label": "x"},
        {"type": "integer", "name": "unlabelled"},
        choices=[{"name": "a b"}, *FACES, *FACES],
        entities=[{"list_name": "people"}],
    )

    assert faults == [
        ("entities", None, ""),
        ("survey", 1, "calculation"),
        ("choices", 2, "list_name"),
        ("choices", 2, "name"),
        ("choices", 2, "label"),
        ("choices", 5, "name"),
        ("choices", 6, "name"),
        ("survey", 2, "type"),
        ("survey", 4, "type"),
        ("survey", 5, "name"),
        ("survey", 6, "type"),
        ("survey", 7, "label"),
    ]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({**TEXT, "name": "meta"}, "name"),
        ({**TEXT, "name": "_token"}, "name"),
        ({**TEXT, "appearance": "signature"}, "appearance"),
        ({**TEXT, "parameters": "rows=3"}, "parameters"),
        ({**TEXT, "type": "range", "parameters": "start=1 end=500"}, "parameters"),
        ({**TEXT, "type": "range", "parameters": "start=1..2 end=5"}, "parameters"),
        ({**TEXT, "type": "range", "parameters": "start=5 end=1"}, "parameters"),
        ({**TEXT, "type": "range", "parameters": "start=1 end=5 step=0"}, "parameters"),
        ({**TEXT, "type": "range", "parameters": "start=1 end=5 step=3"}, "parameters"),
        ({**TEXT, "type": "range", "parameters": "start=1 end=5 random=1"}, "parameters"),
        ({**TEXT, "label": "Hello ${words}"}, "label"),
        ({**TEXT, "hint": "x" * 2001}, "hint"),
        ({**TEXT, "type": "select_one nowhere"}, "type"),
        ({**TEXT, "type": "select_one faces or_other"}, "type"),
        ({**TEXT, "type": "select_one_from_file towns.csv"}, "type"),
        ({**TEXT, "relevant": "${nobody} = 1"}, "relevant"),
        ({**TEXT, "relevant": "nobody = 1"}, "relevant"),
        ({**TEXT, "required": "pulldata('x')"}, "required"),
        ({**TEXT, "constraint": ". >"}, "constraint"),
        ({**TEXT, "constraint": "regex(., '(a+)+')"}, "constraint"),
        ({**TEXT, "choice_filter": "true()"}, "choice_filter"),
        ({"type": "end group"}, "type"),
        ({"type": "begin group", "name": "open"}, "type"),
    ],
)
def test_a_fault_names_row_and_column(row, column):
    assert faults_of({**TEXT, "name": "first"}, row, choices=FACES) == [("survey", 3, column)]


def test_a_column_is_named_as_it_was_written():
    assert faults_of({"type": "text", "name": "a", "Label : English": "${a}"}) == [
        ("survey", 2, "Label : English")
    ]


def test_a_language_nobody_knows_is_asked_for_its_tag():
    row = {"type": "text", "name": "a", "label::Klingon": "x", "label": "y"}

    assert faults_of(row, settings=[{"default_language": "Klingon"}]) == [
        ("settings", 2, "default_language"),
        ("survey", 1, "label::Klingon"),
    ]
    assert "English (en)" in words_of(row)


def test_two_columns_for_the_same_are_refused():
    row = {"type": "text", "name": "a", "label::English": "x", "label::English (en)": "y"}

    assert faults_of(row) == [("survey", 1, "label::English (en)")]


def test_further_columns_of_choices_need_plain_names():
    assert faults_of(HOW, choices=[{**FACES[0], "how many?": "3"}]) == [("choices", 1, "how many?")]
    assert faults_of(HOW, choices=[{**FACES[0], "media::video": "v.mp4"}]) == [("choices", 1, "media::video")]


def test_two_rows_of_one_name_are_both_shown():
    assert faults_of(TEXT, TEXT) == [("survey", 2, "name"), ("survey", 3, "name")]


def test_notes_of_authors_are_left_out():
    assert faults_of({**TEXT, "comments": "ask Amal"}, notes=[{"anything": "at all"}]) == []


def test_a_form_without_questions_or_without_end_is_refused():
    assert faults_of() == [("survey", None, "")]
    assert faults_of(*[{**TEXT, "name": f"q{number}"} for number in range(501)]) == [("survey", None, "")]


def test_questions_may_not_wait_for_each_other():
    circle = [
        {**TEXT, "name": "a", "relevant": "${b} = '1'"},
        {**TEXT, "name": "b", "relevant": "${a} = '1'"},
    ]

    assert faults_of(*circle) == [("survey", 2, "relevant"), ("survey", 3, "relevant")]


def test_what_pyxform_finds_is_told_with_its_row():
    group = {"type": "begin group", "name": "words", "label": "x"}
    faults = faults_of(
        TEXT, {**TEXT, "name": "Words"}, group | {"name": "g"}, {"type": "end group"}, {"type": "end group"}
    )

    assert faults == [("survey", 6, "type")]


def test_whatever_pyxform_stumbles_over_is_told(monkeypatch):
    def stumbles(**_sheets):
        raise KeyError("[row : 7] On the 'choices' sheet, something is odd")

    monkeypatch.setattr("pyxform.xls2xform.convert", stumbles)

    with pytest.raises(Refused) as refused:
        compiled(sheets_of(TEXT), key="k", number=1)

    (fault,) = refused.value.faults
    assert (fault.sheet, fault.row) == ("choices", 7)


def test_only_an_xform_is_read():
    with pytest.raises(ValueError, match="head"):
        survey_of_xform("<data/>")


CELL = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["text", "select_one faces", "begin group", "end group", "range", "yes", "${a} = 1", "a", "b", "."]
    ),
)
HEADING = st.one_of(
    st.sampled_from(
        ["type", "name", "label", "relevant", "constraint", "appearance", "label::French (fr)", "parameters"]
    ),
    st.text(min_size=1, max_size=8),
)
ROWS = st.lists(st.dictionaries(HEADING, CELL, max_size=5), max_size=4)


@settings(max_examples=30, deadline=None)
@given(ROWS, ROWS, ROWS)
def test_any_rows_compile_or_are_refused(survey, choices, setting):
    try:
        made = compiled({"survey": survey, "choices": choices, "settings": setting}, key="k", number=1)
    except Refused as refused:
        assert refused.faults  # noqa: PT017  # there is always a reason
    else:
        assert list(made.survey.questions())

from cairn.exchange.checking import check
from cairn.exchange.understanding import understood
from cairn.reading.shape import PracticeReading, QuestionReading
from tests.exchange.factories import a_reading, item

FACTS = understood(PracticeReading(), "kitchen")


def checked(framework, reading=None, **more):
    return check(reading or a_reading(), framework, FACTS, **{"decided": {}} | more)


def test_what_was_read_is_chosen(framework):
    (first, *_others) = checked(framework).questions[0].items

    assert [(choice.label, choice.chosen) for choice in first.choices] == [
        ("Met", True),
        ("Partly", False),
        ("Not met", False),
        ("Does not apply", False),
        ("Not decided", False),
    ]
    assert (first.theirs, first.signal, first.certainty) == ("Our wording of A1.1", "similar words", 80)


def test_what_a_person_chose_before_stays_chosen(framework):
    page = checked(framework, decided={"A1.1": "not_applicable"}, left_out=["B1"])

    chosen = [choice.level for choice in page.questions[0].items[0].choices if choice.chosen]
    assert chosen == ["not_applicable"]
    assert page.questions[2].left_out


def test_unknown_marks_and_unsure_matches_need_a_person(framework):
    reading = a_reading(
        questions=(
            QuestionReading(
                id="A1",
                text="Does A1 hold?",
                narrative="Yes.",
                items=(item("A1.1", confidence=0.05), item("A1.2", text=None, matched_by=None)),
            ),
            QuestionReading(
                id="A2",
                text="Does A2 hold?",
                narrative="Yes.",
                items=(item("A2.1", matched_by="place", confidence=0.5),),
            ),
        )
    )

    concerns = [item.concern for item in checked(framework, reading).concerns]

    assert concerns == [
        "We are not sure that this line stands for this item.",
        "The document does not seem to hold this item.",
        "We are not sure that this line stands for this item.",
    ]
    assert [item.concern for item in checked(framework).concerns] == ["The mark could not be read."]


def test_met_without_a_word_is_warned_of(framework):
    page = checked(framework)

    assert [question.id for question in page.warnings] == ["A2"]
    assert checked(framework, decided={"A2.1": ""}).warnings == ()


def test_a_question_that_the_document_does_not_hold_is_no_concern(framework):
    question = checked(framework).questions[2]

    assert question.missing
    assert question.items[0].concern == ""

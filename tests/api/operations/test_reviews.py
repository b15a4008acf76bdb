"""Programs take the same steps as people, and are refused for the same reasons."""

import pytest

from cairn.assessments import actions
from cairn.assessments.saying import Saying
from cairn.notices.models import Notice
from cairn.review.models import Step
from tests.api.conftest import Program


@pytest.fixture
def writing(assessor):
    return Program(assessor)


@pytest.fixture
def reading(reviewer):
    return Program(reviewer)


@pytest.fixture
def way(assessment):
    return f"assessments/{assessment.pk}/review"


@pytest.fixture
def submitted(writing, way):
    return writing.post(f"{way}/submit", {"seen": "draft", "open_is_fine": True}).json()


def test_a_text_is_submitted_read_and_approved(writing, reading, way, reviewer):
    sent = writing.post(f"{way}/submit", {"seen": "draft", "note": "Please read.", "open_is_fine": True})
    seen = reading.get(way).json()
    approved = reading.post(f"{way}/approve", {"seen": "in_review", "digest": seen["digest"]})

    assert (sent.status_code, approved.status_code) == (201, 201)
    assert (sent.json()["by"], sent.json()["note"]) == ("Asad", "Please read.")
    assert (seen["state"], seen["approved"], seen["waits_for"]) == ("in_review", False, ["Rian"])
    assert seen["steps"] == ["return", "approve"]
    assert approved.json()["digest"] == seen["digest"]
    stands = reading.get(way).json()
    assert (stands["state"], stands["approved"], stands["waits_for"]) == ("approved", True, ["Cora"])
    assert [event["by"] for event in stands["timeline"]] == ["Cora", "Asad", "Rian"]
    assert stands["timeline"][-1]["step"] == approved.json()["id"]
    assert Notice.objects.filter(person=reviewer).exists()


def test_what_is_still_open_has_to_be_said_to_be_fine(writing, way):
    answer = writing.post(f"{way}/submit", {"seen": "draft"})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["where"] == "body.open_is_fine"
    assert not Step.objects.exists()


def test_whoever_submitted_it_takes_it_back_and_nobody_else(writing, program, way, submitted):
    other = program.post(f"{way}/take-back", {"seen": "in_review"})
    own = writing.post(f"{way}/take-back", {"seen": "in_review"})

    assert other.status_code == 403
    assert other.json()["detail"] == "Only who submitted it can take it back."
    assert (own.status_code, own.json()["to_state"]) == (201, "draft")


def test_it_is_returned_with_a_note_and_the_places_that_need_work(reading, way, submitted):
    mute = reading.post(f"{way}/return", {"seen": "in_review", "note": " "})
    lost = reading.post(f"{way}/return", {"seen": "in_review", "note": "Here.", "nodes": ["Z9"]})
    said = reading.post(f"{way}/return", {"seen": "in_review", "note": "Say who.", "nodes": ["I1"]})

    assert (mute.status_code, mute.json()["errors"][0]["where"]) == (422, "body.note")
    assert (lost.status_code, lost.json()["errors"][0]["where"]) == (422, "body.nodes")
    assert (said.status_code, said.json()["nodes"]) == (201, ["I1"])
    assert reading.get(way).json()["timeline"][-1]["note"] == "Say who."


def test_who_comes_second_is_told_and_changes_nothing(reading, way, submitted):
    reading.post(f"{way}/return", {"seen": "in_review", "note": "Say who."})

    late = reading.post(f"{way}/return", {"seen": "in_review", "note": "Say when."})

    assert late.status_code == 409
    assert "Someone else was faster" in late.json()["detail"]
    assert reading.get(way).json()["state"] == "returned"
    assert Step.objects.count() == 2


def test_another_text_than_the_one_that_was_read_is_not_approved(
    reading, way, submitted, assessment, assessor
):
    read = reading.get(way).json()["digest"]
    actions.record(assessment=assessment, entries=[Saying("I1.1", 0, level="met")], by=assessor)

    answer = reading.post(f"{way}/approve", {"seen": "in_review", "digest": read})

    assert answer.status_code == 409
    assert "changed while you were reading" in answer.json()["detail"]
    assert reading.get(way).json()["state"] == "in_review"


def test_nobody_approves_what_they_wrote(way, submitted, assessment, reviewer, reading):
    actions.record(assessment=assessment, entries=[Saying("I1.1", 0, level="met")], by=reviewer)
    seen = reading.get(way).json()

    answer = reading.post(f"{way}/approve", {"seen": "in_review", "digest": seen["digest"]})

    assert "approve" not in seen["steps"]
    assert answer.status_code == 403


def test_steps_of_others_are_not_there(writing, reading, reader, way, submitted):
    body = {"seen": "in_review", "digest": "0", "note": "Say who."}
    stranger = Program()

    assert writing.post(f"{way}/approve", body).status_code == 404
    assert reading.post(f"{way}/submit", {"seen": "draft"}).status_code == 404
    assert Program(reader).post(f"{way}/return", body).status_code == 404
    assert stranger.get(way).status_code == 401
    assert reading.post(f"{way}/return", {"seen": "somewhere", "note": "Say."}).status_code == 422

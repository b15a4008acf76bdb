import pytest
from django.urls import reverse

from cairn.assessments import facts
from tests.assessments.factories import say


def address(assessment, node_id="A"):
    return reverse("assessment_leave_out", args=[assessment.pk, node_id])


def test_a_criterion_is_left_out_and_taken_in_again(client, assessment, assessor):
    client.force_login(assessor)

    client.post(address(assessment), {"A:base": "0", "reason": "Not our field."})
    assert facts.score_of(assessment).nodes["A"].left_out == 4
    assert "Not our field." in client.get(address(assessment)).content.decode()

    client.post(address(assessment), {"A:base": "1", "take-in": "yes"})
    assert facts.score_of(assessment).nodes["A"].left_out == 0


def test_a_reason_is_asked_for(client, assessment, assessor):
    client.force_login(assessor)

    page = client.post(address(assessment), {"A:base": "0", "reason": " "}).content.decode()

    assert "This cannot be saved yet" in page
    assert 'href="#id_reason"' in page


@pytest.mark.parametrize("post", [{"reason": "Mine."}, {"take-in": "yes"}])
def test_what_someone_else_said_meanwhile_is_shown(client, assessment, assessor, coordinator, post):
    say(assessment, coordinator, "A", left_out=True, left_out_reason="First.")
    say(assessment, coordinator, "A", left_out_reason="Hers.", left_out=True)
    client.force_login(assessor)

    page = client.post(address(assessment), {"A:base": "1", **post}).content.decode()

    assert "Cora changed this while you were writing" in page
    assert facts.entries_of(assessment)["A"].left_out_reason == "Hers."


@pytest.mark.parametrize("node_id", ["A1.1", "nothing"])
def test_only_groups_and_questions_can_be_left_out(client, assessment, assessor, node_id):
    client.force_login(assessor)

    assert client.get(address(assessment, node_id)).status_code == 404

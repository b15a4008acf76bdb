"""What is open to everyone: frameworks and the public record. And one's own keys."""

import pytest

from cairn.assessments import actions as assessments
from cairn.people.models import AccessToken
from tests.api.conftest import Program


@pytest.fixture
def publication(assessment, coordinator):
    return assessments.publish(assessment=assessment, by=coordinator)


def test_frameworks_are_open(criteria):
    (line,) = Program().get("frameworks").json()["items"]

    whole = Program().get(f"frameworks/{line['id']}/{line['version']}").json()

    assert line["status"] == "paraphrase"
    assert whole["nodes"][0]["children"][0]["id"] == "I1"
    assert Program().get("frameworks/tarot/1").status_code == 404


def test_the_public_record_is_open(publication):
    everyone = Program()

    assert [line["slug"] for line in everyone.get("publications?words=steady").json()["items"]] == [
        "steady-steps"
    ]
    assert everyone.get("publications?words=nothing").json()["total"] == 0
    assert everyone.get("publications/steady-steps").json()["practice"]["title"] == "Steady Steps"
    assert everyone.get("publications/steady-steps/editions/1").status_code == 200
    assert everyone.get("publications/steady-steps/editions/2").status_code == 404
    assert everyone.get("publications/nowhere").status_code == 404


def test_the_public_record_is_narrowed_down_and_counted(publication, organisation):
    everyone = Program()

    found = everyone.get(f"publications?organisation={organisation.slug}&organisation=%00&sort=title").json()

    assert [line["slug"] for line in found["items"]] == ["steady-steps"]
    assert found["facets"]["framework"] == [{"code": "good-practice-criteria", "count": 1}]
    assert found["read_as"] == ""
    assert everyone.get("publications?country=XX").json()["total"] == 0
    assert everyone.get("publications?since=1800").status_code == 422


def test_a_withdrawn_edition_says_why(publication, program, assessor):
    address = "publications/steady-steps/editions/1/withdraw"

    assert Program(assessor).post(address, {"reason": "No."}).status_code == 404
    assert program.post(address, {"reason": "A place could be recognised."}).status_code == 200

    gone = Program().get("publications/steady-steps")
    assert gone.status_code == 410
    assert gone.json()["detail"] == "A place could be recognised."
    assert program.post(address, {"reason": "Again."}).status_code == 404


def test_keys_are_listed_and_revoked(program, stranger):
    (key,) = program.get("keys").json()["items"]
    assert Program(stranger).delete(f"keys/{key['id']}").status_code == 404

    assert program.delete(f"keys/{key['id']}").status_code == 204

    assert not AccessToken.objects.filter(pk=key["id"]).exists()
    assert program.get("keys").status_code == 401

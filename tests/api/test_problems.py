import pytest

from cairn.practices import actions as practices
from tests.api.conftest import Program

pytestmark = pytest.mark.django_db


def test_every_error_has_one_shape(program):
    for answer, status in (
        (program.get("practices/99"), 404),
        (program.get("nowhere"), 404),
        (program.put("practices", {}), 405),
        (program.get("practices?limit=0"), 422),
        (program.post("practices", "{not json"), 400),
    ):
        said = answer.json()
        assert answer.status_code == status
        assert answer["Content-Type"] == "application/problem+json"
        assert {"type", "title", "status", "detail", "errors"} <= set(said)
        assert said["status"] == status
        assert said["type"].endswith(f"#problem-{status}")
        assert answer["Cache-Control"] == "private, no-store"


def test_a_verb_that_is_not_taken_is_told_with_those_that_are(program):
    assert "GET" in program.put("practices", {})["Allow"]


def test_a_crash_is_a_problem_too(program, monkeypatch):
    def crash(**_):
        raise RuntimeError("boom")

    monkeypatch.setattr(practices, "create", crash)

    answer = program.post("practices", {"title": "X", "organisation": "house-of-many-doors"})

    assert answer.status_code == 500
    assert answer.json()["title"] == "Something broke on our side"
    assert "boom" not in answer.content.decode()


def test_a_model_that_says_no_names_the_field(program):
    answer = program.post("practices", {"title": "X", "organisation": "house-of-many-doors", "country": "XX"})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["where"] == "body.country"


def test_a_fault_of_no_field_stands_at_the_body(program):
    answer = program.post(
        "practices",
        {
            "title": "X",
            "organisation": "house-of-many-doors",
            "starts_on": "2024-01-01",
            "ends_on": "2023-01-01",
        },
    )

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["where"].startswith("body")


def test_pages_for_people_keep_their_own_errors(client):
    answer = client.get("/nowhere/")

    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("text/html")


def test_not_yours_looks_exactly_like_not_there(practice, stranger):
    program = Program(stranger)

    theirs = program.get(f"practices/{practice.pk}")
    nobodys = program.get("practices/987654")

    assert (theirs.status_code, theirs.content) == (nobodys.status_code, nobodys.content)
    assert theirs.status_code == 404

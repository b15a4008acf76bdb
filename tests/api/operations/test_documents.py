from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cairn.practices.models import Practice

DOCUMENT = next((Path(__file__).parents[2] / "reading" / "documents").glob("*.txt"))


@pytest.fixture
def document():
    return SimpleUploadedFile("steady-steps.txt", DOCUMENT.read_bytes())


def test_a_document_is_read_and_nothing_kept(program, document, criteria):
    answer = program.post("read", data={"document": document, "framework": "good-practice-criteria"})

    assert answer.status_code == 200
    assert answer.json()["framework"] == "good-practice-criteria"
    assert sum(answer.json()["summary"].values()) > 0
    assert not Practice.objects.exists()


def test_the_framework_that_fits_best_is_found(program, document, criteria):
    assert program.post("read", data={"document": document}).json()["framework"] == "good-practice-criteria"


def test_what_cannot_be_read_is_told_in_one_sentence(program):
    answer = program.post("read", data={"document": SimpleUploadedFile("x.pdf", b"no pdf at all")})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["where"] == "body.document"


def test_a_document_becomes_a_practice_and_an_assessment(program, document, criteria):
    answer = program.post("import", data={"document": document, "organisation": "house-of-many-doors"})

    assert answer.status_code == 201
    assert Practice.objects.get().pk == answer.json()["practice"]


def test_a_document_completes_a_practice_that_is_there(program, document, practice, criteria):
    answer = program.post(
        "import",
        data={
            "document": document,
            "organisation": "house-of-many-doors",
            "practice": practice.pk,
            "framework": "good-practice-criteria",
        },
    )

    assert answer.json()["practice"] == practice.pk


def test_an_unknown_framework_keeps_nothing(program, document):
    answer = program.post(
        "import", data={"document": document, "organisation": "house-of-many-doors", "framework": "tarot"}
    )

    assert answer.status_code == 422
    assert not Practice.objects.exists()

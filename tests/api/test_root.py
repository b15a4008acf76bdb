import jsonschema
import pytest
from django.urls import reverse

from cairn.api.root import api
from tests.api.conftest import Program


def test_the_openapi_document_describes_every_operation_and_its_problems(client):
    document = client.get("/api/v1/openapi.json").json()

    assert document["openapi"].startswith("3.1")
    for path, operations in document["paths"].items():
        for verb, operation in operations.items():
            assert operation["summary"], (path, verb)
            assert "application/problem+json" in operation["responses"]["404"]["content"]
    jsonschema.Draft202012Validator.check_schema(document["components"]["schemas"]["Portrait"])


def test_the_document_is_open_and_so_is_its_page(client):
    page = client.get(reverse("api_docs"))

    assert page.status_code == 200
    for path in api.get_openapi_schema()["paths"]:
        assert path.replace("{", "{") in page.content.decode()
    assert 'id="problem-404"' in page.content.decode()


@pytest.mark.django_db
def test_the_start_says_where_to_go():
    assert Program().get("").json()["openapi"].endswith("/api/v1/openapi.json")

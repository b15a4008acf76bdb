"""The API meets what nobody thought of: requests made up from its own OpenAPI document, good ones and bad ones."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from cairn.api.root import api
from cairn.assessments import actions as assessments
from cairn.frameworks.enums import Mode
from cairn.people import actions as people
from cairn.practices import actions as practices
from cairn.wsgi import application

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

UNPACKED = {"Accept-Encoding": "identity"}
"""The client in this process does not unpack what is sent compressed, as those on a wire do."""
EXAMPLES = 25
"""Requests per operation, of good ones and of bad ones each."""
OPERATIONS = [(path, verb) for path, verbs in api.get_openapi_schema()["paths"].items() for verb in verbs]


@pytest.fixture(autouse=True)
def _connection_stays():
    """A server closes its connection after an answer; here it holds the story's tables too, and what is rolled back at the end."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def key(criteria, organisation, coordinator):
    """A key to a small world: one practice, one assessment of it, one published edition."""
    practice = practices.create(organisation=organisation, by=coordinator, title="Steady Steps")
    assessment = assessments.start(
        practice=practice, framework_version=criteria, mode=Mode.SELF, language="en", by=coordinator
    )
    assessments.publish(assessment=assessment, by=coordinator)
    _token, secret = people.make_token(person=coordinator, name="fuzz")
    return secret


# Whether a file holds a readable document, and which frameworks, tags and nodes there are, is more than a schema says.
BEYOND_SCHEMA = {
    f"/api/v1/{address}": [positive_data_acceptance]
    for address in (
        "read",
        "import",
        "practices",
        "practices/{practice_id}",
        "assessments",
        "assessments/{assessment_id}/marks",
        "assessments/{assessment_id}/entries/{node_id}",
    )
}
# Any words can stand in these addresses: no request to them can be badly formed.
ALWAYS_GOOD = {
    (f"/api/v1/{address}", GenerationMode.NEGATIVE)
    for address in ("frameworks/{framework_id}/{version}", "publications/{slug}")
}


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(("path", "verb"), OPERATIONS)
def test_every_operation_keeps_to_its_document(path, verb, mode, key):
    """No crash, no status or content that the document does not name, no bad request that is taken for a good one."""
    operation = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)[path][verb.upper()]

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=mode))
    def keeps(case):
        case.call_and_validate(
            headers={"Authorization": f"Bearer {key}"} | UNPACKED, excluded_checks=BEYOND_SCHEMA.get(path, [])
        )

    try:
        keeps()
    except Unsatisfiable:
        assert (path, mode) in ALWAYS_GOOD

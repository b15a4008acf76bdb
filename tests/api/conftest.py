"""Programs that call, each with the key of a person."""

import pytest
from django.test import Client

from cairn.assessments import actions as assessments
from cairn.frameworks.enums import Mode
from cairn.people import actions as people
from cairn.practices import actions as practices
from tests.assessments.conftest import records  # noqa: F401  # what the records say


class Program:
    """Calls the API with a key, and reads JSON."""

    def __init__(self, person=None):
        headers = {}
        if person:
            _token, secret = people.make_token(person=person, name="tests")
            headers = {"Authorization": f"Bearer {secret}"}
        self.client = Client(headers=headers, raise_request_exception=False)

    def __getattr__(self, verb):
        def call(path, body=None, **more):
            if body is not None:
                more |= {"data": body, "content_type": "application/json"}
            return getattr(self.client, verb)(f"/api/v1/{path}", **more)

        return call


@pytest.fixture
def program(coordinator):
    return Program(coordinator)


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(organisation=organisation, by=coordinator, title="Steady Steps", country="BE")


@pytest.fixture
def assessment(criteria, practice, coordinator):
    return assessments.start(
        practice=practice, framework_version=criteria, mode=Mode.SELF, language="en", by=coordinator
    )

import pytest

from tests.assessments.factories import an_assessment


@pytest.fixture
def assessment(organisation, coordinator):
    return an_assessment(organisation, coordinator)

import pytest

from tests.renewals.factories import tea_assessment


@pytest.fixture
def former(organisation, coordinator):
    return tea_assessment(organisation, coordinator)

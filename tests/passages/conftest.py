import pytest

from tests.assessments.factories import a_practice


@pytest.fixture(autouse=True)
def _own_cupboard(cupboard):
    """No story writes where documents of people are kept."""


@pytest.fixture
def practice(organisation, coordinator):
    return a_practice(organisation, coordinator)

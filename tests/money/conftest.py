import pytest

from cairn.practices import actions as practices
from tests.money.factories import a_grant, a_line


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(organisation=organisation, by=coordinator, title="Steady Steps")


@pytest.fixture
def grant(practice, coordinator):
    return a_grant(practice, coordinator)


@pytest.fixture
def line(grant, coordinator):
    return a_line(grant, coordinator)

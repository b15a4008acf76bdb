from datetime import date

import pytest

from cairn.practices import actions as practices
from tests.participants.factories import a_worker
from tests.results.factories import an_indicator, an_objective


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(
        organisation=organisation, by=coordinator, title="Steady Steps", starts_on=date(2025, 1, 1)
    )


@pytest.fixture
def worker(practice):
    return a_worker(practice)


@pytest.fixture
def objective(practice, coordinator):
    return an_objective(practice, coordinator)


@pytest.fixture
def indicator(objective, coordinator):
    return an_indicator(objective, coordinator)

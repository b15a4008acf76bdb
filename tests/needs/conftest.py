"""Somebody who takes part, and a worker who is with them."""

from datetime import date

import pytest

from cairn.practices import actions as practices
from tests.participants.factories import a_participant, a_worker


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(
        organisation=organisation, by=coordinator, title="Steady Steps", starts_on=date(2025, 1, 1)
    )


@pytest.fixture
def worker(practice):
    return a_worker(practice)


@pytest.fixture
def participant(practice, coordinator, worker):
    return a_participant(practice, coordinator, worker=worker)

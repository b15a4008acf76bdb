from datetime import date

import pytest

from cairn.people.roles import Mediator, SocialWorker
from cairn.practices import actions as practices
from tests.factories import a_person


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(
        organisation=organisation, by=coordinator, title="Steady Steps", starts_on=date(2026, 1, 1)
    )


@pytest.fixture
def worker(organisation):
    return a_person("Wilma", organisation, SocialWorker)


@pytest.fixture
def mediator(organisation):
    """Reads the registers and keeps none."""
    return a_person("Medhi", organisation, Mediator)

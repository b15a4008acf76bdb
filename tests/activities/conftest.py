import pytest

from cairn.people.roles import Mediator
from tests.activities.factories import a_session, an_activity, people_in
from tests.assessments.factories import a_practice
from tests.factories import a_person
from tests.participants.factories import a_worker


@pytest.fixture
def practice(organisation, coordinator):
    return a_practice(organisation, coordinator, title="Steady Steps", starts_on="2025-01-01")


@pytest.fixture
def worker(practice):
    return a_worker(practice)


@pytest.fixture
def mediator(organisation):
    return a_person("Mina", organisation, Mediator)


@pytest.fixture
def activity(practice, coordinator):
    return an_activity(practice, coordinator)


@pytest.fixture
def session(activity, coordinator):
    return a_session(activity, coordinator)


@pytest.fixture
def people(activity, coordinator):
    """Three who take part."""
    return people_in(activity, coordinator, 3)

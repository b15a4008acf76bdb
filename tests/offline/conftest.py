from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.activities.factories import a_session, an_activity, people_in
from tests.assessments.factories import a_practice
from tests.participants.factories import a_participant, a_worker


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def practice(organisation, coordinator):
    return a_practice(organisation, coordinator, title="Steady Steps", starts_on="2025-01-01")


@pytest.fixture
def worker(practice):
    return a_worker(practice)


@pytest.fixture
def activity(practice, coordinator):
    return an_activity(practice, coordinator)


@pytest.fixture
def session(activity, coordinator, today):
    return a_session(activity, coordinator, planned_on=today - timedelta(days=1))


@pytest.fixture
def people(activity, coordinator):
    return people_in(activity, coordinator, 3)


@pytest.fixture
def participant(practice, coordinator, worker):
    return a_participant(practice, coordinator, worker=worker)


@pytest.fixture
def device(worker):
    """The browser in which the worker is signed in."""
    client = Client()
    client.force_login(worker)
    return client

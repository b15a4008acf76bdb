from datetime import date

import pytest
from django.utils import timezone

from cairn.people.roles import Mediator
from cairn.voices import actions
from tests.activities.factories import a_session, an_activity
from tests.assessments.factories import a_practice
from tests.factories import a_person
from tests.voices.factories import a_form


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def practice(organisation, coordinator):
    return a_practice(organisation, coordinator, title="Steady Steps", starts_on=date(2025, 1, 1))


@pytest.fixture
def mediator(organisation):
    return a_person("Mina", organisation, Mediator)


@pytest.fixture
def activity(practice, coordinator):
    return an_activity(practice, coordinator)


@pytest.fixture
def session(activity, coordinator, today):
    return a_session(activity, coordinator, planned_on=today)


@pytest.fixture
def form(db):
    return a_form()


@pytest.fixture
def opening(session, form, coordinator):
    """For ten people, today."""
    return actions.open_session(session=session, form=form, expected=10, by=coordinator)

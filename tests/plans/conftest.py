"""Somebody with a worker, and their work plan."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from cairn.plans import actions
from cairn.practices import actions as practices
from tests.participants.factories import a_participant, a_worker


@pytest.fixture
def today():
    return timezone.localdate()


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


@pytest.fixture
def plan(participant, worker):
    return actions.begin(participant=participant, begun_on=date(2025, 4, 1), by=worker)


@pytest.fixture
def goal(plan, worker, today):
    return a_goal(plan, worker, due_on=today + timedelta(days=30))


def a_goal(plan, by, **said):
    usual = {
        "words": "Send applications",
        "kind": "work",
        "chosen_by": "person",
        "quantity": Decimal(10),
        "unit": "applications",
        "baseline": Decimal(0),
        "due_on": date(2026, 1, 31),
    }
    return actions.set_goal(plan=plan, by=by, **(usual | said))

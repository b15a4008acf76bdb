"""A practice with a grant, and two people who write and sign."""

from datetime import date

import pytest
from django.test import Client

from cairn.practices import actions as practices
from tests.money.factories import a_grant, a_line
from tests.participants.factories import a_participant
from tests.progress.factories import a_report


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(
        organisation=organisation, by=coordinator, title="Steady Steps", starts_on=date(2025, 1, 1)
    )


@pytest.fixture
def grant(practice, coordinator):
    made = a_grant(practice, coordinator)
    a_line(made, coordinator)
    return made


@pytest.fixture
def report(practice, coordinator):
    return a_report(practice, coordinator)


@pytest.fixture
def reach(practice, coordinator):
    """More people of these sexes, by a day."""

    def more(on=date(2025, 3, 1), **counts):
        return [
            a_participant(practice, coordinator, sex=sex, enrolled_on=on)
            for sex, count in counts.items()
            for _one in range(count)
        ]

    return more


@pytest.fixture
def visit():
    def asked(person, address, said=None):
        client = Client()
        client.force_login(person)
        return client.get(address) if said is None else client.post(address, said)

    return asked

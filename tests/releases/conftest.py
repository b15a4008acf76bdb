"""A practice that has reached people, and whoever pays for it."""

from datetime import date

import pytest
from django.test import Client

from cairn.practices import actions as practices
from cairn.releases import actions
from cairn.releases.kinds import KINDS
from tests.participants.factories import a_participant

DAYS = (date(2025, 1, 1), date(2025, 6, 30))


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(
        organisation=organisation, by=coordinator, title="Steady Steps", starts_on=date(2025, 1, 1)
    )


@pytest.fixture
def reach(practice, coordinator):
    """More people of these ages and sexes, by a day."""

    def more(on=date(2025, 3, 1), age_band="", **counts):
        for sex, count in counts.items():
            for _one in range(count):
                a_participant(practice, coordinator, sex=sex, age_band=age_band, enrolled_on=on)

    return more


@pytest.fixture
def release(practice, coordinator):
    def made(which="reach_sex", *, days=DAYS, rounded=False, title="Reached"):
        kind = KINDS[which]
        seen = actions.checked(kind, practice, *days, rounded=rounded).digest
        return actions.release(
            practice=practice, kind=kind, days=days, rounded=rounded, title=title, seen=seen, by=coordinator
        )

    return made


@pytest.fixture
def visit():
    def asked(person, address, **said):
        client = Client()
        client.force_login(person)
        return client.post(address, said) if said else client.get(address)

    return asked

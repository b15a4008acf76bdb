"""People whose columns are sealed."""

from datetime import date

import pytest

from cairn.participants import actions as participants
from cairn.practices import actions as practices


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(organisation=organisation, by=coordinator, title="Steady Steps")


@pytest.fixture
def participant(practice, coordinator):
    return participants.enrol(
        practice=practice, enrolled_on=date(2025, 3, 1), by=coordinator, nationality="ER"
    )


@pytest.fixture
def another(practice, coordinator):
    return participants.enrol(
        practice=practice, enrolled_on=date(2025, 3, 1), by=coordinator, nationality="SO"
    )

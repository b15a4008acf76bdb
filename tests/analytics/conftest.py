from datetime import date

import pytest

from cairn.practices import actions as practices


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(
        organisation=organisation, by=coordinator, title="Steady Steps", starts_on=date(2025, 1, 1)
    )

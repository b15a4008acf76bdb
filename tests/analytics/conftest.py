from datetime import date

import pytest

from cairn.practices import actions as practices


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(
        organisation=organisation, by=coordinator, title="Steady Steps", starts_on=date(2025, 1, 1)
    )


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    """Snapshots of one story are not there in the next."""
    settings.DATA_DIR = tmp_path

import pytest

from cairn.surveys import actions
from tests.surveys.factories import a_practice
from tests.surveys.media.sheets import FILES, SHEETS


@pytest.fixture(autouse=True)
def _own_cupboard(cupboard):
    """No test writes beside the code."""


@pytest.fixture
def practice(organisation, coordinator):
    return a_practice(organisation, coordinator)


@pytest.fixture
def version(practice, coordinator):
    """With all that it names."""
    return actions.bring_form(
        practice=practice,
        key="today",
        purpose="session",
        anonymous=True,
        sheets=SHEETS,
        files=FILES,
        by=coordinator,
    )

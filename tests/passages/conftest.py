import pytest

from tests.assessments.factories import a_practice


@pytest.fixture(autouse=True)
def _own_cupboard(cupboard):
    """No story writes where documents of people are kept."""


@pytest.fixture(autouse=True)
def _words_alone(settings):
    """Whatever a developer has installed."""
    settings.EMBEDDINGS = False


@pytest.fixture
def practice(organisation, coordinator):
    return a_practice(organisation, coordinator)

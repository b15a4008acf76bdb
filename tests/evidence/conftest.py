import pytest

from cairn.practices import actions as practices
from tests.evidence.cases import Case, World


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(organisation=organisation, by=coordinator, title="Steady Steps")


@pytest.fixture
def world(practice, coordinator):
    return World(practice, coordinator)


def pytest_generate_tests(metafunc):
    """`CASES` of a rule's test file: each is built, asked and compared by `test_case`."""
    if "case" in metafunc.fixturenames and all(isinstance(one, Case) for one in metafunc.module.CASES):
        metafunc.parametrize("case", metafunc.module.CASES, ids=[one.name for one in metafunc.module.CASES])

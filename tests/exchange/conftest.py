import pytest

from tests.assessments.factories import a_framework, loaded


@pytest.fixture
def framework():
    return a_framework()


@pytest.fixture
def version(db, framework):
    return loaded(framework)

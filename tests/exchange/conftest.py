import pytest

from tests.assessments.conftest import records
from tests.assessments.factories import a_framework, loaded

__all__ = ["records"]


@pytest.fixture
def framework():
    return a_framework()


@pytest.fixture
def version(db, framework):
    return loaded(framework)

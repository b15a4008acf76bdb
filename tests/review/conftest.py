import pytest

from cairn.assessments.enums import State
from cairn.assessments.facts import fingerprint
from cairn.review.actions import steps
from tests.assessments.conftest import records  # noqa: F401  # what the records say
from tests.assessments.factories import an_assessment, mark
from tests.factories import Assessor, Coordinator, Reviewer, a_person, an_organisation


@pytest.fixture
def organisation(db):
    """Two people look here before anything is published."""
    return an_organisation(four_eyes=True)


@pytest.fixture
def assessment(organisation, coordinator, assessor):
    """Begun by Cora the coordinator, with one mark by Asad the assessor."""
    assessment = an_assessment(organisation, coordinator)
    mark(assessment, assessor, A1_1="met")
    return assessment


@pytest.fixture
def submitted(assessment, assessor):
    steps.submit(assessment=assessment, seen=State.DRAFT, by=assessor, open_is_fine=True)
    return assessment


@pytest.fixture
def approved(submitted, reviewer):
    steps.approve(
        assessment=submitted, seen=State.IN_REVIEW, digest=fingerprint(submitted), by=reviewer, note="Clear."
    )
    return submitted


@pytest.fixture
def second_reviewer(organisation):
    return a_person("Rune", organisation, Reviewer)


@pytest.fixture
def second_coordinator(organisation):
    return a_person("Carl", organisation, Coordinator)


@pytest.fixture
def second_assessor(organisation):
    return a_person("Aida", organisation, Assessor)

from datetime import date

import pytest
from django.utils import timezone

from cairn.assessments.weighing import reading
from cairn.evidence import facts as evidence
from cairn.evidence.shape import Standing
from tests.assessments.factories import an_assessment


@pytest.fixture
def assessment(organisation, coordinator):
    return an_assessment(organisation, coordinator)


@pytest.fixture
def records(monkeypatch):
    """What the records say, by item, from when it is put in here."""
    says = {}
    monkeypatch.setattr(
        evidence, "standing", lambda *_asked: Standing(says, date(2025, 1, 1), timezone.now())
    )
    monkeypatch.setattr(reading, "rules_of", lambda _framework: says)
    return says

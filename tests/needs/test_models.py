"""What rows are called where nobody opens them: nothing sealed, no code."""

from datetime import date

import pytest

from cairn.needs.actions.settling import settle
from cairn.needs.models import Finding, Need, NeedChange
from tests.needs.factories import a_talk

pytestmark = pytest.mark.django_db


def test_names_of_rows(participant, worker):
    talk = a_talk(participant, worker, money="low")
    need = settle(need=Need.objects.get(), revision=1, status="met", on=date(2025, 5, 1), by=worker)

    assert str(talk) == "2025-04-01"
    assert str(need) == "money low"
    assert str(Finding.objects.get()) == "money low"
    assert str(NeedChange.objects.get()) == f"{need.pk} r2 met"

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from cairn.participants.counting import Share
from cairn.people.enums import Permission
from cairn.results import actions, facts
from tests.results.factories import a_measurement, a_target

pytestmark = pytest.mark.django_db


def test_what_is_not_yours_is_not_there(indicator, coordinator, stranger):
    target, measurement = a_target(indicator, coordinator), a_measurement(indicator, coordinator)
    found = (facts.objectives_for, facts.indicators_for, facts.targets_for, facts.measurements_for)

    mine = [look(coordinator, Permission.SEE_RECORDS).get() for look in found]

    assert mine == [indicator.objective, indicator, target, measurement]
    assert [look(stranger, Permission.SEE_RECORDS).count() for look in found] == [0, 0, 0, 0]
    assert [str(one) for one in mine[1:3]] == ["Women who found work", "24.000 2025-12-31"]


def test_a_target_that_moves_again_and_again_without_a_reason_is_not_steady(practice, indicator, coordinator):
    today = timezone.localdate()
    span = (practice.pk, today - timedelta(days=9), today + timedelta(days=1))
    target = a_target(indicator, coordinator, due_on=today + timedelta(days=90))
    assert facts.steady_targets(*span) == Share(1, 1)

    for revision, value in ((1, 20), (2, 19)):
        said = {"value": Decimal(value), "revision": revision, "by": coordinator}
        target = actions.revise_target(target=target, **said)

    assert facts.steady_targets(*span) == Share(0, 1)

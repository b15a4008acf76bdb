import pytest

from cairn.people.enums import Permission
from cairn.results import facts
from tests.results.factories import a_measurement, a_target

pytestmark = pytest.mark.django_db


def test_what_is_not_yours_is_not_there(indicator, coordinator, stranger):
    target, measurement = a_target(indicator, coordinator), a_measurement(indicator, coordinator)
    found = (facts.objectives_for, facts.indicators_for, facts.targets_for, facts.measurements_for)

    mine = [look(coordinator, Permission.SEE_RECORDS).get() for look in found]

    assert mine == [indicator.objective, indicator, target, measurement]
    assert [look(stranger, Permission.SEE_RECORDS).count() for look in found] == [0, 0, 0, 0]
    assert [str(one) for one in mine[1:3]] == ["Women who found work", "24.000 2025-12-31"]

"""One meaning, two engines: whatever is recorded, both count the same, also where nothing is, or not everything is known."""

from datetime import date

import ibis
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cairn.analytics import snapshot
from cairn.analytics.engine import columns_of, figures
from cairn.analytics.measures import all_tallies
from cairn.results.measures import all_measures
from tests.analytics.world import END, START, a_world

pytestmark = pytest.mark.django_db


def test_every_measure_is_told_in_both(db):
    assert set(all_tallies()) == set(all_measures())


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(data=st.data())
def test_both_engines_count_the_same(data, organisation, coordinator):
    with transaction.atomic():
        practices = a_world(data.draw, organisation, coordinator)
        folder = snapshot.write(practices, coordinator)

        together = figures(columns_of(folder), [one.pk for one in practices], START, END)

        for key, measure in all_measures().items():
            apart = {one.pk: measure.of(one, START, END) for one in practices}
            assert together[key] == apart, key
        transaction.set_rollback(True)


def test_nothing_is_known_of_practices_without_records(practice, coordinator):
    folder = snapshot.write([practice], coordinator)

    for key, found in figures(columns_of(folder), [practice.pk], START, END).items():
        assert found == {practice.pk: all_measures()[key].of(practice, START, END)}
        assert found[practice.pk].value is None


def test_a_period_of_one_day_counts_what_happened_on_it(practice, coordinator):
    folder = snapshot.write([practice], coordinator)
    day = date(2025, 3, 10)

    found = figures(columns_of(folder), [practice.pk], day, day, ["people_new"])

    assert list(found) == ["people_new"]


@pytest.mark.parametrize("key", sorted(all_tallies()))
def test_each_can_be_said_to_spark(practice, coordinator, key):
    """It is not run there: that the words are there is all that is known (docs/decisions/0016)."""
    columns = columns_of(snapshot.write([practice], coordinator))

    tally = all_tallies()[key](columns, START, END)

    assert "GROUP BY" in str(ibis.to_sql(tally.rows, dialect="pyspark"))

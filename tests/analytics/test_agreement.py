"""One meaning, two engines: whatever is recorded, both count the same, also where nothing is, or not everything is known."""

from datetime import date, timedelta

import ibis
import pytest

from cairn.analytics import snapshot
from cairn.analytics.engine import columns_of, figures
from cairn.analytics.measures import all_tallies
from cairn.results.measures import all_measures
from tests.analytics.world import END, START, a_world

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_every_measure_is_told_in_both(db):
    assert set(all_tallies()) == set(all_measures())


@pytest.mark.parametrize("seed", range(3))
def test_both_engines_count_the_same(seed, organisation, coordinator):
    practices = a_world(seed, organisation, coordinator)
    columns = columns_of(snapshot.write(practices, coordinator))

    together = figures(columns, [one.pk for one in practices], START, END)

    apart = {
        key: {one.pk: measure.of(one, START, END) for one in practices}
        for key, measure in all_measures().items()
    }
    assert together == apart


ONE_END = {"goals_chosen_share", "needs_met_share", "people_active", "people_with_plan"}
"""What does not look at the first day of a period."""


def test_a_day_more_or_less_would_be_noticed(organisation, coordinator):
    """Else the test above would agree on too little."""
    practices = a_world(0, organisation, coordinator)
    columns = columns_of(snapshot.write(practices, coordinator))

    def moved(first, last):
        return figures(columns, [practices[-1].pk], START + first * DAY, END + last * DAY)

    found, firsts, lasts = moved(0, 0), [moved(-1, 0), moved(1, 0)], [moved(0, -1), moved(0, 1)]
    assert {key for key in found if all(other[key] == found[key] for other in firsts)} == ONE_END
    assert {key for key in found if all(other[key] == found[key] for other in lasts)} == set()


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
    """It is not run there: that the words are there is all that is known (docs/decisions/0018)."""
    columns = columns_of(snapshot.write([practice], coordinator))

    tally = all_tallies()[key](columns, START, END)

    assert "GROUP BY" in str(ibis.to_sql(tally.rows, dialect="pyspark"))

"""A practice's figures side by side: drawn, as tables, and to take away, small counts only for those who work with the people."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cairn.home.charting import GROUPS
from cairn.people.roles import Mediator
from cairn.practices import actions as practices
from tests.activities.factories import a_session, an_activity, people_in, record
from tests.factories import a_person
from tests.listening.factories import a_form, pooled
from tests.money.factories import a_grant, a_line, an_expense
from tests.results.factories import a_measurement, a_target, an_indicator, an_objective

pytestmark = pytest.mark.django_db
DRAW = {group.key: group.draw for group in GROUPS}


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(
        organisation=organisation, by=coordinator, title="Steady Steps", starts_on=date(2025, 1, 1)
    )


@pytest.fixture
def page(client, practice):
    def of(person, **address):
        client.force_login(person)
        name = "figures_export" if address else "figures"
        return client.get(reverse(name, args=[practice.pk, *address.values()]))

    return of


@pytest.fixture
def attended(practice, coordinator):
    """Six people two months ago: five came, of one nobody noted it, unless the story says otherwise."""

    def held(*states, ago=60):
        activity = an_activity(practice, coordinator)
        day = timezone.localdate() - timedelta(days=ago)
        people = people_in(activity, coordinator, 8, since=day)
        session = a_session(activity, coordinator, planned_on=day)
        return record(session, coordinator, *states, people=people)

    return held


def rows(practice, key, openly=True):
    return [(figure.name, *row) for figure in DRAW[key](practice, openly) for row in figure.rows]


class TestThePage:
    def test_while_there_is_nothing_each_part_says_what_to_do(self, page, coordinator):
        shown = page(coordinator).content.decode()

        assert "<svg" not in shown.partition("<main")[2].partition("</main>")[0]
        for words in ("Add objectives", "Ask participants", "Plan sessions", "Add the first one"):
            assert words in shown

    def test_all_that_is_known_is_drawn(self, page, practice, coordinator, attended):
        indicator = an_indicator(an_objective(practice, coordinator), coordinator)
        a_target(indicator, coordinator)
        a_measurement(indicator, coordinator)
        attended(*["present"] * 5)
        an_expense(a_line(a_grant(practice, coordinator), coordinator), coordinator)
        activity = an_activity(practice, coordinator, title="Choir")
        pooled(activity, a_form(practice), coordinator, good=8, bad=4)

        shown = page(coordinator).content.decode()

        assert shown.count('class="drawing"') == 4
        assert "Women who found work" in shown

    def test_money_is_for_those_who_manage_it(self, page, practice, organisation, coordinator):
        a_line(a_grant(practice, coordinator), coordinator)
        mediator = a_person("Mina", organisation, Mediator)

        assert "Budgets" in page(coordinator).content.decode()
        assert "Budgets" not in page(mediator).content.decode()

    def test_others_do_not_find_it(self, page, funder):
        assert page(funder).status_code == 404


class TestTakingAway:
    def test_all_figures_of_a_part_in_one_table(self, page, coordinator, attended):
        attended(*["present"] * 5)
        month = (timezone.localdate() - timedelta(days=60)).strftime("%B %Y")

        taken = page(coordinator, part="attendance", kind="csv").content.decode("utf-8-sig").splitlines()

        assert taken == ["Figure,Month,Came,Noted", f"All activities,{month},5,5"]

    def test_there_is_no_other_part(self, page, coordinator):
        assert page(coordinator, part="names", kind="csv").status_code == 404


class TestRows:
    def test_progress_by_period(self, practice, coordinator):
        indicator = an_indicator(an_objective(practice, coordinator), coordinator)
        a_target(indicator, coordinator)
        assert rows(practice, "progress") == []
        a_measurement(indicator, coordinator)

        assert rows(practice, "progress") == [("Women who found work", "June 30, 2025", "10 women", "Behind")]

    def test_satisfaction_never_without_its_response_rate(self, practice, coordinator):
        form = a_form(practice)
        assert rows(practice, "satisfaction") == []
        pooled(an_activity(practice, coordinator), form, coordinator, good=8, bad=4)

        ((title, _period, share, answered),) = rows(practice, "satisfaction")
        assert (title, share.partition(" (")[0]) == ("How was it?", "8 of 12")
        assert answered.startswith("12 of ")

    def test_what_nobody_noted_is_not_nothing(self, practice, attended):
        attended()
        assert rows(practice, "attendance")[0][2:] == ("not noted", "not noted")

    @pytest.mark.parametrize(
        ("came", "missed", "told"),
        [
            (2, 6, ("not shown", "8")),
            (6, 2, ("6", "not shown")),
            (2, 0, ("not shown", "not shown")),
            (8, 0, ("8", "8")),
        ],
    )
    def test_few_are_told_to_those_who_work_with_them_only(self, practice, attended, came, missed, told):
        attended(*["present"] * came, *["absent"] * missed)

        assert rows(practice, "attendance", openly=False)[0][2:] == told
        assert rows(practice, "attendance")[0][2:] == (str(came), str(came + missed))

    def test_a_grant_without_a_budget_is_no_figure(self, practice, coordinator):
        grant = a_grant(practice, coordinator)
        assert rows(practice, "money") == []
        an_expense(a_line(grant, coordinator), coordinator)

        assert rows(practice, "money")[1][:3] == (str(grant), "February 2025", "107.00 EUR")

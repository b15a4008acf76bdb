"""How a coordinator keeps the results of a practice, page by page."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation

from cairn.people.roles import Mediator
from cairn.results import actions
from cairn.results.models import Indicator, Measurement, Objective, Target
from cairn.results.periods import last_half_year
from tests.factories import a_person
from tests.money.factories import a_grant, a_line
from tests.participants.factories import a_participant
from tests.results.factories import (
    HALF,
    SECOND,
    a_measurement,
    a_percentage,
    a_target,
    an_indicator,
    an_objective,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, coordinator):
    client.force_login(coordinator)
    return client


def at(name, *rest):
    return reverse(name, args=rest)


def page(answer):
    return answer.content.decode()


AN_INDICATOR = {
    "words": "Women who found work",
    "level": "outcome",
    "measure": "number",
    "unit": "women",
    "gathering": "adds",
    "direction": "up",
    "frequency": "half_year",
}


def test_from_nothing_to_a_measured_indicator(signed_in, practice, coordinator):
    overview = at("results", practice.pk)
    assert "No objective yet" in page(signed_in.get(overview))
    assert "No indicator yet" in page(signed_in.get(at("results_report", practice.pk)))
    assert 'value="1"' in page(signed_in.get(at("objective_new", practice.pk)))

    signed_in.post(
        at("objective_new", practice.pk),
        {"words": "Women work", "position": "1", "owner": coordinator.pk, "due_on": "2026-12-31"},
    )
    objective = Objective.objects.get()
    shown = page(signed_in.get(overview))
    assert "No indicator yet" in shown
    assert "Cora sees to it." in shown
    assert "from which budget line it is paid" in shown

    assert "Participants supported" in page(signed_in.get(at("indicator_choose", objective.pk)))
    answer = signed_in.post(at("indicator_new", objective.pk), AN_INDICATOR)
    indicator = Indicator.objects.get()
    assert answer.url == at("indicator", indicator.pk)
    assert "Nothing was measured yet." in page(signed_in.get(answer.url))

    signed_in.post(
        at("target_new", indicator.pk), {"value": "24", "starts_on": "2025-01-01", "due_on": "2025-12-31"}
    )
    period = "?starts_on=2025-01-01&ends_on=2025-06-30"
    assert "For Jan. 1, 2025 to June 30, 2025" in page(signed_in.get(at("measure", indicator.pk) + period))
    signed_in.post(at("measure", indicator.pk) + period, {"value": "10", "source": "The list"})

    shown = page(signed_in.get(at("indicator", indicator.pk)))
    assert "10 women" in shown
    assert "entered by Cora" in shown
    assert "<svg" in shown
    assert "Behind" in page(signed_in.get(overview))


def test_what_is_wrong_stands_at_its_field(signed_in, practice, objective, indicator):
    too_early = {"value": "24", "starts_on": "2024-01-01", "due_on": "2025-12-31"}
    cases = [
        (
            at("objective_new", practice.pk),
            {"words": "X", "position": "1", "due_on": "2020-01-01"},
            "had not begun",
        ),
        (at("indicator_new", objective.pk), AN_INDICATOR | {"unit": ""}, "Say what is counted"),
        (at("indicator_new", objective.pk), AN_INDICATOR | {"level": ""}, "This field is required"),
        (at("target_new", indicator.pk), too_early, "had not begun"),
        (
            at("measure", indicator.pk) + "?starts_on=2025-01-01&ends_on=2025-06-30",
            {"value": "-1"},
            "below 0",
        ),
    ]
    for address, said, words in cases:
        answer = signed_in.post(address, said)
        assert (answer.status_code, words in page(answer)) == (422, True), address

    for period, words in {
        "?starts_on=2024-01-01&ends_on=2025-06-30": "had not begun",
        "?starts_on=2025-05-01&ends_on=2025-01-30": "cannot end before",
        "?starts_on=x&ends_on=2025-01-30": "valid date",
    }.items():
        answer = signed_in.get(at("measure", indicator.pk) + period)
        assert (answer.status_code, words in page(answer)) == (422, True), period


def test_two_people_change_the_same(signed_in, practice, objective, indicator, coordinator):
    target, measured = a_target(indicator, coordinator), a_measurement(indicator, coordinator)
    said = {"words": "They work", "position": "1", "revision": "1"}
    deeds = [
        (at("objective_edit", objective.pk), said, said | {"words": "They earn"}, "They work"),
        (
            at("indicator_edit", indicator.pk),
            AN_INDICATOR | {"level": "impact", "revision": "1"},
            AN_INDICATOR | {"level": "output", "revision": "1"},
            "Impact: what changes lastingly",
        ),
        (
            at("target_edit", target.pk),
            {
                "value": "30",
                "starts_on": "2025-01-01",
                "due_on": "2025-12-31",
                "reason": "More money.",
                "revision": "1",
            },
            {
                "value": "40",
                "starts_on": "2025-01-01",
                "due_on": "2025-12-31",
                "reason": "More.",
                "revision": "1",
            },
            "30",
        ),
        (
            at("measurement_edit", measured.pk),
            {"value": "11", "reason": "Counted again.", "revision": "1"},
            {"value": "12", "reason": "And again.", "revision": "1"},
            "11",
        ),
    ]
    for address, first, second, theirs in deeds:
        assert signed_in.get(address).status_code == 200
        assert signed_in.post(address, first).status_code == 302
        clash = signed_in.post(address, second)
        assert (clash.status_code, theirs in page(clash)) == (409, True), address
        assert 'name="revision" value="2"' in page(clash)
        assert signed_in.post(address, second | {"revision": "2"}).status_code == 302

    shown = page(signed_in.get(at("indicator", indicator.pk)))
    assert "changed after it was due" in shown
    assert "from 24 women until Dec. 31, 2025 to 30 women until Dec. 31, 2025." in shown
    assert "Changed 2 times" in shown
    assert "12 women" in shown
    assert signed_in.post(deeds[2][0], deeds[2][1] | {"revision": "3", "reason": ""}).status_code == 422


class TestComputed:
    @pytest.fixture
    def computed(self, practice, objective, coordinator, worker):
        for sex in ("woman",) * 3 + ("man",):
            a_participant(practice, coordinator, sex=sex, worker=worker, enrolled_on=date(2025, 3, 1))
        return an_indicator(objective, coordinator, computed_by="people_new", disaggregation=["sex"])

    PERIOD = "?starts_on=2025-01-01&ends_on=2025-06-30"

    def test_what_the_records_say_is_taken(self, client, computed, worker):
        client.force_login(worker)
        address = at("measure", computed.pk)

        asked = page(client.get(address))
        offered = page(client.get(address + self.PERIOD))
        client.post(address + self.PERIOD, {"take": "yes"})
        shown = page(client.get(at("indicator", computed.pk)))

        assert 'value="2025-01-01"' in asked
        assert "4 people" in offered
        assert "records looked at: 4" in offered
        assert "woman: 3" in shown
        assert "records looked at: 4" in shown
        assert "Everyone whose first day" in shown

    def test_small_counts_are_not_told_to_a_coordinator(self, signed_in, computed):
        offered = page(signed_in.get(at("measure", computed.pk) + self.PERIOD))
        signed_in.post(at("measure", computed.pk) + self.PERIOD, {"take": "yes"})
        shown = page(signed_in.get(at("indicator", computed.pk)))
        edit = page(signed_in.get(at("measurement_edit", Measurement.objects.get().pk)))
        listed = page(signed_in.get(at("results_export", computed.objective.practice_id, "csv")))

        assert "fewer than 5" in offered
        assert "Too few to tell" in shown
        assert "woman: 3" not in shown
        assert 'value="4"' not in edit
        assert "fewer than 5,," in listed

    def test_another_value_has_a_reason(self, signed_in, computed):
        address = at("measure", computed.pk) + self.PERIOD

        assert signed_in.post(address, {"value": "9"}).status_code == 422
        signed_in.post(
            address, {"value": "9", "other_because": "Five are not entered yet.", "sex-woman": "9"}
        )
        shown = page(signed_in.get(at("indicator", computed.pk)))

        assert Measurement.objects.get().cells == {"sex": {"woman": 9}}
        assert "Not what the records say: Five are not entered yet." in shown

    def test_it_is_computed_again(self, signed_in, practice, coordinator, computed):
        signed_in.post(at("measure", computed.pk) + self.PERIOD, {"take": "yes"})
        a_participant(practice, coordinator, enrolled_on=date(2025, 4, 1))
        retake = at("measurement_retake", Measurement.objects.get().pk)

        assert "5 people" in page(signed_in.get(retake))
        assert signed_in.post(retake, {"revision": "1"}).status_code == 422
        signed_in.post(retake, {"revision": "1", "reason": "One was entered late."})

        assert Measurement.objects.get().value == 5

    def test_nothing_recorded_is_said(self, signed_in, objective, coordinator):
        nothing = an_indicator(objective, coordinator, computed_by="meetings_held")
        address = at("measure", nothing.pk) + self.PERIOD

        assert "That is not zero" in page(signed_in.get(address))
        answer = signed_in.post(address, {"take": "yes"})
        assert (answer.status_code, "say nothing for this period" in page(answer)) == (422, True)

    def test_a_suggestion_fills_in_the_form(self, signed_in, objective):
        new = at("indicator_new", objective.pk)

        assert "Each person counts once, from the second session on." in page(
            signed_in.get(new + "?like=language-course")
        )
        assert signed_in.get(new + "?like=nothing").status_code == 404


def test_who_does_not_see_money_leaves_the_budget_line_as_it_is(client, practice, coordinator, worker):
    line = a_line(a_grant(practice, coordinator), coordinator)
    objective = an_objective(practice, coordinator, budget_line_id=line.pk)
    edit = at("objective_edit", objective.pk)
    client.force_login(coordinator)
    seen = page(client.get(at("results", practice.pk)))
    client.force_login(worker)

    unseen = page(client.get(at("results", practice.pk))) + page(client.get(edit))
    client.post(edit, {"words": "They work", "position": "1", "revision": "1"})

    objective.refresh_from_db()
    assert "Paid from: A Two mediators" in seen
    assert "Two mediators" not in unseen
    assert (objective.words, objective.budget_line) == ("They work", line)


def test_yes_or_no(signed_in, objective, coordinator):
    plan = an_indicator(objective, coordinator, measure="yes_no", unit="", gathering="latest")

    signed_in.post(
        at("target_new", plan.pk), {"value": "1", "starts_on": "2025-01-01", "due_on": "2025-12-31"}
    )
    signed_in.post(at("measure", plan.pk) + "?starts_on=2025-01-01&ends_on=2025-06-30", {"value": "0"})

    assert (Target.objects.get().value, Measurement.objects.get().value) == (1, 0)
    shown = page(signed_in.get(at("indicator", plan.pk)))
    assert "Nothing is expected yet" in shown


def test_not_known_is_said_with_why(signed_in, indicator):
    address = at("measure", indicator.pk) + "?starts_on=2025-01-01&ends_on=2025-06-30"

    signed_in.post(address, {"unknown_because": "The list was lost."})

    shown = page(signed_in.get(at("indicator", indicator.pk)))
    assert "not known" in shown
    assert "The list was lost." in shown


def test_why_it_went_otherwise(signed_in, indicator, coordinator):
    a_target(indicator, coordinator)
    explain = at("measurement_explain", a_measurement(indicator, coordinator, value="2").pk)
    assert "reason missing" in page(signed_in.get(at("results", indicator.objective.practice_id)))

    assert signed_in.post(explain, {"reason": " "}).status_code == 422
    signed_in.post(explain, {"reason": "The factory closed."})

    shown = page(signed_in.get(at("results", indicator.objective.practice_id)))
    assert "reason missing" not in shown
    assert "The factory closed." in shown


def test_the_report_of_a_period(signed_in, practice, objective, indicator, coordinator):
    share = a_percentage(objective, coordinator)
    a_target(indicator, coordinator)
    a_measurement(indicator, coordinator)
    a_measurement(indicator, coordinator, value="12", period=SECOND)
    a_measurement(share, coordinator, value="45")
    an_indicator(objective, coordinator, words="Not measured")
    report = at("results_report", practice.pk)

    whole = page(signed_in.get(report + "?starts_on=2025-01-01&ends_on=2025-12-31"))
    turned = page(signed_in.get(report + "?starts_on=2025-12-31&ends_on=2025-07-01"))
    table = page(
        signed_in.get(
            at("results_report_export", practice.pk, "csv") + "?starts_on=2025-07-01&ends_on=2025-12-31"
        )
    )

    assert "22 women" in whole
    assert "45 %" in whole
    assert "not measured in this period" in whole
    assert "July 1, 2025 to Dec. 31, 2025" in turned
    assert signed_in.get(report + "?starts_on=x").status_code == 422
    assert (
        "Women find work they can live on,Women who found work,Outcome,women,,24.0,2025-12-31,12 women,22.0,24.0,-2.0,-8.3,On track,"
        in table
    )


def test_who_only_sees_changes_nothing(client, practice, organisation, indicator, coordinator):
    client.force_login(a_person("Mina", organisation, Mediator))
    a_target(indicator, coordinator)
    a_measurement(indicator, coordinator)

    shown = page(client.get(at("indicator", indicator.pk)))

    assert "Set a target" not in shown
    assert "Change the value" not in shown
    assert "Add an objective" not in page(client.get(at("results", practice.pk)))
    assert client.get(at("results_export", practice.pk, "xlsx")).status_code == 404
    assert "No objective" not in page(client.get(at("results", practice.pk)))


def test_a_reader_without_rights_sees_an_empty_page_without_a_button(client, practice, organisation):
    client.force_login(a_person("Mina", organisation, Mediator))

    assert "No objective yet" in page(client.get(at("results", practice.pk)))


def test_in_arabic_time_runs_to_the_left(signed_in, indicator, coordinator):
    a_target(indicator, coordinator)
    a_measurement(indicator, coordinator)
    signed_in.post(reverse("set_language"), {"language": "ar"})

    shown = page(signed_in.get(at("indicator", indicator.pk)))

    assert 'points="296,178' in shown
    translation.deactivate()


def test_what_is_late_says_so(signed_in, practice, indicator, coordinator):
    a_target(indicator, coordinator)

    assert "due since" in page(signed_in.get(at("results", practice.pk)))
    assert "due since" in page(signed_in.get(at("indicator", indicator.pk)))
    later = actions.set_target(
        indicator=an_indicator(an_objective(practice, coordinator), coordinator, frequency="once"),
        value=Decimal(5),
        starts_on=HALF[0],
        due_on=date(2999, 1, 1),
        by=coordinator,
    )
    assert "Next to be measured" in page(signed_in.get(at("indicator", later.indicator_id)))


def test_the_period_that_comes_next(signed_in, practice, indicator, coordinator):
    first = page(signed_in.get(at("measure", indicator.pk)))
    a_measurement(indicator, coordinator)
    following = page(signed_in.get(at("measure", indicator.pk)))
    practice.starts_on = None
    practice.save()
    other = an_indicator(an_objective(practice, coordinator), coordinator)

    assert 'value="2025-01-01"' in first
    assert 'value="2025-07-01"' in following
    assert 'value="2025-12-31"' in following
    assert 'type="date" name="starts_on" required' in page(signed_in.get(at("measure", other.pk)))


@pytest.mark.parametrize(
    ("today", "half"),
    [("2026-03-01", ("2025-07-01", "2025-12-31")), ("2026-11-01", ("2026-01-01", "2026-06-30"))],
)
def test_the_half_year_that_was_over_last(today, half):
    assert last_half_year(date.fromisoformat(today)) == tuple(map(date.fromisoformat, half))


def test_the_overview_asks_as_much_for_three_as_for_one(
    signed_in, practice, coordinator, django_assert_max_num_queries
):
    def fill():
        one = a_percentage(an_objective(practice, coordinator, owner=coordinator), coordinator)
        a_target(one, coordinator, value="60")
        a_measurement(one, coordinator, value="50")

    fill()
    signed_in.get(at("results", practice.pk))
    with django_assert_max_num_queries(40) as first:
        signed_in.get(at("results", practice.pk))
    fill()
    fill()
    with django_assert_max_num_queries(len(first.captured_queries)):
        signed_in.get(at("results", practice.pk))

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cairn.common.conflict import Conflict
from cairn.participants.counting import Share
from cairn.practices import actions as practices
from cairn.results import actions, facts
from cairn.results.measures.shape import percent
from cairn.results.models import Measurement
from cairn.trail.models import Entry
from tests.money.factories import a_grant, a_line
from tests.participants.factories import a_participant
from tests.results.factories import (
    END,
    HALF,
    SECOND,
    START,
    a_measurement,
    a_percentage,
    a_target,
    an_indicator,
    an_objective,
)

pytestmark = pytest.mark.django_db


def refused(act, **said):
    with pytest.raises(ValidationError) as told:
        act(**said)
    return told.value.message_dict


def test_an_objective_stands_last_and_is_noted(practice, objective, coordinator):
    line = a_line(a_grant(practice, coordinator), coordinator)

    second = an_objective(practice, coordinator, "They speak", owner=coordinator, budget_line_id=line.pk)

    assert (objective.position, second.position) == (1, 2)
    assert str(second) == "They speak"
    assert Entry.objects.first().thing == f"objective:{second.pk}"


def test_an_objective_belongs_to_its_practice(practice, organisation, coordinator, stranger):
    elsewhere = practices.create(organisation=organisation, by=coordinator, title="Elsewhere")
    line = a_line(a_grant(elsewhere, coordinator), coordinator)

    faults = refused(
        an_objective, practice=practice, by=coordinator, owner=stranger, budget_line_id=line.pk, due_on=date(2024, 1, 1)
    )  # fmt: skip

    assert set(faults) == {"owner", "budget_line", "due_on"}


def test_two_people_change_an_objective(objective, coordinator):
    actions.revise_objective(objective=objective, revision=1, words="Work", by=coordinator)

    with pytest.raises(Conflict) as clash:
        actions.revise_objective(objective=objective, revision=1, words="A job", by=coordinator)

    assert clash.value.theirs.words == "Work"
    assert clash.value.fields == ("words",)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ({"unit": ""}, "unit"),
        ({"baseline": Decimal(3)}, "baseline_on"),
        ({"baseline": Decimal(-3), "baseline_on": date(2024, 1, 1)}, "baseline"),
        ({"baseline": Decimal(3), "baseline_on": date(2999, 1, 1)}, "baseline_on"),
        ({"computed_by": "wishes"}, "computed_by"),
        ({"disaggregation": ["stars"]}, "disaggregation"),
        ({"disaggregation": ["sex"]}, "disaggregation"),
        ({"measure": "percent"}, "gathering"),
        ({"measure": "percent", "gathering": "latest", "counts_people": True}, "counts_people"),
        ({"measure": "scale", "gathering": "latest"}, "scale_top"),
        (
            {
                "measure": "scale",
                "scale_top": 5,
                "gathering": "latest",
                "baseline": Decimal(0),
                "baseline_on": START,
            },
            "baseline",
        ),
    ],
)
def test_what_cannot_be_an_indicator(objective, coordinator, said, at):
    assert list(refused(an_indicator, objective=objective, by=coordinator, **said)) == [at]


def test_a_measure_says_what_its_indicator_is(objective, coordinator):
    computed = an_indicator(
        objective, coordinator, unit="", gathering="latest", computed_by="people_new", disaggregation=["sex"]
    )

    assert (computed.unit, computed.gathering, computed.counts_people) == ("people", "adds", True)
    assert computed.disaggregation == ["sex"]


def test_what_was_measured_by_is_fixed(indicator, coordinator):
    actions.revise_indicator(indicator=indicator, revision=1, gathering="latest", by=coordinator)
    indicator.refresh_from_db()
    a_measurement(indicator, coordinator)

    revised = actions.revise_indicator(indicator=indicator, revision=2, words="Jobs", by=coordinator)
    faults = refused(
        actions.revise_indicator, indicator=revised, revision=3, gathering="adds", by=coordinator
    )

    assert revised.words == "Jobs"
    assert "Add another indicator" in faults["gathering"][0]


def test_a_target_keeps_what_stood_before(indicator, coordinator, monkeypatch):
    today = timezone.localdate()
    target = a_target(indicator, coordinator, due_on=today + timedelta(days=1))

    actions.revise_target(target=target, revision=1, value=Decimal(30), by=coordinator)
    target.refresh_from_db()
    monkeypatch.setattr(timezone, "localdate", lambda *_: today + timedelta(days=9))
    faults = refused(actions.revise_target, target=target, revision=2, value=Decimal(20), reason=" ", by=coordinator)  # fmt: skip
    actions.revise_target(
        target=target, revision=2, value=Decimal(20), reason="The course began late.", by=coordinator
    )

    late, early = target.changes.all()
    assert set(faults) == {"reason"}
    assert (Decimal(early.before["value"]), early.after["value"], early.late, early.reason) == (
        24,
        "30",
        False,
        "",
    )
    assert (late.late, late.reason, str(late)) == (True, "The course began late.", "r3")


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ({"value": "-1"}, "value"),
        ({"value": "101"}, "value"),
        ({"value": "40"}, "value"),
        ({"value": "30"}, "value"),
        ({"starts_on": date(2024, 12, 31)}, "starts_on"),
        ({"due_on": date(2024, 12, 31)}, "due_on"),
    ],
)
def test_what_cannot_be_a_target(objective, coordinator, said, at):
    indicator = a_percentage(objective, coordinator)

    assert list(refused(a_target, indicator=indicator, by=coordinator, **({"value": "60"} | said))) == [at]


def test_one_target_a_day(indicator, coordinator):
    a_target(indicator, coordinator)

    assert "already" in str(refused(a_target, indicator=indicator, by=coordinator))


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ({"value": "-1"}, "value"),
        ({"value": None}, "value"),
        ({"value": "2.5"}, "value"),
        ({"unknown_because": "Nobody asked."}, "unknown_because"),
        ({"period": (date(2024, 12, 1), date(2025, 2, 1))}, "starts_on"),
        ({"period": (date(2025, 5, 1), date(2025, 2, 1))}, "ends_on"),
        ({"period": (date(2025, 5, 1), date(2999, 2, 1))}, "ends_on"),
        ({"cells": {"stars": {}}}, "cells"),
        ({"cells": {"sex": {"moon": 1}}}, "cells"),
        ({"cells": {"sex": {"woman": 11}}}, "cells"),
    ],
)
def test_what_cannot_be_measured(objective, coordinator, said, at):
    indicator = an_indicator(objective, coordinator, counts_people=True, disaggregation=["sex"])

    assert list(refused(a_measurement, indicator=indicator, by=coordinator, **said)) == [at]


def test_days_do_not_count_twice(indicator, coordinator):
    a_measurement(indicator, coordinator)

    overlap = refused(
        a_measurement, indicator=indicator, by=coordinator, period=(date(2025, 6, 30), date(2025, 9, 1))
    )
    again = refused(a_measurement, indicator=indicator, by=coordinator)

    assert "count twice" in overlap["starts_on"][0]
    assert "already" in str(again)


def test_what_is_not_known_is_said_so(indicator, coordinator):
    unknown = a_measurement(indicator, coordinator, value=None, unknown_because="The list was lost.")

    assert unknown.value is None
    assert str(unknown) == "2025-01-01 – 2025-06-30"


class TestComputed:
    @pytest.fixture
    def computed(self, practice, objective, coordinator):
        for sex in ("woman", "woman", "man"):
            a_participant(practice, coordinator, sex=sex, enrolled_on=date(2025, 3, 1))
        return an_indicator(objective, coordinator, computed_by="people_new", disaggregation=["sex"])

    def test_it_is_taken_from_the_records(self, computed, coordinator):
        taken = actions.take(indicator=computed, starts_on=START, ends_on=HALF[1], by=coordinator)

        assert (taken.value, taken.how, taken.records) == (3, "computed", 3)
        assert taken.cells == {"sex": {"woman": 2, "man": 1}}

    def test_the_same_value_entered_is_taken(self, computed, coordinator):
        assert a_measurement(computed, coordinator, value="3").how == "computed"

    def test_another_value_needs_a_reason(self, computed, coordinator):
        faults = refused(a_measurement, indicator=computed, by=coordinator, value="5")
        other = a_measurement(computed, coordinator, value="5", other_because="Two are not entered yet.")

        assert set(faults) == {"other_because"}
        assert (other.how, other.value, other.computed) == ("entered", 5, 3)

    def test_not_known_has_its_own_reason(self, computed, coordinator):
        unknown = a_measurement(computed, coordinator, value=None, unknown_because="Records are behind.")

        assert (unknown.computed, unknown.value) == (3, None)

    def test_nothing_recorded_is_not_zero(self, objective, indicator, coordinator):
        empty = an_indicator(objective, coordinator, computed_by="meetings_held")

        for each in (empty, indicator):
            with pytest.raises(ValidationError, match="say nothing"):
                actions.take(indicator=each, starts_on=START, ends_on=END, by=coordinator)

        assert a_measurement(empty, coordinator, value="2").how == "entered"

    def test_it_is_taken_again_when_records_were_completed(self, practice, computed, coordinator):
        other = a_measurement(computed, coordinator, value="5", other_because="Two are not entered yet.")
        for _ in range(2):
            a_participant(practice, coordinator, enrolled_on=date(2025, 6, 1))

        faults = refused(actions.retake, measurement=other, revision=1, reason="", by=coordinator)
        actions.retake(measurement=other, revision=1, reason="They are entered now.", by=coordinator)

        other.refresh_from_db()
        assert set(faults) == {"reason"}
        assert (other.how, other.value, other.other_because, other.revision) == ("computed", 5, "", 2)
        assert other.changes.get().before["how"] == "entered"


def test_another_value_for_the_same_period(indicator, coordinator):
    measured = a_measurement(indicator, coordinator, source="The list")

    revised = actions.remeasure(
        measurement=measured, revision=1, reason="Counted again.", value=Decimal(12), by=coordinator
    )
    with pytest.raises(Conflict):
        actions.remeasure(measurement=measured, revision=1, reason="x", value=Decimal(13), by=coordinator)

    assert revised.value == 12
    assert measured.changes.get().before == {
        "value": "10", "unknown_because": "", "cells": {}, "source": "The list", "other_because": "", "how": "entered",
    }  # fmt: skip


def test_a_share_keeps_what_it_was_reckoned_from(practice, objective, coordinator, monkeypatch):
    found = percent(Share(6, 8))
    monkeypatch.setattr(actions, "offer", lambda *_: found)
    share = an_indicator(objective, coordinator, computed_by="left_well_share")

    taken = actions.take(indicator=share, starts_on=START, ends_on=END, by=coordinator)

    assert (taken.value, taken.part, taken.whole) == (75, 6, 8)
    assert facts.offer(share, START, END).value is None


def test_why_it_went_otherwise(indicator, coordinator):
    measured = a_measurement(indicator, coordinator, period=SECOND)

    assert set(refused(actions.explain, measurement=measured, reason=" ", by=coordinator)) == {"reason"}
    actions.explain(measurement=measured, reason="The factory closed.", by=coordinator)

    assert Measurement.objects.get().variance_reason == "The factory closed."

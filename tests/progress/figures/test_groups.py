"""Every group of figures: what the records say, each with its source; what nobody recorded is not known."""

from datetime import date
from decimal import Decimal

import pytest

from cairn.activities.actions import planning
from cairn.activities.actions.writing import Staffing
from cairn.listening.actions import points
from cairn.money import actions as money
from cairn.participants.counting import Share
from cairn.people.roles import Mediator
from cairn.progress.figures import Asking, all_groups, filled
from cairn.progress.figures.satisfaction import beside
from cairn.registers import actions as registers
from tests.activities.factories import a_session, an_activity, people_in, record
from tests.factories import a_person
from tests.listening.factories import a_form, a_point, pooled
from tests.money.factories import a_grant, a_line, an_expense
from tests.progress.factories import HALF
from tests.registers.factories import a_record
from tests.results.factories import a_measurement, a_target, an_indicator, an_objective

TODAY = date(2026, 1, 10)
IN = date(2025, 4, 2)


@pytest.fixture
def ask(practice):
    def asked(key, grant=None, days=HALF):
        return filled(all_groups()[key], Asking(practice, *days, today=TODAY, grant=grant))

    return asked


def words(part):
    return {figure.key: figure.words for figure in part.figures}


def rows(part, key):
    return next(table.rows for table in part.tables if table.key == key)


@pytest.mark.parametrize("key", sorted(all_groups()))
def test_every_group_says_its_source_and_knows_its_name(ask, key):
    part = ask(key)

    assert part.source
    assert part.title
    assert part.key == key == all_groups()[key].key
    assert part.as_of == TODAY


@pytest.mark.parametrize("key", ["people", "activities", "satisfaction", "objectives", "staff"])
def test_without_records_nothing_is_zero(ask, key):
    assert {figure.number for figure in ask(key).figures} <= {None}


class TestGrant:
    def test_the_grant_and_the_partners(self, ask, practice, grant, coordinator):
        partner = a_record(practice, coordinator, "stakeholder", title="City of Ghent", mapped_on=IN)
        for title, closed in (
            ("Rooms", None),
            ("Old one", date(2025, 5, 1)),
            ("Until later", date(2025, 8, 1)),
        ):
            made = a_record(
                practice, coordinator, "agreement", title=title, signed_on=IN, partners=[partner.pk]
            )
            if closed:
                registers.close(record=made, on=closed, by=coordinator)

        part = ask("grant", grant)

        assert words(part) == {
            "period": "Jan. 1, 2025 to June 30, 2025",
            "funder": "Fund for Arriving",
            "reference": "–",
            "starts_on": "Jan. 1, 2025",
            "ends_on": "Dec. 31, 2025",
            "time_gone": "50 %",
            "partners": "2",
        }
        assert {row[0] for row in rows(part, "agreements")} == {"Rooms", "Until later"}
        assert rows(part, "agreements")[0][1:] == ("City of Ghent", "04/02/2025")
        assert part.draft.endswith("is funded by Fund for Arriving. 2 agreements with partners are in force.")

    def test_without_a_grant(self, ask):
        assert words(ask("grant"))["funder"] == "not known"


def charts(part, key):
    return next(table.charts for table in part.tables if table.key == key)


class TestObjectives:
    @pytest.fixture
    def indicator(self, practice, coordinator):
        made = an_indicator(an_objective(practice, coordinator), coordinator)
        a_target(made, coordinator, "24")
        return made

    def test_far_off_asks_for_a_reason(self, ask, indicator, coordinator):
        a_measurement(indicator, coordinator, "5")

        part = ask("objectives")

        assert words(part) == {"indicators": "1", "measured": "1 of 1", "on_track": "0 of 1"}
        row = rows(part, "indicators")[0]
        assert row[5:8] == ("5 women", "5 women", 11.9)
        assert [ask.key for ask in part.asks] == [f"objectives-{indicator.pk}"]
        assert part.asks[0].words == "Women who found work: 5 women, where 11.9 was expected (-58 %)"
        assert "- Women who found work: 5 women" in part.draft
        assert rows(part, "course") == (("Women who found work", "06/30/2025", "5 women", "Behind"),)
        assert charts(part, "course")[0].title == "How it goes: Women who found work"

    def test_a_reason_in_the_records_is_enough(self, ask, indicator, coordinator):
        a_measurement(indicator, coordinator, "5", variance_reason="The firm closed.")

        part = ask("objectives")

        assert part.asks == ()
        assert rows(part, "indicators")[0][-1] == "The firm closed."

    def test_small_counts_of_people_are_hidden(self, ask, practice, coordinator):
        made = an_indicator(an_objective(practice, coordinator), coordinator, counts_people=True)
        a_target(made, coordinator, "24")
        a_measurement(made, coordinator, "3")

        row = rows(ask("objectives"), "indicators")[0]

        assert row[5:9] == ("fewer than 5", "fewer than 5", 11.9, None)
        assert rows(ask("objectives"), "course")[0][2] == "fewer than 5"
        assert charts(ask("objectives"), "course") == ()

    def test_what_was_not_measured(self, ask, practice, indicator, coordinator):
        an_indicator(indicator.objective, coordinator, words="Another")

        part = ask("objectives")

        assert rows(part, "indicators")[0][6] == "not known"
        assert rows(part, "indicators")[1][3:5] == (None, None)
        assert part.draft == "Of 2 indicators, 0 were measured in this period."

    def test_a_sum_with_a_gap_is_at_least(self, ask, indicator, coordinator):
        a_measurement(
            indicator,
            coordinator,
            None,
            period=(HALF[0], date(2025, 3, 31)),
            unknown_because="Nobody counted.",
        )
        a_measurement(indicator, coordinator, "12", period=(date(2025, 4, 1), HALF[1]))

        part = ask("objectives")

        assert rows(part, "indicators")[0][6] == "at least 12 women"
        assert part.draft.endswith("Reached or on track: 1 of 1.")


class TestActivities:
    def test_sessions_hours_and_mediators(self, ask, practice, coordinator, organisation):
        activity = an_activity(practice, coordinator)
        people = people_in(activity, coordinator, 6)
        staff = [Staffing(a_person("Mina", organisation, Mediator), "", "mediator")]
        held = a_session(activity, coordinator, staff=staff, mediator_needed="yes")
        record(held, coordinator, *["present"] * 6, people=people)
        held.staff.update(present=True)
        planning.cancel(session=a_session(activity, coordinator), reason="few", by=coordinator)

        part = ask("activities")

        told = words(part)
        assert (told["planned"], told["held"], told["cancelled"], told["hours"]) == ("2", "1", "1", "2")
        assert (told["attendances"], told["came"], told["mediator"]) == ("6", "6 of 6", "1 of 1")
        assert rows(part, "activities") == (("Bread course", 2, 1, 1, 2.0, 6, "1 of 1"),)
        assert "A mediator was present where one was needed: 1 of 1." in part.draft

    def test_few_who_came_are_not_told(self, ask, practice, coordinator):
        activity = an_activity(practice, coordinator)
        record(
            a_session(activity, coordinator),
            coordinator,
            "present",
            people=people_in(activity, coordinator, 2),
        )

        part = ask("activities")

        assert (words(part)["attendances"], words(part)["came"]) == ("fewer than 5", "fewer than 5")
        assert rows(part, "activities")[0][5:] == ("fewer than 5", "none needed")

    def test_hours_that_nobody_said(self, ask, practice, coordinator):
        activity = an_activity(practice, coordinator)
        planning.hold(session=a_session(activity, coordinator, hours=None), by=coordinator)

        assert words(ask("activities"))["hours"] == "not known"
        assert rows(ask("activities"), "activities")[0][4:6] == (None, None)

        planning.hold(session=a_session(activity, coordinator), by=coordinator)

        assert words(ask("activities"))["hours"] == "at least 2"

    def test_only_planned(self, ask, practice, coordinator):
        a_session(an_activity(practice, coordinator), coordinator)

        part = ask("activities")

        assert words(part)["unwritten"] == "1"
        assert part.draft == "Of 1 session planned, 0 was held and 0 cancelled."


class TestSatisfaction:
    def test_never_without_the_response_rate(self, ask, practice, coordinator):
        activity = an_activity(practice, coordinator)
        pooled(activity, a_form(), coordinator, good=5, bad=1, on=IN)
        a_point(practice, coordinator, said_on=IN)

        part = ask("satisfaction")

        told = words(part)
        assert (told["answers"], told["asked"], told["response"]) == ("6", "12", "50 % (6 of 12)")
        assert told["positive"] == "5 of 6; answered: 50 % (6 of 12)"
        assert rows(part, "themes") == (("no theme yet", 1),)
        (row,) = rows(part, "trend")
        assert row[1:] == ("April 2025", "5 of 6", "6 of 12 (50 %)")
        assert charts(part, "trend")[0].title == f"{row[0]}: How it was, through time"
        assert "this many answered: 50 % (6 of 12). It was good or very good for: 5 of 6." in part.draft
        assert "people were told what became of: 0 of 1." in part.draft

    def test_without_a_response_rate_satisfaction_is_not_told(self):
        assert beside(Share(5, 6), Share(0, 0)).words == "not told: it is not known how many were asked"
        assert beside(Share(0, 0), Share(0, 0)).words == "not known"

    def test_what_changed_is_what_people_were_told(self, ask, practice, coordinator):
        point = points.decide(
            point=a_point(practice, coordinator, said_on=IN), decision="Yes.", by=coordinator, on=IN
        )
        points.tell_back(point=point, texts={"ar": "نبدأ", "en": "We begin at ten."}, by=coordinator, on=IN)

        part = ask("satisfaction")

        assert rows(part, "changed") == (("04/02/2025", "", "We begin at ten."),)
        assert words(part)["told_back"] == "1 of 1"
        assert part.draft.startswith("Nobody was asked")


class TestDeviations:
    def test_counts_and_never_what_happened(self, ask, practice, coordinator):
        a_record(
            practice, coordinator, title="No room", noted_on=IN, likelihood="high", mitigation="Ask early."
        )
        over = a_record(practice, coordinator, title="Gone", noted_on=IN)
        registers.close(record=over, on=date(2025, 5, 1), by=coordinator)
        a_record(practice, coordinator, "risk_event", happened_on=IN, plan_used=True)
        for _each in range(2):
            a_record(practice, coordinator, "incident", happened_on=IN, type="threat", words="Sealed words")
        a_record(practice, coordinator, "activity_change", what="Evenings", changed_on=IN)

        part = ask("deviations")

        assert words(part) == {
            "risks": "1",
            "high": "1",
            "reviews": "0",
            "came_true": "1",
            "plan_used": "1 of 1",
            "incidents": "2",
            "incidents_open": "2",
            "discrimination": "0",
            "changes": "1",
        }
        assert rows(part, "risks") == (("No room", "high", "low", "Ask early."),)
        assert rows(part, "incidents") == (("threat from outside", "minor", 2, 2),)
        assert "Sealed" not in repr(part)
        assert (
            part.draft
            == "1 risk is watched at the end of the period. 1 risk came true. 2 incidents were recorded."
        )

    def test_nothing_kept_is_not_known(self, ask):
        part = ask("deviations")

        assert set(words(part).values()) == {"not known"}
        assert part.draft == "No risk or incident is recorded."


class TestPartners:
    def test_what_was_done_with_others(self, ask, practice, coordinator):
        partner = a_record(practice, coordinator, "stakeholder", title="City of Ghent", mapped_on=IN)
        a_record(
            practice,
            coordinator,
            "meeting",
            title="Review",
            type="review",
            held_on=IN,
            organisations=[partner.pk],
        )
        a_record(
            practice,
            coordinator,
            "policy_recommendation",
            title="Open courses",
            sent_on=IN,
            status="taken-up",
        )
        for reached in (40, None):
            done = a_record(practice, coordinator, "communication_action", what="Leaflet", reached=reached)
            registers.close(record=done, on=IN, by=coordinator)

        part = ask("partners")

        assert words(part) == {
            "meetings": "1",
            "reviews": "1",
            "organisations": "1",
            "agreements": "0",
            "communication": "2",
            "audience": "40",
            "recommendations": "1",
            "taken_up": "1",
        }
        assert rows(part, "meetings") == (("04/02/2025", "Review", "joint review of work and results"),)
        assert "2 communication actions were carried out. 1 policy recommendation was sent." in part.draft

    def test_what_nobody_counted(self, ask):
        assert words(ask("partners"))["audience"] == "not known"


class TestWhatStays:
    def test_money_beyond_the_grant(self, ask, practice, grant, coordinator):
        kept = {"type": "own", "noted_on": IN}
        a_record(practice, coordinator, "funding", title="City", certainty="signed", amount="500", **kept)
        a_record(
            practice,
            coordinator,
            "funding",
            title="Same grant",
            certainty="signed",
            until_on=date(2025, 9, 1),
            **kept,
        )

        part = ask("sustainability", grant)

        assert words(part) == {"funding": "1", "secure": "1", "service": "0", "adopted": "0"}
        assert rows(part, "funding") == (("City", "own means", "signed", 500.0, None, None),)
        assert part.draft == "1 source of funding reaches beyond the present grant, 1 of it signed."

    def test_none(self, ask, practice, coordinator):
        a_record(practice, coordinator, "adoption", confirmed_on=IN)

        assert (
            ask("sustainability").draft
            == "No funding beyond the present grant is recorded. 1 use by others is confirmed."
        )


def test_what_is_planned_next(ask, practice, coordinator):
    a_session(an_activity(practice, coordinator), coordinator, planned_on=date(2025, 9, 1))
    indicator = an_indicator(an_objective(practice, coordinator), coordinator)
    a_target(indicator, coordinator, "24", due_on=date(2025, 9, 30))
    a_record(practice, coordinator, noted_on=IN, review_by=date(2025, 8, 1))

    part = ask("following")

    assert words(part) == {"sessions": "1", "targets": "1", "risks": "1"}
    assert rows(part, "targets") == (("Women who found work", "24", "09/30/2025"),)
    assert part.draft == "This looks ahead to 12/28/2025. 1 session is planned. 1 target is due."


class TestBudget:
    def test_by_category_with_what_asks_for_a_reason(self, ask, grant, coordinator):
        line = grant.categories.get(code="A").lines.get()
        an_expense(line, coordinator, "1000")

        part = ask("budget", grant)

        assert words(part)["budget"] == "12,000.00 EUR"
        assert words(part)["remaining"] == "10,930.00 EUR"
        row = rows(part, "categories")[0]
        assert row[1:5] == (12000.0, 1000.0, 1000.0, 11000.0)
        assert [month[0] for month in rows(part, "months")][::5] == ["January 2025", "June 2025"]
        assert rows(part, "months")[-1][1] == 1070.0  # with the flat rate
        assert len(charts(part, "months")) == 1
        category = grant.categories.get(code="A")
        assert f"budget-{category.pk}" in [ask.key for ask in part.asks]
        assert "1,000.00 EUR spent, where" in part.asks[0].words
        assert part.draft.startswith("In this period")

    def test_a_reason_given_in_money_is_enough(self, ask, grant, coordinator):
        category = grant.categories.get(code="A")
        money.explain(
            category=category, starts_on=HALF[0], ends_on=HALF[1], reason="Late start.", by=coordinator
        )

        part = ask("budget", grant)

        assert f"budget-{category.pk}" not in [ask.key for ask in part.asks]
        assert rows(part, "categories")[0][-1] == "Late start."

    def test_about_no_grant(self, ask):
        assert ask("budget").draft == "This report is about no grant, so it has no budget."

    def test_of_nothing_no_share_is_known(self, ask, practice, coordinator):
        empty = a_grant(practice, coordinator, funder="Empty")

        assert words(ask("budget", empty))["used"] == "not known"

    def test_a_grant_without_categories(self, ask, practice, coordinator):
        empty = a_grant(practice, coordinator, funder="Empty")
        empty.categories.all().delete()

        assert rows(ask("budget", empty), "categories") == ()


class TestStaff:
    def test_hours_by_line_and_nobody_told_apart(self, ask, practice, coordinator):
        grant = a_grant(practice, coordinator)
        line = a_line(grant, coordinator)
        for month, hours in ((2, "10"), (8, "5")):
            money.record_time(
                line=line, staff="S1", month=date(2025, month, 1), hours=Decimal(hours), by=coordinator
            )

        part = ask("staff", grant, days=(date(2025, 7, 1), date(2025, 12, 31)))

        assert words(part) == {"hours": "5", "hours_in_all": "15"}
        assert rows(part, "lines") == (("A Two mediators", 5.0, 15.0),)
        assert "S1" not in repr(part)
        assert words(ask("staff"))["hours"] == "10"


def test_documents_of_the_period(ask, practice, coordinator):
    a_record(practice, coordinator, "document", title="Conduct", type="conduct", adopted_on=IN)
    a_record(practice, coordinator, "document", title="Old", adopted_on=date(2025, 1, 1), reviewed_on=IN)

    part = ask("documents", days=(date(2025, 2, 1), HALF[1]))

    assert words(part) == {"documents": "2"}
    assert ("Conduct", "code of conduct", None, "04/02/2025", None) in rows(part, "documents")

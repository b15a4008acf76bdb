from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cairn.money import actions, facts
from cairn.money.models import BudgetLine, Grant, VarianceNote
from cairn.sheets.workbook import cells_of
from tests.money.factories import a_grant, a_line, an_expense

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, coordinator):
    client.force_login(coordinator)
    return client


def at(name, *rest):
    return reverse(name, args=rest)


def page(answer):
    return " ".join(answer.content.decode().split())


NEW = {
    "funder": "Fund for Arriving", "currency": "EUR", "starts_on": "2025-01-01", "ends_on": "2025-12-31", "scheme": "eu",
}  # fmt: skip


def test_a_grant_is_opened_with_a_scheme_or_with_categories_of_its_own(signed_in, practice):
    assert "No grant is recorded yet" in page(signed_in.get(at("money", practice.pk)))
    new = at("grant_new", practice.pk)
    assert "Personnel" in page(signed_in.get(new))
    late = signed_in.post(new, NEW | {"ends_on": "2024-12-31"})
    assert late.status_code == 422
    assert 'href="#id_ends_on"' in page(late)
    assert 'value="Fund for Arriving"' in page(late)
    odd = signed_in.post(new, NEW | {"scheme": "own", "own": "A: Staff\nnothing"})
    assert "Own categories: Line 2" in page(odd).replace("Your own", "Own")
    assert "A: Staff" in page(odd)

    signed_in.post(new, NEW | {"scheme": "own", "own": "A: Staff\nE: Overheads 7%"})

    grant = Grant.objects.get()
    assert [one.code for one in grant.categories.all()] == ["A", "E"]
    shown = page(signed_in.get(grant.get_absolute_url()))
    assert "This grant has no budget yet" in shown


def test_a_grant_is_changed_for_a_reason_and_both_versions_are_shown(signed_in, grant, line, coordinator):
    an_expense(line, coordinator, paid_on=date(2025, 2, 10))
    address = at("grant_edit", grant.practice_id, grant.pk)
    said = {
        "funder": grant.funder, "reference": "F-7", "starts_on": "2025-01-01", "ends_on": "2026-06-30", "revision": "1",
    }  # fmt: skip
    assert signed_in.get(address).status_code == 200
    assert signed_in.post(address, said | {"reason": ""}).status_code == 422
    outside = signed_in.post(address, said | {"reason": "x", "starts_on": "2025-03-01"})
    assert "1 expenses, 0 months" in page(outside)

    assert signed_in.post(address, said | {"reason": "Amendment 1"}).url == grant.get_absolute_url()

    shown = page(signed_in.get(address))
    assert "Ends on: “Dec. 31, 2025” became “June 30, 2026”" in shown
    assert "Why: Amendment 1" in shown
    clash = signed_in.post(address, said | {"reason": "Mine", "reference": "F-8"})
    assert clash.status_code == 409
    assert "F-7" in page(clash)
    assert 'value="F-8"' in page(clash)
    assert signed_in.post(address, said | {"revision": "2", "reason": " Mine", "reference": "F-8"}).url
    grant.refresh_from_db()
    assert (grant.reference, grant.revision) == ("F-8", 3)
    unchanged = said | {"revision": "3", "reason": "None", "reference": "F-8"}
    assert signed_in.post(address, unchanged).status_code == 302
    assert facts.changes_of(grant).count() == 2
    assert str(facts.changes_of(grant)[0]) == f"{grant.pk} r3"
    assert "no budget it can be removed" not in shown


def test_only_a_grant_without_a_budget_can_be_removed(signed_in, practice, grant, coordinator):
    empty = a_grant(practice, coordinator, funder="By mistake")
    assert "Remove this grant" in page(signed_in.get(at("grant_edit", practice.pk, empty.pk)))
    a_line(grant, coordinator)

    kept = signed_in.post(at("grant_remove", practice.pk, grant.pk), follow=True)
    gone = signed_in.post(at("grant_remove", practice.pk, empty.pk), follow=True)

    assert "has a budget already" in page(kept)
    assert "The grant was removed." in page(gone)
    assert Grant.objects.get() == grant


def test_the_list_has_one_sum_per_currency_in_as_many_queries_as_one(signed_in, practice, line, coordinator):
    address = at("money", practice.pk)
    signed_in.get(address)
    with CaptureQueriesContext(connection) as for_one:
        signed_in.get(address)
    swiss = a_grant(practice, coordinator, currency="CHF", scheme="plain", funder="Alps")
    an_expense(a_line(swiss, coordinator, "S", "500"), coordinator, "600", over=True)
    a_grant(practice, coordinator, funder="Third")
    with CaptureQueriesContext(connection) as for_three:
        shown = page(signed_in.get(address))

    assert len(for_three) == len(for_one)
    assert "12,000.00" in shown
    assert "-100.00 CHF" in shown
    assert "overspent" in shown
    taken = signed_in.get(at("money_export", practice.pk, "csv")).content.decode("utf-8-sig").splitlines()
    assert "Alps,,2025-01-01,2025-12-31,CHF,500.0,600.0,-100.0" in taken


def test_a_grant_tells_budget_period_and_reason(signed_in, grant, line, coordinator):
    an_expense(line, coordinator, "3000", date(2025, 2, 1))
    an_expense(line, coordinator, "1000", date(2025, 5, 1))
    address = grant.get_absolute_url()

    shown = page(signed_in.get(address, {"since": "2025-04-01", "until": "2025-06-30"}))

    assert "From April 1, 2025 to June 30, 2025" in shown
    assert "4,000.00" in shown
    assert "Two mediators" in shown
    assert "<svg" in shown
    assert "Say why" in shown
    why = at("variance_explain", grant.practice_id, grant.pk, line.category_id)
    query = "?since=2025-04-01&until=2025-06-30"
    assert "A Personnel" in page(signed_in.get(why + query))
    assert signed_in.post(why + query, {"reason": " "}).status_code == 422
    back = signed_in.post(why + query, {"reason": "Hired late."})
    assert back.url == address + query
    note = VarianceNote.objects.get()
    assert (note.starts_on, note.ends_on) == (date(2025, 4, 1), date(2025, 6, 30))
    assert "Hired late." in page(signed_in.get(back.url))
    assert signed_in.get(at("variance_explain", grant.practice_id, grant.pk, 987_654)).status_code == 404


def test_an_impossible_period_is_said_at_its_field_and_the_whole_is_shown(signed_in, grant, line):
    shown = page(
        signed_in.get(grant.get_absolute_url(), {"since": "2025-04-01", "until": "2025-03-01"})
    )  # fmt: skip

    assert "The period cannot end before it begins." in shown
    assert "From Jan. 1, 2025" in shown


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_drawing_says_in_words_what_it_shows(signed_in, grant, line, coordinator, language):
    an_expense(line, coordinator, "3000", date(2025, 2, 1))
    answer = signed_in.get(grant.get_absolute_url(), headers={"accept-language": language})
    drawn = answer.content.decode().partition('class="drawing"')[2].partition("</svg>")[0]

    assert drawn.count("<circle") == 13  # nothing on the first day, and each month
    assert ('points="64,178 344,18"' in drawn) == (language == "en")
    assert "3,210.00" in page(answer) or language == "ar"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_budget_and_months_leave_as_sheets(signed_in, grant, line, coordinator, form):
    an_expense(line, coordinator, "3000", date(2025, 2, 1))

    def taken(table):
        content = signed_in.get(at("grant_export", grant.practice_id, grant.pk, table, form)).content
        return [[str(cell or "") for cell in row] for row in cells_of(f"a.{form}", content)]

    budget, months = taken("budget"), taken("months")
    assert [row[1] for row in budget][1:3] == ["A Personnel", "Two mediators"]
    assert [float(cell) for cell in budget[-1][3:6]] == [12000, 3210, 3210]
    assert months[2][0] == "2025-02"
    assert float(months[2][1]) == 3210


def test_lines_are_planned_and_changed_with_their_history(signed_in, grant, coordinator):
    new, staff = at("line_new", grant.practice_id, grant.pk), grant.categories.get(code="A")
    said = {"category": staff.pk, "words": "Two mediators", "amount": "12000"}
    assert "Budget in EUR" in page(signed_in.get(new))
    for wrong, words in (
        ({"amount": "-1"}, "A budget is not negative."),
        ({"amount": "1.005"}, "at most 2 decimals"),
        ({"category": ""}, "required"),
    ):
        refused = signed_in.post(new, said | wrong)
        assert refused.status_code == 422
        assert words in page(refused)
        assert "Two mediators" in page(refused)
    assert signed_in.post(new, said | {"again": "1"}).url == new
    assert "such a line already" in page(signed_in.post(new, said | {"words": "two mediators "}))
    line = BudgetLine.objects.get()

    edit = at("line_edit", grant.practice_id, grant.pk, line.pk)
    changed = {"words": "Two mediators", "amount": "9000.00", "revision": "1"}
    assert "Nothing was changed since" in page(signed_in.get(edit))
    assert signed_in.post(edit, changed).status_code == 422
    assert signed_in.post(edit, changed | {"reason": "Cut."}).url == grant.get_absolute_url()
    shown = page(signed_in.get(edit))
    assert "Budget: “12,000.00 EUR” became “9,000.00 EUR”" in shown
    assert "What for:" not in shown
    clash = signed_in.post(edit, changed | {"amount": "1", "reason": "Mine."})
    assert clash.status_code == 409
    assert 'name="revision" value="2"' in page(clash)
    assert signed_in.post(edit, changed | {"amount": "2", "reason": "x", "revision": ""}).status_code == 409
    an_expense(line, coordinator, "9500", over=True)
    assert "overspent" in page(signed_in.get(edit))
    flat = a_line(grant, coordinator, "E", "840")
    assert "overspent" not in page(
        signed_in.get(at("line_edit", grant.practice_id, grant.pk, flat.pk))
    )  # fmt: skip


def test_what_belongs_to_another_grant_is_not_there(signed_in, practice, grant, line, coordinator):
    other = a_grant(practice, coordinator, funder="Other")
    expense = an_expense(line, coordinator)
    time = actions.record_time(
        line=line, staff="M1", month=date(2025, 2, 1), hours=Decimal(80), by=coordinator
    )
    for name, pk in (("line_edit", line.pk), ("expense_correct", expense.pk), ("time_edit", time.pk)):
        assert signed_in.get(at(name, practice.pk, other.pk, pk)).status_code == 404
        assert signed_in.get(at(name, practice.pk + 1, grant.pk, pk)).status_code == 404


def test_the_records_lead_there_for_who_manages_it(client, practice, coordinator, social_worker):
    for person, there in ((coordinator, True), (social_worker, False)):
        client.force_login(person)
        assert (at("money", practice.pk) in page(client.get(at("records", practice.pk)))) == there

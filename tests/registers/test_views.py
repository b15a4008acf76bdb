from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cairn.registers import actions, facts
from tests.registers.factories import DAY, a_record


@pytest.fixture
def seen(client, coordinator):
    client.force_login(coordinator)

    def page(name, *arguments, query=""):
        return " ".join(client.get(reverse(name, args=arguments) + query).content.decode().split())

    return page


def test_the_overview_names_what_is_late_and_counts_the_rest(seen, practice, coordinator):
    assert "none yet" in seen("registers", practice.pk)
    for number in range(12):
        a_record(practice, coordinator, title=f"Risk {number}", review_by=DAY)

    page = seen("registers", practice.pk)

    assert "12 records are overdue" in page
    assert "12 overdue" in page
    assert ("Risk 9" in page, "Risk 10" in page) == (True, False)


def test_a_list_is_narrowed_sorted_and_taken_away(client, seen, practice, coordinator, worker):
    address = ("register", practice.pk, "risk")
    assert "Add the first record" in seen(*address)
    a_record(practice, coordinator, title="Beta", likelihood="high", owner=worker.pk, review_by=DAY)
    with CaptureQueriesContext(connection) as for_one:
        seen(*address)
    alpha = a_record(practice, coordinator, title="Alpha", noted_on=DAY - timedelta(days=30))
    a_record(practice, coordinator, title="Gamma", noted_on=DAY + timedelta(days=3), owner=coordinator.pk)
    actions.close(record=alpha, on=DAY, by=coordinator)
    with CaptureQueriesContext(connection) as for_three:
        page = seen(*address)
    assert len(for_three) == len(for_one)
    assert "Wilma" in page

    def order(query):
        page = seen(*address, query=query)
        there = [name for name in ("Alpha", "Beta", "Gamma") if name in page]
        return sorted(there, key=page.index)

    assert order("") == ["Gamma", "Beta", "Alpha"]
    assert order("?sort=oldest") == ["Alpha", "Beta", "Gamma"]
    assert order("?sort=title") == ["Alpha", "Beta", "Gamma"]
    assert order("?sort=entered") == ["Gamma", "Alpha", "Beta"]
    assert order("?sort=due")[0] == "Beta"
    assert order("?likelihood=high") == ["Beta"]
    assert order("?state=open") == ["Gamma", "Beta"]
    assert order("?state=closed") == ["Alpha"]
    assert order("?state=overdue") == ["Beta"]
    assert order(f"?since={DAY}&until={DAY}") == ["Beta"]
    assert "No record fits" in seen(*address, query="?likelihood=middle")
    export = client.get(reverse("register_export", args=[practice.pk, "risk", "csv"]) + "?state=open")
    assert b"Beta" in export.content
    assert b"Alpha" not in export.content


def test_what_is_sealed_is_read_by_who_keeps_the_records(client, seen, practice, coordinator, mediator):
    record = a_record(practice, coordinator, "discrimination_event", words="Sent away.")
    assert "Sent away." in seen("record", record.pk)
    assert "not taken along: What happened" in seen("register", practice.pk, record.kind)
    export = client.get(reverse("register_export", args=[practice.pk, record.kind, "csv"]))
    assert b"Sent away." not in export.content

    client.force_login(mediator)

    page = client.get(reverse("record", args=[record.pk])).content.decode()
    assert "Sent away." not in page
    assert "only those who keep the records read it" in page
    assert "Change</a>" not in page
    listed = client.get(reverse("register", args=[practice.pk, "risk"])).content.decode()
    assert "Add the first record" not in listed


def test_a_record_shows_what_names_it_and_offers_more(client, seen, practice, coordinator):
    risk = a_record(practice, coordinator, title="No rooms")
    review = a_record(practice, coordinator, "risk_review", risks=[risk.pk])

    page = seen("record", risk.pk)

    assert review.get_absolute_url() in page
    add = f"{reverse('record_new', args=[practice.pk, 'risk_review'])}?risks={risk.pk}"
    assert add in page
    assert "checked" in client.get(add).content.decode()
    assert "No rooms" in seen("record", review.pk)


def test_a_consultation_shows_what_became_of_what_was_said(seen, practice, coordinator):
    consultation = a_record(practice, coordinator, "consultation", understood=True, mediator_needed=False)
    point = a_record(practice, coordinator, "consultation_input", consultations=[consultation.pk])
    decision = a_record(practice, coordinator, "design_decision", what="Mornings", inputs=[point.pk])

    page = seen("record", consultation.pk)

    assert page.index(point.get_absolute_url()) < page.index(decision.get_absolute_url())
    assert "Decision:</span>" in page
    assert "Tigrinya; French" in page
    assert "no </dd>" in page.replace("<p>no</p>", "no")


def test_records_with_languages_are_changed_by_their_names(client, practice, coordinator, worker):
    client.force_login(coordinator)
    item = a_record(practice, coordinator, "information_item", title="Leaflet")
    page = client.get(reverse("record_edit", args=[item.pk])).content.decode()
    assert 'value="Tigrinya, French"' in page
    actions.revise(record=item, revision=1, by=worker, title="Theirs", languages=["ar", "ti"], discreet=True)
    sent = {"title": "Mine", "languages": "Tigrinya, French", "format": "text", "channels": "print"}

    answer = client.post(
        reverse("record_edit", args=[item.pk]), sent | {"reviewed_on": str(DAY), "revision": "1"}
    )

    assert answer.status_code == 409
    form = answer.context["form"]
    assert (form["languages"].value(), form["discreet"].value()) == ("ar, ti", "yes")


def test_the_way_to_the_registers_is_for_those_who_may_go_it(client, practice, coordinator, reader):
    for person, there in ((coordinator, True), (reader, False)):
        client.force_login(person)
        page = client.get(reverse("records", args=[practice.pk])).content.decode()
        assert (reverse("registers", args=[practice.pk]) in page) is there


def test_several_are_entered_in_a_row(client, seen, practice, coordinator):
    risk = a_record(practice, coordinator)
    sent = {"risks": [str(risk.pk)], "reviewed_on": "2026-03-04", "outcome": "lower", "again": "1"}

    answer = client.post(reverse("record_new", args=[practice.pk, "risk_review"]), sent)

    assert answer["Location"] == reverse("record_new", args=[practice.pk, "risk_review"])
    early = sent | {"reviewed_on": "2025-03-04"}
    page = client.post(reverse("record_new", args=[practice.pk, "risk_review"]), early)
    assert "The practice began on" in page.content.decode()
    assert page.status_code == 422
    assert seen("record_new", practice.pk, "nowhere").count("<h1") == 1
    assert client.get(reverse("record_new", args=[practice.pk, "nowhere"])).status_code == 404


def sending(record, **said):
    return {
        "title": "Words",
        "noted_on": str(DAY),
        "likelihood": "low",
        "impact": "low",
        "revision": "1",
    } | said


def test_changes_are_saved_and_told(client, seen, practice, coordinator):
    record = a_record(practice, coordinator)

    client.post(reverse("record_edit", args=[record.pk]), sending(record, title="Other words"))

    page = seen("record", record.pk)
    assert "“Words” became “Other words”" in page
    assert "History: 2 changes" in page
    assert 'value="Other words"' in seen("record_edit", record.pk)
    late = client.post(
        reverse("record_edit", args=[record.pk]), sending(record, review_by="2026-01-01", revision="2")
    )
    assert "This is before" in late.content.decode()


def test_both_versions_are_shown_where_two_change_the_same(client, seen, practice, coordinator, worker):
    record = a_record(practice, coordinator)
    actions.revise(record=record, revision=1, by=worker, title="Theirs", trigger="Letters", plan_b="Wait.")

    answer = client.post(reverse("record_edit", args=[record.pk]), sending(record, title="Mine"))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Theirs" in page
    assert 'value="Mine"' in page
    assert 'value="Letters"' in page
    assert 'name="revision" value="2"' in page
    again = client.post(
        reverse("record_edit", args=[record.pk]),
        sending(record, title="Mine", trigger="Letters", revision="2"),
    )
    assert again.status_code == 302
    assert facts.of_kind(practice, "risk").get().data["title"] == "Mine"


def test_lists_and_languages_of_the_other_are_taken_over(client, practice, coordinator, worker):
    client.force_login(coordinator)
    record = a_record(practice, coordinator, "discrimination_event", action="None")
    actions.revise(
        record=record, revision=1, by=worker, grounds=["sex", "age"], action="Theirs", action_on=None
    )
    sent = {
        "place": "employer",
        "happened_on": str(DAY),
        "grounds": "origin",
        "action": "Mine",
        "revision": "1",
    }

    page = client.post(reverse("record_edit", args=[record.pk]), sent)

    assert page.status_code == 409
    assert page.context["form"]["grounds"].value() == ["sex", "age"]


def test_records_are_closed_and_opened_again_by_a_button(client, seen, practice, coordinator):
    record = a_record(practice, coordinator)
    close = reverse("record_close", args=[record.pk])

    refused = [client.post(close, {"on": on}) for on in ("", str(DAY - timedelta(days=1)))]
    assert [answer.status_code for answer in refused] == [422, 422]
    assert "It cannot end before it began." in refused[1].content.decode()
    client.post(close, {"on": str(DAY)})
    assert "Open it again" in seen("record", record.pk)
    client.post(reverse("record_reopen", args=[record.pk]))

    assert "Open it again" not in seen("record", record.pk)

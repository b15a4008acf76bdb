"""What the records say while people judge together: shown to assessors and moderators, kept with what is agreed."""

import pytest
from django.test import Client
from django.urls import reverse

from cairn.assessments import actions as assessments
from cairn.assessments import facts as read
from cairn.assessments.saying import Saying
from cairn.rounds import comparing, facts
from cairn.rounds.actions import agreeing
from cairn.rounds.models import Round
from cairn.rounds.saying import Agreed, Refused
from tests.assessments.factories import an_assessment, mark
from tests.assessments.weighing import AGAINST, PARTLY, SUPPORTED
from tests.factories import Assessor, a_person
from tests.rounds.factories import a_round, a_seat, agreeing_on

pytestmark = pytest.mark.django_db
SAID = "At least two in twelve months"


@pytest.fixture
def round_(organisation, coordinator):
    """Both judge A1.1 met and A1.2 partly."""
    return agreeing_on(
        organisation,
        coordinator,
        Ada={"A1_1": "met", "A1_2": "partly"},
        Bo={"A1_1": "met", "A1_2": "partly"},
    )


def of(client, person, name, *parts):
    client.force_login(person)
    return " ".join(client.get(reverse(name, args=parts)).content.decode().split())


def agree(round_, by, *, level, reason="", item_id="A1.1", base=0, mark_base=0):
    return agreeing.agree(round_=round_, said=[Agreed(item_id, base, mark_base, level, reason)], by=by)


@pytest.mark.parametrize("shown", [True, False])
def test_assessors_see_what_the_records_say_as_the_round_was_opened(
    organisation, coordinator, records, shown
):
    records["A1.1"] = PARTLY
    round_ = a_round(organisation, coordinator, shows_evidence=shown)
    seat = a_seat(round_, coordinator, "Ada")

    question = of(Client(), seat.person, "seat_question", seat.pk, "A1")
    home = of(Client(), seat.person, "seat", seat.pk)

    assert (SAID in question, "you see beside each item what they say" in home) == (shown, shown)
    assert "3 of 4" not in question
    assert "/registers/" not in question
    judged_without = "without seeing what" in of(Client(), coordinator, "round", round_.pk)
    assert judged_without is not shown


def test_the_form_decides_whether_they_see_it(client, organisation, coordinator):
    address = reverse("round_open", args=[an_assessment(organisation, coordinator).pk])
    client.force_login(coordinator)

    assert client.get(address).context["form"]["shows_evidence"].initial is True
    client.post(address, {"purpose": "self"})

    assert Round.objects.get().shows_evidence is False


def test_a_moderator_sees_it_with_figures(client, round_, coordinator, records):
    records["A1.1"] = PARTLY

    page = of(client, coordinator, "round_item", round_.pk, "A1.1")

    assert f"{SAID}: <strong>" in page
    assert "3 of 4" in page
    assert "where the agreed level is another than the records suggest" in page


def test_what_is_agreed_keeps_what_was_suggested(client, round_, coordinator, records):
    records["A1.1"] = SUPPORTED

    agree(round_, coordinator, level="met")

    kept = facts.agreed_in(round_)["A1.1"].suggested
    assert (kept["outcome"], kept["strength"]) == ("supported", "2")
    assert read.entries_of(round_.assessment)["A1.1"].suggested == kept
    assert "The records said then: supported" in of(client, coordinator, "round_item", round_.pk, "A1.1")
    assert "The records said then: supported" in of(client, coordinator, "round_differences", round_.pk)
    (row,) = [
        row
        for row in comparing.beside(round_, facts.framework_of(round_), reader=coordinator)
        if row.item.id == "A1.1"
    ]
    assert row.suggested.startswith("supported, strength 2 of 3")


def test_what_all_judged_otherwise_than_the_records_needs_a_reason(round_, coordinator, records):
    records["A1.1"] = AGAINST

    with pytest.raises(Refused, match="The records do not show this"):
        agree(round_, coordinator, level="met")
    agree(round_, coordinator, level="met", reason="They measured another house.")

    entry = read.entries_of(round_.assessment)["A1.1"]
    assert (entry.level, entry.reason) == ("met", "They measured another house.")
    assert entry.suggested["outcome"] == "contradicted"


def test_a_result_that_the_records_suggest_needs_no_reason_beside_the_mark(round_, coordinator, records):
    records["A1.1"] = PARTLY
    said = [Saying("A1.1", None, level="met", reason="I was there.")]
    assessments.record(assessment=round_.assessment, entries=said, by=coordinator, evidence=records)

    agree(round_, coordinator, level="partly", reason="Half of it.", mark_base=1)

    assert read.entries_of(round_.assessment)["A1.1"].reason == ""
    assert facts.agreed_in(round_)["A1.1"].reason == "Half of it."


def test_what_differs_is_not_taken_over_in_one_go(client, round_, coordinator, records):
    records |= {"A1.1": AGAINST, "A1.2": PARTLY}

    page = of(client, coordinator, "round_take_over", round_.pk)
    settled = agreeing.take_over(round_=round_, bases={"A1.1": 0, "A1.2": 0}, by=coordinator)

    assert "To agree on one by one" in page
    assert 'name="base:A1.1"' not in page
    assert [one.item_id for one in settled.written] == ["A1.2"]
    assert "Nothing to take over" not in of(client, coordinator, "round_take_over", round_.pk)


def test_a_mark_set_meanwhile_gets_no_reason_of_the_moderator(round_, coordinator, organisation, records):
    records["A1.1"] = AGAINST
    mark(round_.assessment, a_person("Asa", organisation, Assessor), A1_1="not-met")

    settled = agree(round_, coordinator, level="met", reason="They measured another house.")

    (clash,) = settled.clashes
    assert (clash.level, clash.by, clash.reason) == ("not-met", "Asa", "")
    assert read.entries_of(round_.assessment)["A1.1"].reason == ""

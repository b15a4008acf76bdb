import pytest
from django.urls import reverse

from cairn.assessments import actions
from cairn.frameworks.shape import Applies, PassRule
from cairn.reports.facts import writers
from tests.assessments.factories import (
    a_framework,
    a_grid,
    an_assessment,
    gate,
    group,
    item,
    mark,
    question,
    say,
)


def page_of(client, person, assessment):
    client.force_login(person)
    return client.get(assessment.get_absolute_url()).content.decode()


def test_it_says_what_is_left_to_do(client, assessment, assessor):
    mark(assessment, assessor, A1_1="met", A1_2="met", A2_1="met", A2_2="partly")
    say(assessment, assessor, "A1", narrative="It holds.")

    page = page_of(client, assessor, assessment)

    left = page.split('id="left"')[1]
    assert "Does A1 hold?" not in left
    assert "Does A2 hold?" in left
    assert "1 item is not decided" in left


def test_when_all_is_done_it_says_so(client, organisation, coordinator):
    assessment = an_assessment(
        organisation, coordinator, a_framework(question("Q", item("i1"), narrative=False))
    )
    mark(assessment, coordinator, i1="met")

    assert "Nothing: every question has an answer" in page_of(client, coordinator, assessment)


def test_a_rule_and_what_became_of_it_are_said_in_sentences(client, assessment, assessor):
    mark(assessment, assessor, A1_1="met", A1_2="met")

    page = page_of(client, assessor, assessment)

    assert "At least 50% of the points are asked for." in page
    assert "Passes, whatever the undecided items become." in page


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (PassRule(min_met=1), "At least 1 item must be met."),
        (PassRule(max_partly=0), "No item may be only partly met."),
        (PassRule(max_partly=2), "At most 2 items may be only partly met."),
        (PassRule(max_not_met=0), "No item may be unmet."),
        (PassRule(max_not_met=1), "At most 1 item may be unmet."),
    ],
)
def test_every_part_of_a_rule_has_its_sentence(client, organisation, coordinator, rule, sentence):
    framework = a_framework(group("G", item("i1"), rule=rule))
    assessment = an_assessment(organisation, coordinator, framework)

    page = page_of(client, coordinator, assessment)

    assert sentence in page
    assert "Still open: 1 item is undecided." in page or "Passes" in page


def test_a_failed_gate_stops_what_comes_after(client, organisation, coordinator):
    framework = a_framework(gate("E", item("e1"), short="Entry"), question("Q", item("i1")), item("lone"))
    assessment = an_assessment(organisation, coordinator, framework)
    mark(assessment, coordinator, e1="not-met")

    page = page_of(client, coordinator, assessment)

    assert "Does not pass." in page
    assert "Stopped: the gate “Entry” before it is not passed." in page
    assert "Does Q hold?" not in page.split('id="left"')[1]


def test_a_veto_is_named(client, organisation, coordinator):
    framework = a_framework(group("G", item("i1", veto="not-met"), rule=PassRule(min_met=0)))
    assessment = an_assessment(organisation, coordinator, framework)
    mark(assessment, coordinator, i1="not-met")

    page = page_of(client, coordinator, assessment)

    assert "Does not pass: the mark of “Stone i1 lies well.” outweighs everything else." in page


def test_everything_decided_passes_plainly(client, organisation, coordinator):
    framework = a_framework(group("G", item("i1"), rule=PassRule(min_met=1)))
    assessment = an_assessment(organisation, coordinator, framework)
    mark(assessment, coordinator, i1="met")

    assert "<strong>Passes.</strong>" in page_of(client, coordinator, assessment).replace("\n", "").replace(
        "  ", ""
    )


def test_left_out_nodes_stand_with_their_reason(client, assessment, assessor):
    say(assessment, assessor, "B", left_out=True, left_out_reason="Not our field.")

    page = page_of(client, assessor, assessment)

    assert "Left out: Not our field." in page
    assert "Does B1 hold?" not in page.split('id="left"')[1]


def test_what_does_not_apply_to_the_practice_is_no_task(client, organisation, coordinator):
    for_men = Applies(axis="target-groups", any_of=("men",))
    framework = a_framework(question("Q", item("i1"), applies=for_men), question("R", item("i2")))
    assessment = an_assessment(organisation, coordinator, framework)

    left = page_of(client, coordinator, assessment).split('id="left"')[1]

    assert "Does R hold?" in left
    assert "Does Q hold?" not in left


def test_every_standing_has_its_stone(client, organisation, coordinator):
    for_men = Applies(axis="target-groups", any_of=("men",))
    framework = a_framework(question("Q", *(item(f"i{n}") for n in range(4)), item("i4", applies=for_men)))
    assessment = an_assessment(organisation, coordinator, framework)
    mark(assessment, coordinator, i0="met", i1="partly", i2="not-met")

    page = page_of(client, coordinator, assessment)

    for standing in ("met", "partly", "not_met", "unknown", "not_applicable"):
        assert page.count(f'class="standing {standing}"') == 1


def test_leftovers_of_a_document_are_shown(client, assessment, coordinator):
    actions.keep_leftovers(assessment=assessment, texts=["A stray line"])

    assert "A stray line" in page_of(client, coordinator, assessment)


def test_a_published_edition_is_linked(client, assessment, coordinator, monkeypatch):
    edition = actions.publish(assessment=assessment, by=coordinator)
    monkeypatch.setattr(type(edition), "get_absolute_url", lambda self: "/an/edition/")

    assert "Edition 1, published on" in page_of(client, coordinator, assessment)


def test_every_report_can_be_taken_away(client, assessment, reader):
    page = page_of(client, reader, assessment)

    for kind in writers():
        assert reverse("report_download", args=[assessment.pk, kind]) in page


def test_who_only_reads_is_offered_no_changes(client, assessment, reader):
    page = page_of(client, reader, assessment)

    assert "Leave out" not in page
    assert reverse("assessment_publish", args=[assessment.pk]) not in page


def test_strangers_find_nothing(client, assessment, stranger):
    client.force_login(stranger)

    assert client.get(assessment.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_whatever_its_size(
    client, organisation, coordinator, count, django_assert_num_queries
):
    assessment = an_assessment(organisation, coordinator, a_grid(count * 4))
    actions.keep_leftovers(assessment=assessment, texts=["line"] * count)
    mark(assessment, coordinator, **{f"G_{n}": "met" for n in range(count)})
    client.force_login(coordinator)

    with django_assert_num_queries(10):
        client.get(assessment.get_absolute_url())

"""Evidence in an item's card: shown, accepted by a person, or contradicted with a reason."""

from datetime import date

import pytest
from django.urls import reverse

from cairn.assessments import actions, facts
from cairn.assessments.saying import Saying
from cairn.assessments.weighing import suggesting
from tests.assessments.factories import say
from tests.assessments.views.test_question import address, entry, text
from tests.assessments.weighing import AGAINST, OLD, PARTLY, SUPPORTED


@pytest.fixture
def page(client, assessment):
    """The page of the first question, for a person; or what comes of sending something there."""

    def shown(person, **post):
        client.force_login(person)
        said = {
            f"{name.replace('_', '.')}:{field}": value
            for (name, field), value in post.pop("said", {}).items()
        }
        return (
            client.post(address(assessment), said | post) if said or post else client.get(address(assessment))
        )

    return shown


def test_the_card_tells_what_records_say_and_where_to_add_to_them(page, assessment, coordinator, records):
    records["A1.1"] = PARTLY

    shown = text(page(coordinator))

    assert "What the records say" in shown
    assert "partly supported" in shown
    assert "Strength 1 of 3" in shown
    assert "0 of 1 needed part is met." in shown
    assert "(3 of 4)" in shown
    assert reverse("record_new", args=[assessment.practice_id, "policy_recommendation"]) in shown
    assert "Mark it “Partly”, as the records suggest" in shown
    assert 'id="evidence-A1-2"' not in shown


def test_who_may_not_see_records_sees_no_figures_and_no_ways(page, assessor, records):
    records["A1.1"] = PARTLY

    shown = text(page(assessor))

    assert "partly supported" in shown
    assert "Record a contribution to policy" in shown
    assert "(3 of 4)" not in shown
    assert "policy_recommendation" not in shown


def test_who_only_reads_is_offered_no_deed(page, reader, records):
    records["A1.1"] = SUPPORTED

    assert "as the records suggest" not in text(page(reader))


def test_a_person_accepts_what_is_suggested(page, assessment, assessor, records):
    records["A1.1"] = SUPPORTED
    say(assessment, assessor, "A1.1", level="partly", reason="As I saw.")

    answer = page(
        assessor,
        said={("A1_1", "base"): "1", ("A1_1", "level"): "partly", ("A1_1", "note"): "Kept"},
        accept="A1.1",
    )

    assert answer.url == address(assessment) + "#item-A1-1"
    accepted = entry(assessment, "A1.1")
    assert (accepted.level, accepted.note, accepted.reason) == ("met", "Kept", "")
    assert accepted.suggested["outcome"] == "supported"
    assert "as the records suggest" not in text(page(assessor))


@pytest.mark.parametrize("says", [AGAINST, None])
def test_what_is_not_suggested_cannot_be_accepted(page, assessment, assessor, records, says):
    records |= {"A1.1": says} if says else {}

    page(assessor, said={("A1_1", "base"): "0", ("A1_1", "level"): ""}, accept="A1.1")

    assert "A1.1" not in facts.entries_of(assessment)


@pytest.mark.parametrize(
    ("says", "level", "words"),
    [
        (SUPPORTED, "not-met", "The records suggest “Met”. Say in a sentence why your mark differs."),
        (AGAINST, "met", "The records do not show this. Say in a sentence why you mark it all the same."),
    ],
)
def test_a_mark_that_differs_needs_a_reason(page, assessment, assessor, records, says, level, words):
    records["A1.1"] = says
    said = {("A1_1", "base"): "0", ("A1_1", "level"): level, ("A1_1", "note"): "Kept"}

    refused = page(assessor, said=said)

    assert refused.status_code == 422
    assert words in text(refused)
    assert 'href="#reason-A1-1"' in text(refused)
    assert "Kept" in text(refused)
    assert facts.entries_of(assessment) == {}

    page(assessor, said=said | {("A1_1", "reason"): "The lists are of last year."})

    marked = entry(assessment, "A1.1")
    assert (marked.level, marked.reason) == (level, "The lists are of last year.")
    assert "The lists are of last year." in text(page(assessor))


def test_what_was_marked_before_asks_nothing_of_other_changes(page, assessment, assessor, records):
    """The records change from day to day; whoever mends a note is not asked about marks that stand."""
    say(assessment, assessor, "A1.1", level="met")
    records["A1.1"] = AGAINST

    page(assessor, said={("A1_1", "base"): "1", ("A1_1", "level"): "met", ("A1_1", "note"): "Mended"})

    assert entry(assessment, "A1.1").note == "Mended"
    assert "Why your mark differs from the records" in text(page(assessor))


def test_a_kept_reason_is_reason_enough(page, assessment, assessor, records):
    say(assessment, assessor, "A1.1", level="partly", reason="As I saw.")
    records["A1.1"] = AGAINST

    page(assessor, said={("A1_1", "base"): "1", ("A1_1", "level"): "met"})

    assert entry(assessment, "A1.1").level == "met"


def test_the_card_tells_when_records_changed_since(client, page, assessment, assessor, records):
    records["A1.1"] = SUPPORTED
    page(assessor, said={("A1_1", "base"): "0", ("A1_1", "level"): "met"})

    records["A1.1"] = AGAINST

    assert "When this was marked, the records said: supported, strength 2 of 3" in text(page(assessor))


def test_the_card_of_a_mark_from_a_document_says_that_nobody_compared(page, assessment, assessor, records):
    records["A1.1"] = SUPPORTED
    suggested = suggesting.kept_unseen(records, date(2025, 3, 1))
    mark = [Saying("A1.1", None, level="met")]
    actions.record(assessment=assessment, entries=mark, by=assessor, suggested=suggested)

    assert "When this was brought in, the records said: supported" in text(page(assessor))
    assert "nobody compared the two" in text(page(assessor))


def test_what_is_too_old_says_so(page, assessor, records):
    records["A1.1"] = OLD

    assert "Too old: newest of Jan. 1, 2024" in text(page(assessor))


def test_autosave_brings_the_field_for_the_reason(client, assessment, assessor, records):
    records["A1.1"] = SUPPORTED
    client.force_login(assessor)
    save = reverse("assessment_save", args=[assessment.pk, "A1"])

    answer = text(client.post(save, {"A1.1:base": "0", "A1.1:level": "not-met"}))

    assert 'id="why-A1-1" hx-swap-oob="true"' in answer
    assert 'name="A1.1:reason"' in answer

    answer = text(client.post(save, {"A1.1:base": "0", "A1.1:level": "not-met", "A1.1:reason": "As I saw."}))

    assert 'id="why-A1-1"' not in answer
    assert entry(assessment, "A1.1").reason == "As I saw."


def test_history_tells_the_reason_and_what_was_suggested(client, page, assessment, assessor, records):
    records["A1.1"] = SUPPORTED
    said = {("A1_1", "base"): "0", ("A1_1", "level"): "not-met", ("A1_1", "reason"): "As I saw."}
    page(assessor, said=said)

    shown = text(client.get(reverse("assessment_history", args=[assessment.pk])))

    assert "Why it differs from the records" in shown
    assert "supported, strength 2 of 3" in shown


@pytest.mark.parametrize("name", ["assessment", "assessment_publish"])
def test_marks_to_look_at_again_lead_to_their_place(client, assessment, coordinator, records, name):
    records["A1.1"] = AGAINST
    say(assessment, coordinator, "A1.1", level="met")
    client.force_login(coordinator)

    shown = text(client.get(reverse(name, args=[assessment.pk])))

    assert f'href="{address(assessment)}#item-A1-1"' in shown
    assert "nobody has said why" in shown

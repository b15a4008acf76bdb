"""The review page: what each person finds there, what they send, and what is refused."""

from datetime import date

import pytest
from django.urls import reverse

from cairn.assessments import actions as assessments
from cairn.assessments.enums import State
from cairn.assessments.facts import fingerprint, numbered
from cairn.frameworks.models import FrameworkVersion
from cairn.practices import actions as practices
from cairn.review import facts
from cairn.review.actions import commenting, steps
from tests.assessments.factories import mark, say
from tests.assessments.weighing import AGAINST


def page_of(client, person, assessment, **query):
    client.force_login(person)
    return client.get(reverse("review", args=[assessment.pk]), query).content.decode()


def send(client, person, name, assessment, **sent):
    client.force_login(person)
    return client.post(reverse(name, args=[assessment.pk]), sent)


def test_submitting_asks_once_about_what_is_open(client, assessment, assessor):
    page = page_of(client, assessor, assessment)
    assert "Something is still open on 3 pages" in page
    assert "It was not submitted yet" in page

    refused = send(client, assessor, "review_submit", assessment, seen="draft", note="My words")
    assert refused.status_code == 422
    assert "Confirm that you submit it all the same" in refused.content.decode()
    assert "My words" in refused.content.decode()
    done = send(client, assessor, "review_submit", assessment, seen="draft", open_is_fine="on")

    assert done.url == reverse("review", args=[assessment.pk])
    assert numbered(assessment.pk).stands is State.IN_REVIEW
    assert "Nothing has changed since then" in page_of(client, assessor, assessment)


def test_who_wrote_it_reads_why_they_cannot_approve(client, submitted, coordinator, reader):
    page = page_of(client, coordinator, submitted)
    assert "You wrote part of this assessment" in page
    assert reverse("review_approve", args=[submitted.pk]) not in page
    assert "the next step is someone else’s" in page_of(client, reader, submitted)

    refused = send(
        client, coordinator, "review_approve", submitted, seen="in_review", digest=fingerprint(submitted)
    )

    assert refused.status_code == 422
    assert "You wrote part of this assessment" in refused.content.decode()


def test_who_may_approve_but_wrote_it_and_may_do_nothing_else_reads_why(client, submitted, reviewer):
    submitted.started_by = reviewer
    submitted.save()

    assert "You wrote part of this assessment" in page_of(client, reviewer, submitted)


def test_a_reviewer_returns_it_with_links_to_what_needs_work(client, submitted, reviewer, assessor):
    without = send(client, reviewer, "review_return", submitted, seen="in_review", note="")
    assert "Say what has to change" in without.content.decode()

    send(
        client,
        reviewer,
        "review_return",
        submitted,
        seen="in_review",
        note="More *words*.",
        nodes=["A1", "A1.1"],
    )

    page = page_of(client, assessor, submitted)
    assert "<em>words</em>" in page
    question = reverse("assessment_question", args=[submitted.pk, "A1"])
    assert f'href="{question}"' in page
    assert f'href="{question}#item-A1-1"' in page
    assert "Returned with notes" in page


def test_a_step_that_came_too_late_keeps_what_was_written(client, submitted, reviewer, second_reviewer):
    steps.approve(assessment=submitted, seen=State.IN_REVIEW, digest=fingerprint(submitted), by=reviewer)

    late = send(client, second_reviewer, "review_return", submitted, seen="in_review", note="Not clear.")

    assert late.status_code == 422
    assert "Someone else was faster" in late.content.decode()
    assert "Not clear." in late.content.decode()
    gone = send(client, second_reviewer, "review_approve", submitted, seen="nowhere", digest="", note="Fine.")
    assert "Fine." in gone.content.decode()


def test_it_is_taken_back_and_approved_from_the_page(client, submitted, assessor, reviewer):
    send(client, assessor, "review_take_back", submitted, seen="in_review")
    assert numbered(submitted.pk).stands is State.DRAFT
    send(client, assessor, "review_submit", submitted, seen="draft", open_is_fine="on")

    send(client, reviewer, "review_approve", submitted, seen="in_review", digest=fingerprint(submitted))

    assert numbered(submitted.pk).stands is State.APPROVED


def test_the_page_says_whose_approval_is_void_and_why(client, approved, assessor, reviewer, coordinator):
    mark(approved, assessor, A1_1="not-met")
    say(approved, assessor, "A1", narrative="Now with words.")

    page = page_of(client, reviewer, approved)

    assert "The approval of Rian," in page
    assert "is void" in page
    assert "Now with words." in page
    assert "Stone A1.1 lies well." in page
    mark(approved, assessor, A1_1="met")
    first = facts.steps_of(approved).first()
    assert "Compared with: Submitted for review" in page_of(client, reviewer, approved, since=first.pk)


def test_facts_that_changed_are_named(client, approved, coordinator, reviewer):
    practices.revise(practice=approved.practice, revision=1, by=coordinator, summary="Other words.")

    page = page_of(client, reviewer, approved)
    assert "Facts of the practice: summary" in page


def test_an_approval_that_covers_other_words_of_the_framework_is_shown_as_void(client, approved, reviewer):
    organisation = approved.practice.organisation
    organisation.name = "Another Name"
    organisation.save()

    page = page_of(client, reviewer, approved)

    assert "is void" in page
    assert "Nothing that anyone wrote here differs any more" in page
    assert FrameworkVersion.objects.count() == 1


def test_the_day_stays_in_its_field_in_any_language(client, assessment, coordinator):
    """Browsers read only one form of a date there; any other shows as none, and saving would take the day away."""
    assessments.set_due(assessment=assessment, due_on=date(2099, 1, 31))
    client.force_login(coordinator)

    page = client.get(reverse("review", args=[assessment.pk]), headers={"Accept-Language": "fr"})

    assert 'value="2099-01-31"' in page.content.decode()


def test_a_coordinator_sets_the_day(client, assessment, coordinator, assessor):
    past = send(client, coordinator, "review_due", assessment, due_on="2020-01-01")
    assert "This day has passed" in past.content.decode()

    send(client, coordinator, "review_due", assessment, due_on="2099-01-01")

    assert "Jan. 1, 2099" in page_of(client, assessor, assessment)
    assessments.set_due(assessment=assessment, due_on=numbered(assessment.pk).due_on.replace(year=2020))
    assert "Overdue" in page_of(client, assessor, assessment)
    assert send(client, coordinator, "review_due", assessment, due_on="").status_code == 302


def test_what_was_published_can_only_be_read(client, approved, coordinator, reader):
    assessments.publish(assessment=approved, by=coordinator)

    assert "it was published, so it stays as it is" in page_of(client, reader, approved)


def test_the_publish_page_leads_to_the_review(client, assessment, approved, coordinator):
    client.force_login(coordinator)
    address = reverse("assessment_publish", args=[assessment.pk])
    assert "exactly as it stands now" in client.get(address).content.decode()
    mark(approved, coordinator, A1_1="not-met")

    page = client.get(address).content.decode()

    assert "A second person has to approve it first" in page
    assert reverse("review", args=[assessment.pk]) in page


def test_comments_are_counted_for_those_who_take_part(client, assessment, coordinator, reader):
    commenting.begin(assessment=assessment, node_id="A1", text="Which?", by=coordinator)
    commenting.begin(assessment=assessment, node_id="", text="All well?", by=coordinator)
    question = reverse("assessment_question", args=[assessment.pk, "A1"])

    assert page_of(client, coordinator, assessment).count("1 open comment") == 2
    assert "1 open comment" in client.get(question).content.decode()

    assert "open comment" not in page_of(client, reader, assessment)
    assert "open comment" not in client.get(question).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_timeline_asks_the_database_as_often_for_three_as_for_one(
    client, submitted, reviewer, assessor, number, django_assert_max_num_queries
):
    for _ in range(number):
        steps.send_back(assessment=submitted, seen=State.IN_REVIEW, by=reviewer, note="Again.", nodes=["A1"])
        steps.submit(assessment=submitted, seen=State.RETURNED, by=assessor, open_is_fine=True)
    client.force_login(reviewer)

    with django_assert_max_num_queries(45) as asked:
        client.get(reverse("review", args=[submitted.pk]))

    assert len(asked) == 24


def test_marks_to_look_at_again_are_told_before_it_is_submitted(client, assessment, assessor, records):
    records["A1.1"] = AGAINST
    client.force_login(assessor)

    shown = client.get(reverse("review", args=[assessment.pk])).content.decode()

    assert "1 mark to look at again" in " ".join(shown.split())
    assert reverse("assessment_question", args=[assessment.pk, "A1"]) + "#item-A1-1" in shown

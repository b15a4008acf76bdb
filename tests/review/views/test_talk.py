"""Conversations, what is asked of whom, and the house's rule about a second pair of eyes, as people meet them."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from cairn.assessments import actions as assessments
from cairn.assessments.enums import State
from cairn.assessments.facts import numbered
from cairn.review import facts, talk
from cairn.review.actions import assigning, commenting
from cairn.review.actions.reminding import remind
from cairn.review.asked import asked_of, number_asked
from cairn.review.mentions import mentioned_in
from cairn.review.models import Comment, Reminder, Turn
from tests.factories import Assessor, a_person


def told(person):
    return [str(notice) for notice in person.notices.order_by("pk")]


def test_a_comment_is_sent_answered_resolved_and_opened_again(
    client, assessment, coordinator, assessor, reviewer
):
    client.force_login(coordinator)
    page = reverse("node_comments", args=[assessment.pk, "A1"])
    assert "Nobody has said anything here yet" in client.get(page).content.decode()

    sent = client.post(page, {"text": "Is this *so*, @asad? <script>alert(1)</script>"})

    thread = talk.threads_on(assessment, "A1").get()
    assert sent.url == f"{page}#thread-{thread.pk}"
    shown = client.get(page).content.decode()
    assert "<em>so</em>" in shown
    assert "<script>alert(1)" not in shown
    assert told(assessor) == ["Cora mentions you in a comment on the assessment of Bread and Words."]
    client.force_login(assessor)
    client.post(reverse("comment_reply", args=[thread.pk]), {"text": "Yes.", "ticked": [reviewer.pk]})
    assert told(coordinator)[-1].startswith("Asad answered in a conversation of yours")
    assert told(reviewer)[-1].startswith("Asad mentions you")
    settle = reverse("comment_settle", args=[thread.pk])
    client.post(settle)
    again = client.post(settle, follow=True).content.decode()
    assert "Someone else resolved this just now" in again
    assert "Resolved by Asad" in again
    client.post(settle, {"reopen": "yes"})
    twice = client.post(settle, {"reopen": "yes"}, follow=True).content.decode()
    assert "Someone else opened this again just now" in twice
    assert "Opened again by Asad" in twice
    assert talk.open_counts(assessment) == {"A1": 1}
    assert [str(thread), str(thread.comments.last()), str(Turn.objects.first())] == [
        f"{assessment.pk}/A1",
        "Yes.",
        f"{thread.pk}: True",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Nothing is written here yet"),
        ("  ", "Nothing is written here yet"),
        ("x" * 5001, "This is 1 character more than the 5000 that fit"),
        ("Ask @Asad.", "More than one person could be meant by @Asad"),
    ],
)
def test_what_cannot_be_sent_stays_in_the_field(
    client, organisation, assessment, assessor, coordinator, text, said
):
    namesake = a_person("asad2", organisation, Assessor)
    namesake.name = "Asad"
    namesake.save()
    client.force_login(coordinator)
    page = reverse("comments", args=[assessment.pk])

    refused = client.post(page, {"text": text})

    assert refused.status_code == 422
    assert said in refused.content.decode()
    assert text.strip() in refused.content.decode()
    assert not Comment.objects.exists()
    begun = commenting.begin(assessment=assessment, node_id="", text="Hm.", by=coordinator).comment.thread
    answer = client.post(reverse("comment_reply", args=[begun.pk]), {"text": text})
    assert said in answer.content.decode()
    assert begun.comments.count() == 1


def test_a_long_comment_full_of_traps_is_kept_whole_and_shown_safely(client, assessment, coordinator):
    trap = "<script>alert(1)</script> <img src=x onerror=alert(2)> [so](javascript:alert(3)) **bold** \u202etxet\n"
    text = (trap * 100)[:5000]
    client.force_login(coordinator)

    page = client.post(
        reverse("comments", args=[assessment.pk]), {"text": text.replace("\n", "\r\n")}, follow=True
    )

    assert Comment.objects.get().text == text
    shown = page.content.decode().partition('class="card thread"')[2].partition("</ol>")[0]
    assert shown.count("&lt;script&gt;alert(1)&lt;/script&gt;") == text.count("</script>")
    assert shown.count("<strong>bold</strong>") == text.count("**bold**")
    assert "<script" not in shown
    assert "<img" not in shown
    assert 'href="javascript' not in shown
    opened, _override, after = shown.rpartition("\u202e")
    assert '<div dir="auto">' in opened, "what turns the direction ends with its comment"
    assert "</div>" in after


@pytest.mark.parametrize("number", [1, 3])
def test_conversations_are_read_in_as_many_queries_for_three_as_for_one(
    client, assessment, coordinator, assessor, number, django_assert_num_queries
):
    for _time in range(number):
        thread = commenting.begin(
            assessment=assessment, node_id="A1", text="So?", by=coordinator
        ).comment.thread
        commenting.answer(thread=thread, text="Yes.", by=assessor)
        commenting.settle(thread=thread, resolved=True, by=assessor)
    client.force_login(coordinator)
    page = reverse("node_comments", args=[assessment.pk, "A1"])

    with django_assert_num_queries(10):
        shown = client.get(page).content.decode()

    assert shown.count("Resolved by Asad") == number


def test_a_name_that_nobody_bears_is_said(client, assessment, coordinator):
    client.force_login(coordinator)

    page = client.post(
        reverse("comments", args=[assessment.pk]), {"text": "@Nemo and a@b.example"}, follow=True
    )

    assert "nobody who can read it is called @Nemo" in page.content.decode()
    nowhere = client.get(reverse("node_comments", args=[assessment.pk, "Z9"]))
    assert nowhere.status_code == 404
    strange = client.post(reverse("comments", args=[assessment.pk]), {"text": "So.", "ticked": ["x"]})
    assert strange.status_code == 422
    thread = talk.threads_on(assessment, "").get()
    again = client.post(reverse("comment_reply", args=[thread.pk]), {"text": "So.", "ticked": ["x"]})
    assert again.status_code == 422


def test_whole_names_go_before_first_names(organisation):
    short, longer = a_person("Ana", organisation), a_person("Anabel", organisation)
    whole = a_person("x", organisation)
    whole.name = "Ana Lopez"
    whole.save()

    assert mentioned_in("@ana lopez", [short, longer, whole]).people == {whole}
    assert mentioned_in("@Anabel, look", [short, longer, whole]).people == {longer}
    assert mentioned_in("@Ana!", [longer, whole]).people == {whole}
    other = a_person("y", organisation)
    other.name = "Ana Costa"
    other.save()
    assert set(mentioned_in("@Ana!", [whole, other]).ambiguous) == {"Ana"}
    assert mentioned_in("@Ana!", [whole, other], [other]).people == {other}


def test_a_part_is_asked_for_seen_and_done(client, submitted, coordinator, assessor, reviewer):
    client.force_login(coordinator)
    page = reverse("review_assign", args=[submitted.pk])
    assert "Ask someone for a part" in client.get(page).content.decode()
    sent = {"node_id": "A", "person": assessor.pk, "due_on": "2099-01-01", "note": "Please."}
    client.post(page, sent)
    assert "was asked for this already" in client.post(page, sent).content.decode()
    assert told(assessor)[-1] == "Cora asks you to work on part of the assessment of Bread and Words."
    asked = facts.assignments_of(submitted).get()
    assert str(asked) == f"{submitted.pk}/A: Asad"
    client.force_login(assessor)
    assert "Please." in client.get(reverse("asked")).content.decode()
    assert "Asked of me (1)" in client.get(reverse("desk")).content.decode()

    done = client.post(reverse("assignment_done", args=[asked.pk]), follow=True).content.decode()

    assert "Nothing waits for you" in done
    client.force_login(coordinator)
    again = client.post(reverse("assignment_done", args=[asked.pk]), follow=True).content.decode()
    assert "This was marked as done before" in again
    assert "Done on" in again


def test_what_does_not_fit_is_asked_of_nobody(assessment, coordinator, assessor, reviewer):
    def ask(**more):
        wanted = {"node_id": "A", "person": assessor} | more
        assigning.assign(assessment=assessment, by=coordinator, **wanted)

    for more, said in (
        ({"node_id": "Z9"}, "does not have this"),
        ({"person": reviewer}, "Rian may not assess here"),
        ({"due_on": date(2020, 1, 1)}, "This day has passed"),
        ({"note": "x" * 5001}, "5000 characters"),
    ):
        with pytest.raises(ValidationError, match=said):
            ask(**more)
    assert not facts.assignments_of(assessment).exists()


def test_nothing_is_asked_of_anyone_once_published(approved, coordinator, assessor):
    assigning.assign(assessment=approved, node_id="A", person=assessor, by=coordinator)
    assessments.publish(assessment=approved, by=coordinator)

    with pytest.raises(ValidationError, match="was published"):
        assigning.assign(assessment=approved, node_id="B", person=assessor, by=coordinator)
    assert number_asked(assessor) == 0


@pytest.mark.parametrize("number", [1, 3])
def test_what_waits_is_gathered_in_as_many_queries_for_three_as_for_one(
    client, submitted, coordinator, assessor, reviewer, number, django_assert_num_queries
):
    assessments.set_due(assessment=submitted, due_on=date(2099, 1, 1))
    for node_id in ("A1", "A2", "B1")[:number]:
        assigning.assign(assessment=submitted, node_id=node_id, person=assessor, by=coordinator)
        commenting.begin(assessment=submitted, node_id=node_id, text="@Asad", by=coordinator)
    commenting.begin(assessment=submitted, node_id="", text="@Rian", by=coordinator)

    with django_assert_num_queries(5):
        asked = asked_of(assessor)

    assert (len(asked.parts), len(asked.talks), asked.reviews) == (number, number, ())
    assert number_asked(assessor) == len(asked) == 2 * number
    client.force_login(reviewer)
    page = client.get(reverse("asked")).content.decode()
    assert "On the whole assessment" in page
    assert "Reviews that wait for you" in page


def test_people_are_reminded_once_a_day_and_later_once_a_week(assessment, coordinator, assessor):
    today = timezone.localdate()
    asked = assigning.assign(
        assessment=assessment, node_id="A", person=assessor, by=coordinator, due_on=today + timedelta(days=3)
    )
    assessments.set_due(assessment=assessment, due_on=today + timedelta(days=2))

    assert remind(today=today) == 3
    assert remind(today=today) == 0
    assert told(assessor)[-1].startswith(
        "What you were asked for in the assessment of Bread and Words is due"
    )
    assert remind(today=today + timedelta(days=1)) == 3
    assert remind(today=today + timedelta(days=4)) == 3
    assert told(assessor)[-1].startswith(
        "What you were asked for in the assessment of Bread and Words was due"
    )
    assert remind(today=today + timedelta(days=5)) == 0
    assert remind(today=today + timedelta(days=11)) == 3
    assert str(Reminder.objects.filter(assignment=asked).first()) == f"{asked.pk}: {today}"


def test_the_command_reminds_and_finds_approvals_that_no_longer_hold(approved, capsys, reviewer):
    organisation = approved.practice.organisation
    organisation.name = "Another Name"
    organisation.save()

    call_command("remind")

    assert capsys.readouterr().out == "0 reminders\n"
    assert numbered(approved.pk).stands is State.IN_REVIEW
    assert told(reviewer)[-1].endswith("is void, because its text differs by now.")


def test_it_waits_for_those_who_can_take_the_next_step(approved, coordinator, reviewer):
    assert facts.who_moves_next(approved) == [coordinator]
    assessments.publish(assessment=approved, by=coordinator)
    assert facts.who_moves_next(approved) == []


def test_a_house_decides_about_its_second_pair_of_eyes(client, organisation, coordinator, second_coordinator):
    client.force_login(coordinator)
    page = reverse("four_eyes", args=[organisation.slug])
    assert "It has been so from the beginning" in client.get(page).content.decode()
    assert client.post(page, {"wanted": "false", "reason": ""}).status_code == 422

    client.post(page, {"wanted": "false", "reason": "There are two of us."})

    assert told(second_coordinator)[-1].endswith("nobody has to approve before something is published.")
    home = client.get(reverse("organisation", args=[organisation.slug])).content.decode()
    assert "One person may publish alone here" in home
    late = client.post(page, {"wanted": "false", "reason": "The same."})
    assert "how it stands already" in late.content.decode()
    client.post(page, {"wanted": "true", "reason": "We grew."})
    shown = client.get(page).content.decode()
    assert "There are two of us." in shown
    assert "We grew." in shown

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Level, Scale
from cairn.improvement import actions
from cairn.improvement.enums import State
from cairn.improvement.models import ImprovementAction
from tests.assessments.factories import a_framework, an_assessment, gate, item, mark, question, say
from tests.improvement.factories import plan


@pytest.fixture
def assessment(organisation, coordinator):
    assessment = an_assessment(organisation, coordinator)
    mark(assessment, coordinator, A1_1="not-met", A1_2="met", A2_1="partly")
    return assessment


@pytest.fixture
def seen(client, coordinator):
    client.force_login(coordinator)

    def page(name, *arguments, query=""):
        return " ".join(client.get(reverse(name, args=arguments) + query).content.decode().split())

    return page


def test_weak_items_get_actions_several_at_once(client, seen, assessment, coordinator):
    page = seen("improve", assessment.pk)
    assert page.index("A1.1") < page.index("A2.1")
    assert "Stone A1.2" not in page
    said = {
        "A1-1-what": "Ask.",
        "A1-1-owner": coordinator.pk,
        "A2-1-what": "Look.",
        "A2-1-owner": coordinator.pk,
    }

    answer = client.post(reverse("improve", args=[assessment.pk]), said)

    assert answer.status_code == 302
    assert "2 actions were planned." in seen("improve", assessment.pk)
    faulty = client.post(reverse("improve", args=[assessment.pk]), {"A1-1-what": "x", "A1-1-owner": 0})
    assert faulty.status_code == 422
    mark(assessment, coordinator, A1_1="met")
    assert "no longer weak" in seen("improve", assessment.pk)


def test_what_can_outweigh_everything_comes_first(seen, organisation, coordinator):
    framework = a_framework(item("X"), item("W", weight=3), gate("G", item("G1")), item("V", veto="not-met"))

    page = seen("improve", an_assessment(organisation, coordinator, framework).pk)

    assert page.index("item-V") < page.index("item-G1") < page.index("item-W") < page.index("item-X")
    assert "Can outweigh everything else" in page
    assert "Weight 3" in page


def test_where_nothing_is_weak_it_says_so(seen, organisation, coordinator):
    assessment = an_assessment(organisation, coordinator, a_framework(item("X")))
    mark(assessment, coordinator, X="not_applicable")

    assert "Nothing is weak here" in seen("improve", assessment.pk)


def test_the_board_says_in_words_what_is_late(client, seen, assessment, coordinator, reader):
    assert "No action is planned yet" in seen("improvement_board", assessment.practice_id)
    for days, words in ((-2, "Overdue by 2 days"), (0, "Due today"), (3, "Due in 3 days"), (30, "Due on")):
        plan(assessment, coordinator, due_on=timezone.localdate() + timedelta(days=days))
        assert words in seen("improvement_board", assessment.practice_id)
    action = plan(assessment, coordinator)
    assert "No day set" in seen("improvement_board", assessment.practice_id)
    move = reverse("improvement_move", args=[action.pk])

    client.post(move, {"to": "done", "revision": 1})
    client.post(move, {"to": "under_way", "revision": 1})
    client.post(move, {"to": "nowhere", "revision": "x"})

    page = seen("improvement_board", assessment.practice_id)
    assert "stays where they put it" in page
    assert "There is no such state" in page
    assert "Done (1)" in page
    client.force_login(reader)
    assert (
        move not in client.get(reverse("improvement_board", args=[assessment.practice_id])).content.decode()
    )


def test_lists_are_filtered_sorted_and_taken_away(client, seen, assessment, coordinator, assessor):
    address = ("improvement_list", assessment.practice_id)
    assert "No action yet" in seen(*address)
    plan(assessment, coordinator, what="Late.", due_on=timezone.localdate() - timedelta(days=1))
    with CaptureQueriesContext(connection) as for_one:
        seen(*address)
    plan(assessment, coordinator, what="Theirs.", owner=assessor)
    plan(assessment, coordinator, "A2.1", what="Third.")
    with CaptureQueriesContext(connection) as for_three:
        assert "Third." in seen(*address)
    assert len(for_three) == len(for_one)

    assert "Theirs." not in seen(*address, query="?overdue=on&state=planned&sort=item")
    assert "Late." not in seen(*address, query=f"?owner={assessor.pk}")
    assert "No action fits" in seen(*address, query="?state=done")
    own = seen("improvements_own")
    assert "Late." in own
    assert "Theirs." not in own
    export = reverse("improvement_export", args=[assessment.practice_id, "csv"])
    assert b"Theirs." in client.get(export).content
    assert b"Theirs." not in client.get(reverse("improvements_own_export", args=["csv"])).content


def test_an_owner_who_only_reads_says_how_it_goes(client, assessment, coordinator, reader):
    action = plan(assessment, coordinator, owner=reader)
    client.force_login(reader)
    update = reverse("improvement_update", args=[action.pk])
    said = {"state": "done", "note": "It went well.", "links": "https://example.org/a", "revision": 1}

    assert client.get(update).status_code == 200
    assert client.get(reverse("improvement_edit", args=[action.pk])).status_code == 404
    assert client.post(update, said | {"state": "dropped"}).status_code == 422
    client.post(update, said | {"proof": "A list."})

    page = client.get(action.get_absolute_url()).content.decode()
    assert "It went well." in page
    assert "https://example.org/a" in page
    assert client.post(update, said | {"proof": "Mine.", "effect": "x"}).status_code == 409
    client.post(update, said | {"revision": 2, "note": "", "proof": "A list."})
    assert action.progress.count() == 1


def test_the_plan_is_changed_and_both_versions_shown(client, assessment, coordinator, assessor):
    action = plan(assessment, coordinator)
    client.force_login(coordinator)
    edit = reverse("improvement_edit", args=[action.pk])
    said = {"what": "Mine", "owner": coordinator.pk, "revision": 1}
    actions.revise(action=action, revision=1, by=assessor, what="Theirs", owner=assessor, expected="Trust")

    clash = client.post(edit, said)

    assert clash.status_code == 409
    assert "Theirs" in clash.content.decode()
    assert client.get(edit).status_code == 200
    client.post(edit, {"what": "Mine", "owner": assessor.pk, "expected": "Trust", "revision": 2})
    action.refresh_from_db()
    assert (action.what, action.owner, action.expected) == ("Mine", assessor, "Trust")
    assessor.memberships.all().delete()
    other = {"what": "Mine", "owner": coordinator.pk, "expected": "Trust", "revision": 3}
    client.post(edit, other)
    assert client.post(edit, other | {"owner": assessor.pk, "revision": 4}).status_code in {200, 422}


def test_the_next_round_tells_what_followed_upon_what(client, seen, assessment, organisation, coordinator):
    assert "Nothing to compare with yet" in seen("what_changed", assessment.pk)
    assert client.get(reverse("what_changed_export", args=[assessment.pk, "csv"])).status_code == 200
    done = plan(assessment, coordinator, what="Finished.")
    actions.revise(action=done, revision=1, by=coordinator, state=State.DONE, effect="They stay.")
    plan(assessment, coordinator, what="Still open.")
    dropped = plan(assessment, coordinator, "A2.1", what="Given up.")
    actions.revise(action=dropped, revision=1, by=coordinator, state=State.DROPPED, reason="No money.")
    unmoved = plan(assessment, coordinator, "A2.2", what="No use.")
    newer = an_assessment(organisation, coordinator, practice=assessment.practice, follows=assessment)
    mark(newer, coordinator, A1_1="met", A1_2="not-met", A2_1="partly", A2_2="met")
    actions.revise(action=unmoved, revision=1, by=coordinator, state=State.DONE)

    page = seen("what_changed", newer.pk)

    assert "Was “Not met”, now “Met”, after this action was done on" in page
    assert "This action is not done yet." in page
    assert "still “Partly”. This action was dropped" in page
    assert "these two cannot be compared. This action was done on" in page
    assert "after the mark was set" in page
    assert "Worse, with no action on it" in page
    assert "They stay." in page
    table = client.get(reverse("what_changed_export", args=[newer.pk, "csv"]) + f"?since={assessment.pk}")
    assert b"Finished. (Done)" in table.content
    assert ImprovementAction.objects.count() == 4


def test_a_newer_version_is_matched_by_id(seen, organisation, coordinator):
    first = an_assessment(organisation, coordinator, a_framework(item("X"), item("Y"), item("Z")))
    mark(first, coordinator, X="partly", Z="not_applicable")
    second = an_assessment(
        organisation, coordinator, a_framework(item("X"), item("Z"), version="2"), practice=first.practice
    )
    mark(second, coordinator, X="met", Z="not_applicable")
    third = an_assessment(organisation, coordinator, a_framework(item("X")), practice=first.practice)

    page = seen("what_changed", second.pk)

    assert "Better without any action" in page
    assert "No action was planned between the two." in page
    assert "Compare with the assessment" in seen("what_changed", third.pk)


def test_the_same_mark_after_work_on_it_is_told_plainly(seen, organisation, assessment, coordinator):
    action = plan(assessment, coordinator)
    actions.revise(action=action, revision=1, by=coordinator, state=State.DONE)
    newer = an_assessment(organisation, coordinator, practice=assessment.practice, follows=assessment)
    mark(newer, coordinator, A1_1="not-met")

    page = seen("what_changed", newer.pk)

    assert "Was “Not met”, still “Not met”. This action was done on" in page
    assert "after this action was done" not in page


def test_what_was_left_out_is_not_compared(seen, organisation, coordinator):
    first = an_assessment(organisation, coordinator, a_framework(question("Q", item("X"))))
    mark(first, coordinator, X="not-met")
    plan(first, coordinator, "X")
    second = an_assessment(
        organisation, coordinator, a_framework(question("Q", item("X"))), practice=first.practice
    )
    say(second, coordinator, "Q", left_out=True, left_out_reason="It is not ours to do.")

    page = seen("what_changed", second.pk)

    assert "Was “Not met”, now “Left out”: these two cannot be compared." in page


def test_words_without_points_are_still_better_or_worse(seen, organisation, coordinator):
    words = Scale(
        id="words",
        label="Words",
        levels=(
            Level(id="yes", label="Yes", standing=Standing.MET),
            Level(id="half", label="Half", standing=Standing.PARTLY),
            Level(id="no", label="No", standing=Standing.NOT_MET),
        ),
    )
    framework = a_framework(item("X"), item("Y"), scales=(words,), scale="words")
    first = an_assessment(organisation, coordinator, framework)
    mark(first, coordinator, X="half", Y="half")
    second = an_assessment(organisation, coordinator, framework, practice=first.practice)
    mark(second, coordinator, X="yes", Y="no")

    page = seen("what_changed", second.pk)

    assert page.index("Better without any action") < page.index("Worse, with no action on it")
    assert "Half" in page
    assert "No action was planned between the two." in page


def test_who_may_not_plan_reads_what_is_weak_and_what_is_done(client, assessment, coordinator, reader):
    plan(assessment, coordinator, what="Ask a mediator.")
    client.force_login(reader)
    address = reverse("improve", args=[assessment.pk])

    page = client.get(address).content.decode()

    assert "Ask a mediator." in page
    assert "A1-1-what" not in page
    assert client.post(address, {"A1-1-what": "Mine."}).status_code == 404


@pytest.mark.parametrize("name", ["improvement_board", "improve", "what_changed", "improvements_own"])
def test_three_actions_cost_as_many_questions_as_one(name, seen, assessment, organisation, coordinator):
    newer = an_assessment(organisation, coordinator, practice=assessment.practice, follows=assessment)
    arguments = {
        "improvement_board": [assessment.practice_id],
        "improve": [assessment.pk],
        "what_changed": [newer.pk],
        "improvements_own": [],
    }[name]
    plan(assessment, coordinator, what="First.")
    with CaptureQueriesContext(connection) as for_one:
        assert "First." in seen(name, *arguments)
    plan(assessment, coordinator, what="Second.")
    plan(assessment, coordinator, "A2.1", what="Third.")

    with CaptureQueriesContext(connection) as for_three:
        assert "Third." in seen(name, *arguments)

    assert len(for_three) == len(for_one)


def test_three_notes_and_changes_cost_as_many_questions_as_one(seen, assessment, coordinator, assessor):
    action = plan(assessment, coordinator)

    def work(words, by):
        actions.note(action=action, text=words, by=by)
        action.refresh_from_db()
        actions.revise(action=action, revision=action.revision, by=by, expected=words, owner=by)

    work("First.", coordinator)
    with CaptureQueriesContext(connection) as for_one:
        assert "First." in seen("improvement_action", action.pk)
    work("Second.", assessor)
    work("Third.", coordinator)

    with CaptureQueriesContext(connection) as for_three:
        assert "Third." in seen("improvement_action", action.pk)

    assert len(for_three) == len(for_one)

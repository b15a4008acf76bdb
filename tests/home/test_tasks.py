"""What waits for whom: every role opens its desk and finds what is late, near or incomplete, and nothing of anybody else's."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cairn.home import tasks
from cairn.improvement import actions as improvement
from cairn.listening.actions import reports
from cairn.people.roles import Mediator, Safeguarding
from cairn.plans import actions as plans
from cairn.practices import actions as practices
from tests.activities.factories import a_session, an_activity, people_in
from tests.assessments.factories import an_assessment
from tests.factories import a_person
from tests.listening.factories import a_form, a_point, a_report, pooled
from tests.money.factories import a_grant, a_line
from tests.needs.factories import a_talk
from tests.participants.factories import a_participant, a_worker
from tests.registers.factories import a_record
from tests.results.factories import an_indicator, an_objective
from tests.rounds.factories import a_round, a_seat

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 20)


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(organisation=organisation, by=coordinator, title="Steady Steps")


@pytest.fixture
def worker(practice):
    return a_worker(practice)


def words(person, practice):
    return [task.words for task in tasks.in_practice(person, practice, TODAY)]


def pages(person, practice):
    return [task.address for task in tasks.in_practice(person, practice, TODAY)]


def test_a_worker_finds_what_their_own_people_wait_for(practice, coordinator, worker):
    mine = a_participant(practice, coordinator, worker=worker)
    a_participant(practice, coordinator, worker=a_worker(practice, "Ilse"))

    assert set(words(worker, practice)) == {
        "Something is not yet recorded of 1 person.",
        f"Ask {mine.code} about needs for the first time",
        f"Make a work plan with {mine.code}",
    }
    assert reverse("plan", args=[mine.pk]) in pages(worker, practice)


def test_what_is_late_comes_before_what_is_near(practice, coordinator, worker):
    mine = a_participant(practice, coordinator, worker=worker)
    a_talk(mine, worker, TODAY - timedelta(days=190), money="high")
    plan = plans.begin(participant=mine, begun_on=date(2025, 4, 1), by=worker)
    plans.set_goal(
        plan=plan,
        words="Read a bus plan",
        kind="language",
        chosen_by="person",
        quantity=Decimal(1),
        unit="times",
        due_on=TODAY + timedelta(days=3),
        by=worker,
    )

    found = tasks.in_practice(worker, practice, TODAY)

    assert [(task.words, task.due_on and task.due_on < TODAY) for task in found] == [
        (f"Look at the work plan of {mine.code} together", True),
        (f"Ask {mine.code} about needs again", True),
        (f"A goal of {mine.code} is due", False),
        ("Something is not yet recorded of 1 person.", None),
    ]


def test_who_left_is_asked_how_things_go_and_no_more_of_needs(practice, coordinator, worker):
    gone = a_participant(practice, coordinator, worker=worker)
    plans.begin(participant=gone, begun_on=date(2025, 4, 1), by=worker)
    plans.leave(participant=gone, on=date(2025, 12, 1), reason="other", result="none", by=worker)

    assert words(worker, practice) == [f"Ask {gone.code} how things go since leaving"]


def test_a_mediator_finds_the_sheets_that_nobody_wrote(practice, coordinator, organisation):
    activity = an_activity(practice, coordinator)
    people_in(activity, coordinator, 1)
    session = a_session(activity, coordinator)

    mediator = a_person("Mona", organisation, Mediator)

    assert words(mediator, practice) == ["Write down who came to “Bread course”"]
    assert pages(mediator, practice) == [reverse("session", args=[session.pk])]


def test_a_coordinator_finds_no_code_of_anyone(practice, coordinator, worker):
    mine = a_participant(practice, coordinator, worker=worker)
    alone = a_participant(practice, coordinator)
    plans.leave(participant=mine, on=date(2025, 12, 1), reason="other", result="none", by=worker)

    said = " ".join(words(coordinator, practice))

    assert "Nobody works with 1 participant: assign someone." in said
    assert mine.code not in said
    assert alone.code not in said


def test_records_whose_time_has_run_out_are_to_be_erased(practice, coordinator, worker):
    gone = a_participant(practice, coordinator, worker=worker, enrolled_on=date(2010, 1, 1))
    plans.leave(participant=gone, on=date(2010, 12, 1), reason="other", result="none", by=worker)

    assert "The time of 1 record has run out: it is to be erased." in words(coordinator, practice)


def test_registers_results_and_money_say_what_is_open(practice, coordinator):
    a_record(practice, coordinator, "document", review_by=TODAY - timedelta(days=9))
    objective = an_objective(practice, coordinator)
    an_indicator(objective, coordinator)
    a_line(a_grant(practice, coordinator), coordinator)
    a_grant(practice, coordinator, starts_on=TODAY, ends_on=date(2027, 3, 31))

    said = words(coordinator, practice)

    assert "Policies and documents: 1 overdue" in said
    assert "Objectives that lack something before anyone can judge them: 1" in said
    assert any("say why spending differs" in each for each in said)


def test_where_everything_is_done_nothing_is_said(practice, coordinator, worker):
    assert words(coordinator, practice) == words(worker, practice) == []


def test_rounds_and_actions_wait_across_practices(organisation, coordinator, assessor):
    assessment = an_assessment(organisation, coordinator)
    round_ = a_round(organisation, coordinator, assessment=assessment, deadline=timezone.localdate())
    seat = a_seat(round_, coordinator, person=assessor)
    action = improvement.plan(
        assessment=assessment, node_id="A1.1", what="Ask them.", owner=assessor, by=coordinator, due_on=TODAY
    )

    found = tasks.judging(assessor, timezone.localdate())

    assert {task.address for task in found} == {reverse("seat", args=[seat.pk]), action.get_absolute_url()}


class TestPages:
    @pytest.fixture
    def visit(self):
        def visit(person, name, *arguments):
            client = Client()
            client.force_login(person)
            return client.get(reverse(name, args=arguments)).content.decode()

        return visit

    def test_the_desk_shows_eight_and_the_way_to_all(self, visit, practice, coordinator, worker):
        for _ in range(5):
            a_participant(practice, coordinator, worker=worker)

        page = visit(worker, "desk")

        assert page.count("about needs for the first time") + page.count("Make a work plan") <= 8
        assert "All 11" in page
        assert reverse("records", args=[practice.pk]) in page

    def test_the_desk_says_when_nothing_waits(self, visit, practice, worker, reader):
        assert "Nothing is overdue" in visit(worker, "desk")
        assert "What waits for you" not in visit(reader, "desk")

    def test_whoever_keeps_many_practices_opens_each(self, visit, practice, organisation, coordinator):
        for number in range(6):
            practices.create(organisation=organisation, by=coordinator, title=f"Another {number}")
        a_participant(practice, coordinator)

        page = visit(coordinator, "desk")

        assert "Nobody works with" not in page
        assert "You keep the records of many practices" in page

    def test_the_desk_shows_what_was_asked_of_an_assessor(self, visit, organisation, coordinator, assessor):
        a_seat(a_round(organisation, coordinator), coordinator, person=assessor)

        assert "hand in" in visit(assessor, "desk")

    def test_records_show_each_role_its_own_ways(self, visit, practice, coordinator, worker):
        theirs, mine = visit(coordinator, "records", practice.pk), visit(worker, "records", practice.pk)

        assert "Nothing waits for you here." in theirs
        assert reverse("money", args=[practice.pk]) in theirs
        assert reverse("money", args=[practice.pk]) not in mine
        assert reverse("participants", args=[practice.pk]) in mine

    def test_late_and_near_look_otherwise(self, visit, practice, coordinator):
        a_record(practice, coordinator, "document", review_by=date(2026, 3, 2))

        assert 'class="tag bad"' in visit(coordinator, "records", practice.pk)


def test_the_safeguarding_lead_finds_reports_and_the_coordinator_those_that_nobody_may_open(
    practice, coordinator, worker
):
    first = a_report(practice, received_on=date(2026, 3, 16))
    assert "Nobody here may open 1 report: make somebody safeguarding lead." in words(coordinator, practice)
    assert not pages(worker, practice)
    lead = a_person("Sara", practice.organisation, Safeguarding)

    assert words(lead, practice) == ["Acknowledge a report"]
    assert not [page for page in pages(coordinator, practice) if "reports" in page]
    reports.acknowledge(report=first, by=lead, on=date(2026, 3, 17))
    assert words(lead, practice) == []
    (soon,) = tasks.in_practice(lead, practice, date(2026, 4, 10))
    assert (soon.words, soon.address) == ("Close a report or pass it on", first.get_absolute_url())


def test_whoever_keeps_records_finds_points_past_their_day_and_words_to_read(practice, coordinator):
    a_point(practice, coordinator, said_on=date(2025, 6, 1))
    pooled(an_activity(practice, coordinator), a_form(), coordinator, words="The bread was good.")

    told = words(coordinator, practice)

    assert "1 point that people made waits for an answer past its day." in told
    assert "Read what 1 person wrote, and pass it on or keep it back." in told
    assert reverse("remarks", args=[practice.pk]) in pages(coordinator, practice)

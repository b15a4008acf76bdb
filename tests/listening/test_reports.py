"""What is reported in confidence reaches one person, keeps a clock, and stays."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from cairn.activities.actions.writing import Staffing
from cairn.listening.actions import reports as actions
from cairn.listening.clock import working_days_later
from cairn.listening.enums import Stage
from cairn.listening.facts import reports as facts
from cairn.listening.models import Report
from cairn.participants.counting import Share
from cairn.people.roles import Safeguarding
from cairn.trail import facts as trail
from tests.activities.factories import a_session, an_activity
from tests.factories import a_person
from tests.listening.factories import WORDS, a_report

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 2)


@pytest.fixture
def activity(practice, coordinator):
    return an_activity(practice, coordinator)


def a_led_session(activity, by, *people):
    return a_session(activity, by, staff=[Staffing(one, "", "facilitator") for one in people])


@pytest.mark.parametrize(
    ("day", "until"),
    [
        (MONDAY, date(2026, 3, 4)),
        (date(2026, 3, 5), date(2026, 3, 9)),
        (date(2026, 3, 6), date(2026, 3, 10)),
        (date(2026, 3, 7), date(2026, 3, 10)),
    ],
)
def test_saturdays_and_sundays_are_no_working_days(day, until):
    assert working_days_later(day, 2) == until


def test_what_was_said_is_sealed_and_names_nobody(practice):
    report = a_report(practice)

    with connection.cursor() as cursor:
        cursor.execute("SELECT text, told_to_id FROM listening_report")
        kept, told_to = cursor.fetchone()
    assert "shouted" not in kept
    assert told_to is None
    assert Report.objects.get().text == WORDS
    assert not trail.of(report.thing).exists(), "an entry has a time, and what came from outside has none"
    assert str(report) == f"staff {timezone.localdate()}"


def test_the_lead_is_told_without_a_word_of_it(practice, lead, coordinator, mailoutbox):
    report = a_report(practice)

    notice = lead.notices.get()
    assert str(notice) == "Something waits for you in “Steady Steps”."
    assert notice.address == report.get_absolute_url()
    assert not coordinator.notices.exists()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"text": "  "}, "text"),
        ({"text": "a" * 10_001}, "text"),
        ({"kind": "gossip"}, "kind"),
        ({"received_on": date(2999, 1, 1)}, "received_on"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_at_its_field(practice, said, field):
    with pytest.raises(ValidationError) as refused:
        a_report(practice, **said)

    assert field in refused.value.message_dict


def test_nobody_deletes_it(practice):
    report = a_report(practice)

    with pytest.raises(DatabaseError), transaction.atomic():
        report.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Report.objects.all()._raw_delete(using="default")

    assert Report.objects.filter(pk=report.pk).exists()


class TestWhoSeesIt:
    def test_the_lead_and_nobody_else(self, practice, lead, coordinator, social_worker, stranger):
        report = a_report(practice)

        assert list(facts.visible_to(lead)) == [report]
        for other in (coordinator, social_worker, stranger):
            assert not facts.visible_to(other).exists()

    def test_not_the_lead_who_was_staff_of_the_activity(self, practice, lead, coordinator, activity, client):
        a_led_session(activity, coordinator, lead)
        other = a_led_session(activity, coordinator)
        report = a_report(practice, session=other)
        client.force_login(lead)

        assert not facts.visible_to(lead).exists()
        assert client.get(report.get_absolute_url()).status_code == 404
        for name in ("report_acknowledge", "report_escalate", "report_close"):
            assert client.post(reverse(name, args=[report.pk])).status_code == 404
        assert not lead.notices.exists()
        assert facts.counts(practice, timezone.localdate()).unheard == 1

    def test_not_whom_it_is_kept_from(self, practice, lead, coordinator, organisation):
        second = a_person("Otto", organisation, Safeguarding)
        report = a_report(practice, kept_from=[lead])

        assert facts.handlers_of(report) == [second]
        assert facts.counts(practice, timezone.localdate()).unheard == 0


class TestTheClock:
    def test_it_is_acknowledged_then_passed_on_then_closed(self, practice, lead):
        report = a_report(practice, received_on=MONDAY)
        assert (report.stage, report.due_on) == (Stage.NEW, date(2026, 3, 4))

        report = actions.acknowledge(report=report, by=lead, on=date(2026, 3, 3))
        assert (report.stage, report.due_on) == (Stage.ACKNOWLEDGED, date(2026, 4, 1))

        report = actions.escalate(
            report=report, outcome="To the labour inspectorate.", by=lead, on=date(2026, 3, 9)
        )
        assert (report.stage, report.due_on) == (Stage.ESCALATED, None)

        report = actions.close(report=report, outcome="They came.", by=lead)
        assert (report.stage, report.due_on) == (Stage.CLOSED, None)
        assert Report.objects.get().outcome == "To the labour inspectorate.\n\nThey came."
        assert trail.of(report.thing).count() == 3

    def test_it_can_be_closed_without_passing_it_on(self, practice, lead):
        report = actions.acknowledge(report=a_report(practice), by=lead)

        assert actions.close(report=report, outcome="We talked.", by=lead).stage is Stage.CLOSED

    def test_it_is_acknowledged_first_and_once(self, practice, lead):
        report = a_report(practice)
        with pytest.raises(ValidationError, match="Acknowledge it first"):
            actions.close(report=report, outcome="Done.", by=lead)
        actions.acknowledge(report=report, by=lead)

        with pytest.raises(ValidationError, match="acknowledged already"):
            actions.acknowledge(report=report, by=lead)
        actions.escalate(report=report, outcome="To the police.", by=lead)
        with pytest.raises(ValidationError, match="passed on already"):
            actions.escalate(report=report, outcome="To the police.", by=lead)
        actions.close(report=report, outcome="Done.", by=lead)
        with pytest.raises(ValidationError, match="closed already"):
            actions.close(report=report, outcome="Done.", by=lead)

    def test_days_and_words_must_make_sense(self, practice, lead):
        report = a_report(practice, received_on=MONDAY)
        with pytest.raises(ValidationError, match="has not come"):
            actions.acknowledge(report=report, by=lead, on=timezone.localdate() + timedelta(days=1))
        with pytest.raises(ValidationError, match="before what came first"):
            actions.acknowledge(report=report, by=lead, on=MONDAY - timedelta(days=1))
        actions.acknowledge(report=report, by=lead, on=MONDAY)
        with pytest.raises(ValidationError, match="in a few words"):
            actions.close(report=report, outcome=" ", by=lead)

    def test_counts_tell_what_is_open_and_late(self, practice, lead):
        late = a_report(practice, received_on=MONDAY)
        a_report(practice)
        gone = actions.acknowledge(report=a_report(practice), by=lead)
        actions.close(report=gone, outcome="Done.", by=lead)

        assert facts.counts(practice, timezone.localdate()) == facts.Counts(3, 2, 1, 0)
        assert facts.waiting_for(lead, practice.pk)[0] == late

    def test_how_well_it_was_kept(self, practice, lead):
        day = date(2026, 6, 1)
        quick = actions.acknowledge(report=a_report(practice, received_on=MONDAY), by=lead, on=MONDAY)
        actions.escalate(report=quick, outcome="On.", by=lead, on=date(2026, 3, 9))
        slow = actions.acknowledge(
            report=a_report(practice, received_on=MONDAY), by=lead, on=date(2026, 3, 20)
        )
        actions.close(report=slow, outcome="Done.", by=lead, on=date(2026, 5, 9))
        a_report(practice, received_on=MONDAY)
        a_report(practice, received_on=date(2026, 5, 31))

        kept = facts.kept(practice.pk, MONDAY, day, day)

        assert kept == facts.Kept(acknowledged=Share(1, 3), settled=Share(1, 3))


class TestPages:
    def test_the_coordinator_sees_how_many_and_no_word(self, practice, coordinator, client):
        a_report(practice, received_on=MONDAY)
        client.force_login(coordinator)

        page = client.get(reverse("reports", args=[practice.pk]))

        words = page.content.decode()
        assert page.context["counts"] == facts.Counts(1, 1, 1, 1)
        assert "Give someone a role" in words
        assert "shouted" not in words
        assert "/reports/" not in words.replace(f"/practices/{practice.pk}/reports/", "")

    def test_a_social_worker_sees_not_even_that(self, practice, social_worker, client):
        client.force_login(social_worker)

        assert client.get(reverse("reports", args=[practice.pk])).status_code == 404

    def test_the_lead_finds_it_reads_it_and_the_look_is_written_down(self, practice, lead, client):
        client.force_login(lead)
        assert "Nothing waits for you" in client.get(reverse("reports", args=[practice.pk])).content.decode()
        report = a_report(practice)

        assert (
            report.get_absolute_url() in client.get(reverse("reports", args=[practice.pk])).content.decode()
        )
        page = client.get(report.get_absolute_url())

        assert "shouted" in page.content.decode()
        assert "no-store" in page["Cache-Control"]
        assert [entry.deed for entry in trail.of(report.thing)] == ["read"]

    def test_the_lead_sees_it_through(self, practice, lead, client):
        report = a_report(practice)
        client.force_login(lead)
        today = timezone.localdate().isoformat()

        def post(name, **said):
            return client.post(reverse(name, args=[report.pk]), {"on": today, **said})

        assert post("report_acknowledge").status_code == 302
        assert post("report_close").status_code == 422
        assert post("report_escalate", outcome="To the director.").status_code == 302
        assert client.get(report.get_absolute_url()).status_code == 200
        assert post("report_close", outcome="Done.").status_code == 302
        page = client.get(report.get_absolute_url()).content.decode()
        assert "To the director." in page
        assert "Close it" not in page

    def test_somebody_who_was_told_hands_it_on(
        self, practice, social_worker, coordinator, lead, activity, client
    ):
        session = a_led_session(activity, coordinator)
        client.force_login(social_worker)
        address = reverse("report_tell", args=[practice.pk])
        said = {
            "kind": "harm",
            "text": WORDS,
            "language": "ti",
            "received_on": timezone.localdate().isoformat(),
        }
        assert client.get(address).status_code == 200

        refused = client.post(address, said | {"text": ""})
        taken = client.post(address, said | {"session": session.pk}, follow=True)

        assert refused.status_code == 422
        assert "It was handed on" in taken.content.decode()
        report = Report.objects.get()
        assert (report.session, report.told_to, report.source) == (session, social_worker, "staff")
        assert client.get(report.get_absolute_url()).status_code == 404
        assert [entry.deed for entry in trail.of(report.thing)] == ["created"]

    def test_where_nobody_may_open_it_whoever_hands_it_on_is_told(
        self, practice, social_worker, lead, client
    ):
        client.force_login(social_worker)
        said = {"kind": "staff", "text": WORDS, "language": "en", "received_on": timezone.localdate()}

        page = client.post(
            reverse("report_tell", args=[practice.pk]), said | {"kept_from": [lead.pk]}, follow=True
        )

        assert "nobody here may open it yet" in page.content.decode()

    def test_where_nobody_handles_reports_the_form_says_so(self, practice, social_worker, client):
        client.force_login(social_worker)

        page = client.get(reverse("report_tell", args=[practice.pk])).content.decode()

        assert "Nobody is safeguarding lead here" in page
        assert "Who must not see it" not in page

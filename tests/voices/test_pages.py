"""What the team sees: what is open, how many answered, and never what."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cairn.activities.actions import planning
from cairn.participants.models import Language
from cairn.people.roles import Reader
from cairn.voices import actions, facts
from cairn.voices.models import Answer, Opening
from tests.activities.factories import PRESENT, a_session, an_activity, people_in, record
from tests.factories import a_person
from tests.participants.factories import a_participant
from tests.registers.factories import a_record
from tests.voices.factories import a_form, field, html, say, the_feedback_form

pytestmark = pytest.mark.django_db
GOOD = {"today": "good", "understood": "agree", "useful": "agree", "safe": "agree"}


def at(name, *rest):
    return reverse(name, args=rest)


@pytest.fixture
def signed_in(coordinator):
    client = Client()
    client.force_login(coordinator)
    return client


@pytest.fixture
def helping(mediator):
    client = Client()
    client.force_login(mediator)
    return client


@pytest.fixture
def form(db):
    return the_feedback_form()


class TestList:
    def test_it_says_where_to_begin(self, signed_in, practice):
        page = html(signed_in.get(at("voices", practice.pk)))

        assert "Nobody was asked yet" in page
        assert "Ask partners or everyone" in page

    def test_it_counts_and_tells_nothing_else(self, signed_in, practice, opening):
        for _ in range(3):
            say(opening, today="very_good")
        page = html(signed_in.get(at("voices", practice.pk)))

        assert "3 of 10" in page
        assert "3 answers are not yet read" in page
        assert "very_good" not in page

    def test_sessions_that_were_held_without_asking_are_named(
        self, signed_in, helping, practice, session, coordinator
    ):
        planning.hold(session=session, by=coordinator)

        assert at("voice_open", session.pk) in html(signed_in.get(at("voices", practice.pk)))
        assert "Ask partners" not in html(helping.get(at("voices", practice.pk)))

    def test_who_only_looks_opens_nothing(self, practice, session, coordinator, monkeypatch):
        planning.hold(session=session, by=coordinator)
        monkeypatch.setattr("cairn.voices.views.listing.may_here", lambda *_: False)
        client = Client()
        client.force_login(coordinator)

        page = html(client.get(at("voices", practice.pk)))

        assert "Held, and nobody was asked" in page
        assert at("voice_open", session.pk) not in page

    def test_a_sheet_with_fewer_people_than_answers_is_named(
        self, signed_in, practice, activity, form, coordinator, today
    ):
        people = people_in(activity, coordinator, 2)
        session = a_session(activity, coordinator, planned_on=today)
        opening = actions.open_session(session=session, form=form, by=coordinator)
        for _ in range(2):
            say(opening)
        record(session, coordinator, PRESENT, people=people)

        assert "please check the sheet" in html(signed_in.get(at("voices", practice.pk)))

    def test_the_state_is_said(self, signed_in, practice, opening, activity, form, coordinator, today):
        later = a_session(activity, coordinator, planned_on=today + timedelta(days=3))
        actions.open_session(session=later, form=form, expected=5, by=coordinator)
        over = a_session(activity, coordinator, planned_on=today)
        alone = actions.open_session(session=over, form=form, expected=5, by=coordinator)
        actions.close(opening=alone, by=coordinator)
        for _ in range(5):
            say(opening)
        third = a_session(activity, coordinator, planned_on=today)
        open_now = actions.open_session(session=third, form=form, expected=5, by=coordinator)
        actions.close(opening=opening, by=coordinator)

        page = html(signed_in.get(at("voices", practice.pk)))

        for state in ("opens later", "read with others", ">open<"):
            assert state in page
        actions.close(opening=open_now, by=coordinator)
        assert "closed, waits for others" in html(signed_in.get(at("voices", practice.pk)))

    def test_it_is_taken_away_as_a_sheet(self, signed_in, practice, opening):
        say(opening)
        sheet = signed_in.get(at("voices_export", practice.pk, "csv")).content.decode()

        assert "Bread course" in sheet
        assert "How was it?" in sheet

    def test_it_takes_as_many_questions_whatever_its_length(
        self, signed_in, practice, activity, form, coordinator, today
    ):
        signed_in.get(at("voices", practice.pk))
        counts = set()
        for number in range(3):
            session = a_session(activity, coordinator, planned_on=today - timedelta(days=number))
            actions.open_session(session=session, form=form, expected=5, by=coordinator)
            with CaptureQueriesContext(connection) as queries:
                signed_in.get(at("voices", practice.pk))
            counts.add(len(queries))
        assert len(counts) == 1


class TestOpening:
    def test_a_session_is_opened_from_its_page(self, helping, session, form, today):
        assert at("voice_open", session.pk) in html(helping.get(session.get_absolute_url()))
        new = at("voice_open", session.pk)
        assert "How many may answer" in html(helping.get(new))
        assert helping.post(new, {"form": form.pk, "expected": ""}).status_code == 422

        said = {"form": form.pk, "expected": "8", "closes_on": str(today + timedelta(days=3))}
        page = html(helping.post(new, said, follow=True))

        opening = Opening.objects.get()
        assert (opening.expected, opening.closes_on) == (8, today + timedelta(days=3))
        assert f"/q/{opening.address}" in page
        assert "<svg" in page
        assert at("voice", opening.pk) in html(helping.get(session.get_absolute_url()))
        again = helping.post(new, said)
        assert again.status_code == 422
        assert "opened for this session already" in html(again)

    def test_the_page_of_a_session_says_what_is_closed(self, signed_in, opening, session, coordinator):
        actions.close(opening=opening, by=coordinator)
        assert "Who answered, closed" in html(signed_in.get(session.get_absolute_url()))

    def test_nothing_is_asked_about_one_that_was_cancelled(self, signed_in, session, coordinator):
        planning.cancel(session=session, reason="staff", by=coordinator)
        assert "What people think of it" not in html(signed_in.get(session.get_absolute_url()))

    def test_where_there_is_no_form_it_says_so(self, signed_in, session):
        assert "There is no form" in html(signed_in.get(at("voice_open", session.pk)))

    def test_a_form_that_asks_who_somebody_is_is_not_offered(self, signed_in, session, practice):
        a_form("own", practice=practice, anonymous=False)
        a_form("unready", practice=practice, number=0)
        assert "There is no form" in html(signed_in.get(at("voice_open", session.pk)))

    def test_a_consultation_is_opened_for_all(self, signed_in, practice, form, coordinator, today):
        record = a_record(practice, coordinator, "consultation", title="The new rooms")
        new = at("voice_new", practice.pk)
        assert "The new rooms" in html(signed_in.get(new))
        said = {
            "kind": "consultation", "consultation": str(record.pk), "form": form.pk, "expected": "12",
            "opens_on": str(today), "closes_on": str(today),
        }  # fmt: skip
        assert signed_in.post(new, said | {"closes_on": str(today - timedelta(days=1))}).status_code == 422

        page = html(signed_in.post(new, said, follow=True))

        opening = Opening.objects.get()
        assert (opening.consultation, opening.kind) == (record.pk, "consultation")
        assert "consultation" in page

    def test_partners_are_asked_without_one(self, signed_in, practice, form, today):
        said = {
            "kind": "partners",
            "form": form.pk,
            "expected": "4",
            "opens_on": str(today),
            "closes_on": str(today),
        }
        page = html(signed_in.post(at("voice_new", practice.pk), said, follow=True))

        assert Opening.objects.get().consultation is None
        assert "partners" in page

    def test_it_is_changed_and_closed(self, helping, opening, today):
        revise = at("voice_revise", opening.pk)
        assert helping.post(revise, {"expected": "0", "closes_on": str(today)}).status_code == 422
        helping.post(revise, {"expected": "11", "closes_on": str(today)})
        opening.refresh_from_db()
        assert (opening.expected, opening.closes_on) == (11, today)

        page = html(helping.post(at("voice_close", opening.pk), follow=True))
        assert "It is closed" in page
        assert "Open it again" in page
        assert f"/q/{opening.address}" not in page

    def test_of_one_that_is_read_nothing_can_be_changed(self, signed_in, opening, coordinator):
        for _ in range(5):
            say(opening)
        actions.close(opening=opening, by=coordinator)
        page = html(signed_in.get(at("voice", opening.pk)))
        assert "Open it again" not in page
        assert "Close now" not in page

    def test_who_may_not_record_finds_nothing(self, organisation, opening):
        client = Client()
        client.force_login(a_person("Ray", organisation, Reader))
        assert client.get(at("voice", opening.pk)).status_code == 404


class TestPoster:
    def test_it_speaks_the_languages_of_the_session(self, signed_in, activity, form, coordinator, today):
        session = a_session(activity, coordinator, planned_on=today, languages=["ti", "ar", "nl"])
        opening = actions.open_session(session=session, form=form, expected=5, by=coordinator)

        page = html(signed_in.get(at("voice_poster", opening.pk)))

        assert '<section lang="ti" dir="ltr">' in page
        assert '<section lang="ar" dir="rtl">' in page
        assert '<section lang="en"' not in page
        assert f"/q/{opening.address}" in page
        assert "Steady Steps" not in page

    def test_else_those_of_the_people_and_of_the_practice(self, signed_in, practice, coordinator, today):
        practice.languages = ["uk", "prs", "nl"]
        practice.save()
        for tag, people in {"ti-ER": 5, "ar": 6, "so": 4}.items():
            for _each in range(people):
                Language.objects.create(participant=a_participant(practice, coordinator), tag=tag)
        opening = actions.open_for(
            practice=practice, kind="practice", form=the_feedback_form(), by=coordinator, expected=40, opens_on=today,
            closes_on=today,
        )  # fmt: skip

        page = html(signed_in.get(at("voice_poster", opening.pk)))

        assert re.findall('<section lang="([^"]+)"', page) == ["ar", "ti", "uk", "fa"]

    def test_others_can_be_chosen(self, signed_in, opening):
        page = html(signed_in.get(at("voice_poster", opening.pk), {"lang": ["en", "xx"]}))
        assert "Point the camera of your phone at this picture." in page
        assert '<section lang="ar"' not in page

    def test_for_partners_it_has_the_title_of_the_form(self, signed_in, practice, form, coordinator, today):
        opening = actions.open_for(
            practice=practice,
            kind="partners",
            form=form,
            by=coordinator,
            expected=4,
            opens_on=today,
            closes_on=today,
        )
        assert "<h2>How was it?</h2>" in html(signed_in.get(at("voice_poster", opening.pk), {"lang": "en"}))


class TestEntering:
    @pytest.fixture
    def place(self, opening):
        return at("voice_enter", opening.pk)

    def entered(self, client, place, way="paper", **said):
        page = client.get(place, {"way": way, "lang": "ar"})
        return client.post(
            place, {"way": way, "lang": "ar", "q.token": field(page, "q.token"), **said}, follow=True
        )

    def test_one_after_another_and_none_is_shown_again(self, helping, place):
        assert "How it came" in html(helping.get(place))
        page = html(self.entered(helping, place, **GOOD, words="Danke"))

        assert "Taken in: 1 of 10." in page
        assert "Danke" not in page
        assert not re.search(r'value="\w+"[^>]*checked', page)
        assert 'lang="ar" dir="rtl"' in page
        assert "Taken in: 2 of 10." in html(self.entered(helping, place, way="call", **GOOD))
        assert sorted(Answer.objects.values_list("way", flat=True)) == ["call", "paper"]

    def test_what_was_left_empty_on_paper_stays_empty(self, helping, place):
        self.entered(helping, place, today="good")
        assert Answer.objects.get().said == {"today": "good"}

    def test_what_cannot_be_is_refused(self, helping, place):
        assert self.entered(helping, place, today="no such face").status_code == 422
        assert not Answer.objects.exists()

    def test_sent_twice_it_counts_once(self, helping, place):
        page = helping.get(place, {"way": "paper", "lang": "en"})
        sent = {"way": "paper", "lang": "en", "q.token": field(page, "q.token"), **GOOD}
        helping.post(place, sent)
        assert "We had it already: 1 of 10." in html(helping.post(place, sent, follow=True))

    def test_a_page_that_is_too_old_is_saved_once_more(self, helping, place):
        page = helping.post(place, {"way": "paper", "lang": "en", **GOOD})
        assert "too old" in html(page)
        again = helping.post(
            place, {"way": "paper", "lang": "en", "q.token": field(page, "q.token"), **GOOD}, follow=True
        )
        assert "Taken in" in html(again)

    def test_nothing_comes_in_when_all_have_answered(self, helping, place):
        Opening.objects.update(expected=1)
        self.entered(helping, place, **GOOD)
        refused = self.entered(helping, place, **GOOD)
        assert refused.status_code == 422
        assert "As many people as took part" in html(refused)


def test_response_counts_all_openings_together(opening, coordinator, practice, today, form):
    other = an_activity(practice, coordinator, title="Sewing")
    session = a_session(other, coordinator, planned_on=today)
    second = actions.open_session(session=session, form=form, expected=4, by=coordinator)
    for _ in range(2):
        say(second)

    share = facts.response(facts.openings_between(practice.pk, today, today))

    assert (share.part, share.whole) == (2, 14)

"""The pages on which people answer."""

import logging
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session as Signed
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from cairn.surveys.actions import publish_version
from cairn.voices import actions, intake
from cairn.voices.models import Answer, Opening, Remark, Spent
from cairn.voices.nobody import Unnamed
from tests.activities.factories import a_session
from tests.voices.factories import field, html, the_feedback_form

pytestmark = pytest.mark.django_db
GOOD = {"today": "good", "understood": "agree", "useful": "agree", "safe": "agree"}
ADDRESS, BROWSER = "203.0.113.77", "Marker-Browser/7.5"


@pytest.fixture
def opening(session, coordinator):
    return actions.open_session(session=session, form=the_feedback_form(), expected=10, by=coordinator)


@pytest.fixture
def place(opening):
    return reverse("voice_ask", args=[opening.address])


@pytest.fixture
def phone():
    """As it stands before the door: with an address and a browser that say what they are."""
    return Client(
        REMOTE_ADDR=ADDRESS,
        HTTP_USER_AGENT=BROWSER,
        HTTP_ACCEPT_LANGUAGE="so",
        HTTP_SEC_CH_UA_MODEL=BROWSER,
        enforce_csrf_checks=True,
    )


def begun(client, place, language="en", by="all"):
    return client.get(place, {"lang": language, "by": by})


def send(client, place, page, **said):
    held = {name: field(page, name) for name in ("q.language", "q.token", "q.by")}
    return client.post(place, held | said)


class TestBefore:
    def test_the_languages_come_first_each_by_its_own_name(self, phone, place):
        page = phone.get(place)

        assert '<html lang="en" dir="ltr">' in html(page)
        for name in ("English", "العربية", "ትግርኛ", "Soomaali"):
            assert name in html(page)
        assert f'href="{place}?lang=ar" lang="ar" dir="rtl"' in html(page)

    def test_then_what_there_is_to_know_and_what_leaving_does_not_do(self, phone, place):
        page = html(phone.get(place, {"lang": "en"}))

        assert "It does not delete the history of your browser" in page
        assert "Please do not write names" in page
        assert "<form" not in page

    def test_a_form_in_one_language_asks_for_none(self, phone, activity, coordinator, today):
        form = the_feedback_form()
        version = form.versions.get()
        sheets = {
            name: [
                {key: cell for key, cell in row.items() if "::" not in key or "English" in key}
                for row in rows
            ]
            for name, rows in version.sheets.items()
        }
        publish_version(form=form, sheets=sheets, by=None)
        session = a_session(activity, coordinator, planned_on=today)
        opening = actions.open_session(session=session, form=form, expected=3, by=coordinator)

        assert "Before you begin" in html(phone.get(reverse("voice_ask", args=[opening.address])))

    def test_a_language_that_is_not_there_leads_to_the_choice(self, phone, place):
        assert "Choose a language" in html(phone.get(place, {"lang": "xx"}))

    def test_an_address_with_a_slip_says_so(self, phone):
        page = phone.get(reverse("voice_ask", args=["zzzzzzzz"]))

        assert page.status_code == 404
        assert "There is nothing here" in html(page)
        assert "Cairn" not in html(page)


class TestAnswering:
    def test_all_on_one_page(self, phone, place, opening):
        page = begun(phone, place)
        thanks = send(phone, place, page, **GOOD, words=" Thank you ")

        assert thanks.status_code == 303
        assert "Your answer has arrived" in html(phone.get(thanks["Location"]))
        answer, remark = Answer.objects.get(), Remark.objects.get()
        assert (answer.said, answer.language, answer.way) == (GOOD, "en", "phone")
        assert (remark.question, remark.text, remark.state) == ("words", "Thank you", "held")

    @pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("ti", "ltr")])
    def test_in_another_script(self, phone, place, language, direction):
        page = begun(phone, place, language)

        assert f'<html lang="{language}" dir="{direction}">' in html(page)
        assert send(phone, place, page, **GOOD).status_code == 303
        assert Answer.objects.get().language == language

    def test_what_is_missing_is_said_and_nothing_typed_is_lost(self, phone, place):
        page = send(phone, place, begun(phone, place), words="So it was")

        assert page.status_code == 422
        assert "Please look at this again" in html(page)
        assert "Please answer this question." in html(page)
        assert "So it was" in html(page)
        assert not Answer.objects.exists()

        assert send(phone, place, page, **GOOD, words="So it was").status_code == 303

    def test_what_is_not_asked_is_not_kept(self, phone, place):
        send(phone, place, begun(phone, place), **GOOD, not_good="pace")

        assert "not_good" not in Answer.objects.get().said

    def test_sent_again_it_is_known_and_counts_once(self, phone, place):
        page = begun(phone, place)
        send(phone, place, page, **GOOD)
        again = send(phone, place, page, **GOOD)

        assert "We had your answer already" in html(phone.get(again["Location"]))
        assert Answer.objects.count() == 1

    @pytest.mark.parametrize("token", ["", "made up", "a:b"])
    def test_a_token_that_we_did_not_make_is_exchanged(self, phone, place, token):
        page = phone.post(place, {"q.language": "en", "q.token": token, "q.by": "all", **GOOD})

        assert page.status_code == 422
        assert not Answer.objects.exists()
        assert send(phone, place, page, **GOOD).status_code == 303

    def test_a_token_of_another_opening_does_not_count_here(
        self, phone, place, activity, coordinator, opening, today
    ):
        other = actions.open_session(
            session=a_session(activity, coordinator, planned_on=today),
            form=opening.version.form,
            expected=9,
            by=coordinator,
        )
        page = begun(phone, reverse("voice_ask", args=[other.address]))

        assert send(phone, place, page, **GOOD).status_code == 422

    def test_what_comes_in_chunks_is_told_that_nothing_was_kept(self, phone, place):
        refused = phone.generic("POST", place, b"", HTTP_TRANSFER_ENCODING="chunked")

        assert refused.status_code == 411
        assert b"Nothing was kept" in refused.content
        assert refused["Cache-Control"] == "no-store"


class TestOneByOne:
    def steps(self, phone, place, *said):
        page = begun(phone, place, by="one")
        for each in said:
            held = {
                name: field(page, name) for name in ("q.language", "q.token", "q.by", "q.page")
            } | self.carried(page)
            page = phone.post(place, held | each)
        return page

    def carried(self, page):
        return {
            name: field(page, name)
            for name in (*GOOD, "not_good")
            if f'type="hidden" name="{name}"' in html(page)
        }

    def test_each_question_has_a_page_and_only_the_last_keeps_anything(self, phone, place):
        page = self.steps(phone, place, {"today": "good"})
        assert "Question 2 of 5" in html(page)
        assert field(page, "today") == "good"
        assert not Answer.objects.exists()

        page = self.steps(
            phone,
            place,
            {"today": "good"},
            {"understood": "agree"},
            {"useful": "agree"},
            {"safe": "agree"},
            {"words": "Well"},
        )
        assert page.status_code == 303
        assert Answer.objects.get().said == GOOD

    def test_the_way_hangs_on_what_was_said(self, phone, place):
        assert "What was not good?" in html(self.steps(phone, place, {"today": "bad"}))

    def test_what_is_missing_is_said_at_once(self, phone, place):
        page = self.steps(phone, place, {})

        assert page.status_code == 422
        assert "Please answer this question." in html(page)

    def test_one_can_go_back_and_finds_what_was_said(self, phone, place):
        page = self.steps(phone, place, {"today": "good"}, {"back": "1"})

        assert "Question 1 of 5" in html(page)
        assert "checked" in html(page)

    def test_a_page_that_nobody_knows_ends_in_all_that_is_missing(self, phone, place):
        page = phone.post(place, {"q.language": "en", "q.by": "one", "q.page": "nowhere"})

        assert page.status_code == 422
        assert 'name="q.by" value="all"' in html(page)


class TestShut:
    def test_after_the_end(self, phone, place, opening, coordinator):
        page = begun(phone, place)
        actions.close(opening=opening, by=coordinator)

        assert phone.get(place, {"lang": "en"}).status_code == 410
        refused = send(phone, place, page, **GOOD)
        assert refused.status_code == 410
        assert "Nothing was kept" in html(refused)

    def test_before_the_first_day(self, phone, place, opening, today):
        Opening.objects.update(opens_on=today + timedelta(days=1))

        assert "opens on another day" in html(phone.get(place, {"lang": "en"}))

    def test_when_as_many_answered_as_took_part(self, phone, place):
        Opening.objects.update(expected=1)
        late = begun(phone, place)
        send(phone, place, begun(phone, place), **GOOD)

        assert "As many people as took part" in html(phone.get(place, {"lang": "en"}))
        assert send(phone, place, late, **GOOD).status_code == 410


class TestTablet:
    def test_it_is_ready_for_the_next_person_by_itself(self, phone, opening):
        place = reverse("voice_kiosk", args=[opening.address])
        thanks = send(phone, place, begun(phone, place), **GOOD)
        page = phone.get(thanks["Location"])

        assert page["Refresh"] == f"20; url={place}"
        assert "Start again for the next person" in html(page)
        assert Answer.objects.get().way == "kiosk"


class TestLeaving:
    def test_it_leads_to_a_page_on_which_anybody_could_be(self, phone, opening, settings):
        settings.EXIT_TO = "https://{language}.example.org/weather"
        away = reverse("voice_leave", args=[opening.address])

        answer = phone.get(away, {"lang": "ti-ER"})

        assert (answer.status_code, answer["Location"]) == (303, "https://ti.example.org/weather")
        assert answer["Clear-Site-Data"] == '"cache"'
        assert answer["Referrer-Policy"] == "no-referrer"
        assert phone.get(away, {"lang": "//evil"})["Location"] == "https://en.example.org/weather"
        assert phone.get(away)["Location"] == "https://en.example.org/weather"

    def test_every_page_has_it_twice_first_for_the_keyboard(self, phone, place):
        for page in (
            phone.get(place),
            phone.get(place, {"lang": "en"}),
            begun(phone, place),
            phone.get(place, {"lang": "en", "done": "now"}),
        ):
            assert html(page).count('class="q-leave') == 2
            body = html(page).split("<body>")[1].lstrip()
            assert body.startswith('<header> <a class="q-leave q-first"')


def visit(phone, place):
    """All that can be asked for, and answered."""
    page = begun(phone, place)
    yield from (
        phone.get(place),
        phone.get(place, {"lang": "ar"}),
        page,
        phone.get(reverse("voice_ask", args=["zzzzzzzz"])),
    )
    yield phone.get(place + "leave/")
    yield send(phone, place, page)
    yield send(phone, place, page, **GOOD, words="Well")
    yield phone.get(place, {"lang": "ar", "done": "now"})
    yield phone.put(place)


class TestNobody:
    def test_no_cookie_goes_out_and_nothing_is_kept_by_the_browser(self, phone, place, coordinator):
        for client in (phone, Client()):
            if client is not phone:
                client.force_login(coordinator)
            for page in visit(client, place):
                assert "Set-Cookie" not in page.headers
                assert not page.cookies
                assert page["Cache-Control"] == "no-store"
                assert page["Referrer-Policy"] in {"same-origin", "no-referrer"}
                assert page["X-Robots-Tag"] == "noindex, nofollow"
                policy = page["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "unsafe" not in policy

    def test_whoever_is_signed_in_is_nobody_here(self, place, coordinator):
        client = Client()
        client.force_login(coordinator)

        assert not client.get(place).wsgi_request.user.is_authenticated

    def test_no_trace_of_a_device_is_in_the_database_or_the_log(self, phone, place, caplog):
        signed_in = Signed.objects.count()
        with caplog.at_level(logging.DEBUG):
            list(visit(phone, place))

        kept = (
            "\n".join(str(row) for row in connection.connection.iterdump())
            if connection.vendor == "sqlite"
            else ""
        )
        assert Spent.objects.count() == 1
        assert Signed.objects.count() == signed_in
        for trace in (ADDRESS, BROWSER, place):
            assert trace not in kept
        written = [record.getMessage() for record in caplog.records if Unnamed().filter(record)]
        assert not [words for words in written if place in words or ADDRESS in words or BROWSER in words]

    def test_a_fault_of_ours_is_logged_without_its_address(self, phone, place, monkeypatch, caplog):
        phone.raise_request_exception = False
        monkeypatch.setattr(intake, "take_in_all", lambda _: 1 / 0)
        send(phone, place, begun(phone, place), **GOOD)

        fault = next(record for record in caplog.records if record.levelno >= logging.ERROR)
        assert Unnamed().filter(fault)
        assert place not in logging.Formatter().format(fault)

    def test_other_pages_are_logged_as_before(self):
        assert Unnamed().filter(
            logging.LogRecord("django.request", logging.WARNING, "", 1, "Not found", (), None)
        )

    def test_the_server_keeps_no_list_of_who_asked(self, monkeypatch):
        said = []
        monkeypatch.setattr(
            "cairn.demo.management.commands.serve.os.execv", lambda _file, words: said.extend(words)
        )
        monkeypatch.setattr("cairn.demo.management.commands.serve._port_is_free", lambda *_: None)
        monkeypatch.setattr("cairn.demo.management.commands.serve.prepare", lambda: None)
        call_command("serve", "--no-demo", verbosity=0, stdout=StringIO())

        assert "granian" in said
        assert "--access-log" not in said

"""ODK Collect's way in and out, by a client that was written from the published standard."""

import random
import re
import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from cairn.offline.actions import tokens
from cairn.offline.models import FieldToken, Received, Submission
from cairn.offline.views import openrosa as views
from cairn.surveys import actions as surveys
from cairn.surveys.enums import Purpose
from cairn.trail.models import Entry
from cairn.voices import actions as voices
from cairn.voices.models import Answer, Remark
from tests.assessments.factories import a_practice
from tests.factories import an_organisation
from tests.offline.client import Phone
from tests.surveys.factories import FEEDBACK, a_form
from tests.surveys.media.sheets import FILES
from tests.surveys.media.sheets import SHEETS as SHOWING

pytestmark = pytest.mark.django_db
BOMB = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<data id="visit" version="1"><today>&b;</today></data>"""
OUTSIDE = b"""<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><data id="visit" version="1"><today>&x;</today></data>"""


@pytest.fixture
def staff_form(practice, coordinator):
    form = surveys.make_form(
        practice=practice, key="visit", purpose=Purpose.NEEDS, anonymous=False, by=coordinator
    )
    return surveys.publish_version(form=form, sheets=FEEDBACK, by=coordinator)


@pytest.fixture
def opening(session, practice, coordinator, today):
    version = a_form(practice, by=coordinator)
    return voices.open_session(
        session=session, form=version.form, expected=10, opens_on=today, by=coordinator
    )


@pytest.fixture
def secret(practice, coordinator, today):
    return tokens.make(practice=practice, name="Wilma’s", expires_on=today, by=coordinator)[1]


@pytest.fixture
def phone(practice, secret):
    return Phone(f"http://testserver/openrosa/{practice.pk}", secret)


class TestForms:
    def test_a_phone_fetches_staff_forms_and_what_is_open(self, phone, staff_form, opening):
        forms = phone.forms()

        assert set(forms) == {"visit", f"feedback.{opening.address}"}
        assert forms["visit"]["name"] == "A few questions"
        for form in forms.values():
            assert [child.tag.rpartition("}")[2] for child in phone.fetch(form)] == ["today", "why", "meta"]

    def test_one_can_be_asked_for_alone(self, phone, staff_form, opening):
        assert set(phone.forms("?formID=visit")) == {"visit"}
        assert phone.forms("?formID=nothing") == {}

    def test_what_is_closed_or_has_no_version_is_not_offered(self, phone, opening, practice, coordinator):
        surveys.make_form(
            practice=practice, key="bare", purpose=Purpose.OTHER, anonymous=False, by=coordinator
        )
        voices.close(opening=opening, by=coordinator)

        assert phone.forms() == {}

    def test_a_practices_own_form_takes_the_place_of_one_for_all(self, phone, staff_form, coordinator):
        usual = surveys.make_form(practice=None, key="visit", purpose=Purpose.NEEDS, anonymous=False, by=None)
        surveys.publish_version(
            form=usual, sheets={**FEEDBACK, "settings": [{"form_title": "The usual"}]}, by=None
        )

        assert phone.forms()["visit"]["name"] == "A few questions"

    def test_what_a_form_shows_comes_beside_it(self, phone, practice, coordinator, cupboard):
        brought = {"practice": practice, "purpose": "needs", "anonymous": False, "by": coordinator}
        version = surveys.bring_form(key="shown", sheets=SHOWING, files=FILES, **brought)
        (form,) = phone.forms().values()

        phone.fetch(form, beside=FILES)

        named = re.findall(r"jr://(?:images|audio)/([^<]+)<", version.xform)
        assert set(phone.files(form)) == set(named) - {"-"}
        assert version.asked_since is None
        assert phone.send(phone.filled(form, today="bad")) == 201
        version.refresh_from_db()
        assert version.asked_since

    def test_a_file_is_given_to_nobody_without_a_token(self, phone, practice, coordinator, cupboard):
        brought = {"practice": practice, "purpose": "needs", "anonymous": False, "by": coordinator}
        version = surveys.bring_form(key="shown", sheets=SHOWING, files=FILES, **brought)
        place = f"{phone.server}/files/shown/1"
        there = f"{place}/{version.files.first().pk}"

        assert Client().get(there).status_code == 401
        assert phone.client.get(there, headers=phone.headers).status_code == 200
        assert phone.ask("get", f"{place}/{uuid.uuid4()}").status_code == 404
        assert phone.ask("get", there.replace("shown/1", "shown/2")).status_code == 404

    @pytest.mark.parametrize(
        "place",
        [
            "other/1",
            "visit/2",
            "visit/x",
            "visit/٣",
            "visit.abcdefgh/1",
            "feedback.{address}/2",
            "visit.{address}/1",
        ],
    )
    def test_what_is_not_there_is_not_found(self, phone, staff_form, opening, place):
        key, version = place.format(address=opening.address).split("/")
        for path in (f"forms/{key}/{version}.xml", f"manifest/{key}/{version}"):
            assert phone.ask("get", f"{phone.server}/{path}").status_code == 404


class TestSubmissions:
    def test_one_arrives_sealed(self, phone, staff_form, secret):
        form = phone.forms()["visit"]

        assert phone.send(phone.filled(form, today="bad", why="It was cold.")) == 201

        submission = Submission.objects.get()
        assert submission.said == {"today": "bad", "why": "It was cold."}
        assert submission.version == staff_form
        with connection.cursor() as cursor:
            cursor.execute("SELECT answers FROM offline_submission")
            assert "cold" not in cursor.fetchone()[0]

    def test_the_same_again_is_known(self, phone, staff_form):
        xml = phone.filled(phone.forms()["visit"], today="good")

        assert [phone.send(xml) for _ in range(5)] == [201, 202, 202, 202, 202]
        assert Submission.objects.count() == 1

    def test_shuffled_and_five_times_over_there_is_one_of_each(self, phone, staff_form, opening):
        forms = phone.forms()
        all_of_them = [
            phone.filled(forms[key], today=mood) for key in forms for mood in ("good", "bad", "good", "bad")
        ] * 5
        random.Random(5).shuffle(all_of_them)  # noqa: S311  # an order to repeat, no secret

        replies = [phone.send(xml) for xml in all_of_them]

        assert (replies.count(201), replies.count(202)) == (8, 32)
        assert (Submission.objects.count(), Answer.objects.count()) == (4, 4)

    def test_the_same_number_with_other_words_is_refused(self, phone, staff_form, opening):
        for form in phone.forms().values():
            number = f"uuid:{form['formID']}"
            assert phone.send(phone.filled(form, number, today="good")) == 201
            assert phone.send(phone.filled(form, number, today="bad", why="x")) == 409

        assert Submission.objects.get().said == {"today": "good"}

    def test_parts_in_several_posts_are_one(self, phone, staff_form):
        xml = phone.filled(phone.forms()["visit"], today="good")

        assert phone.send(xml, **{"one.jpg": b"first"}) == 201
        assert phone.send(xml, **{"two.jpg": b"second"}) == 201
        assert phone.send(xml, **{"two.jpg": b"second", "one.jpg": b"first"}) == 202
        assert phone.send(xml) == 202
        assert Submission.objects.count() == 1

    def test_an_older_version_is_taken(self, phone, staff_form, coordinator):
        form = phone.forms()["visit"]
        more = {
            **FEEDBACK,
            "survey": [*FEEDBACK["survey"], {"type": "note", "name": "end", "label": "Thanks"}],
        }
        surveys.publish_version(form=staff_form.form, sheets=more, by=coordinator)

        assert phone.forms()["visit"]["version"] == "2"
        assert phone.send(phone.filled(form, today="good")) == 201

    @pytest.mark.parametrize("changed", [{"formID": "other"}, {"version": "7"}])
    def test_an_unknown_form_is_not_found(self, phone, staff_form, changed):
        assert phone.send(phone.filled(phone.forms()["visit"] | changed, today="good")) == 404

    @pytest.mark.parametrize(
        "data", [b"", b"<data", b"\xff\xfe\x00", b"no", BOMB, OUTSIDE, b"<data>" * 50_000]
    )
    def test_what_is_broken_or_an_attack_is_refused(self, phone, staff_form, data):
        assert phone.send(data) == 400
        assert not Received.objects.exists()

    def test_without_an_instance_id_it_is_refused(self, phone, staff_form):
        assert phone.send(b'<data id="visit" version="1"><today>good</today></data>') == 400

    def test_answers_that_the_form_does_not_allow_are_refused(self, phone, staff_form):
        assert phone.send(phone.filled(phone.forms()["visit"], today="dreadful")) == 400
        assert "today" in phone.said

    def test_a_post_without_the_form_or_with_a_broken_body_is_refused(self, phone):
        answer = phone.ask("post", f"{phone.server}/submission", {"other": SimpleUploadedFile("a", b"b")})
        assert answer.status_code == 400

        answer = phone.client.post(
            f"{phone.server}/submission", b"--", "multipart/form-data; boundary=", headers=phone.headers
        )
        assert (answer.status_code, answer["X-OpenRosa-Version"]) == (400, "1.0")

    def test_too_many_parts_are_refused(self, phone, settings):
        settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2

        parts = {str(number): SimpleUploadedFile(str(number), b"x") for number in range(3)}
        assert phone.ask("post", f"{phone.server}/submission", parts).status_code == 400

    def test_what_is_too_large_is_refused(self, phone, staff_form, monkeypatch):
        xml = phone.filled(phone.forms()["visit"], today="good")
        monkeypatch.setattr(views, "MOST_XML", 100)
        assert phone.send(xml) == 413

        monkeypatch.setattr(views, "MOST", 200)
        answer = phone.ask(
            "post", f"{phone.server}/submission", {"xml_submission_file": SimpleUploadedFile("a.xml", xml)}
        )
        assert answer.status_code == 413

    def test_what_does_not_say_its_length_is_refused(self, phone):
        answer = phone.client.generic(
            "POST",
            f"{phone.server}/submission",
            b"",
            "multipart/form-data; boundary=x",
            headers=phone.headers,
        )
        assert answer.status_code == 411

    def test_other_verbs_are_not_spoken(self, phone):
        assert phone.ask("get", f"{phone.server}/submission").status_code == 405


class TestAnonymous:
    def test_answers_go_where_all_answers_go(self, phone, opening):
        form = phone.forms()[f"feedback.{opening.address}"]
        before = Entry.objects.count()

        assert phone.send(phone.filled(form, today="bad", why="It was cold.")) == 201

        answer, remark = Answer.objects.get(), Remark.objects.get()
        assert (answer.said, answer.way, answer.opening) == ({"today": "bad"}, "helper", opening)
        assert (remark.question, remark.text) == ("why", "It was cold.")
        assert not Submission.objects.exists()
        assert Entry.objects.count() == before

    @pytest.mark.parametrize("name", ["deviceID", "userID", "username", "phonenumber", "timeStart", "audit"])
    def test_what_tells_who_it_was_is_refused(self, phone, opening, name):
        form = phone.forms()[f"feedback.{opening.address}"]

        assert phone.send(phone.filled(form, meta=f"<orx:{name}>x</orx:{name}>", today="good")) == 400
        assert name in phone.said
        assert not Answer.objects.exists()

    def test_after_it_closed_nothing_is_kept_and_the_phone_hears_why(self, phone, opening, coordinator):
        form = phone.forms()[f"feedback.{opening.address}"]
        voices.close(opening=opening, by=coordinator)

        assert phone.send(phone.filled(form, today="good")) == 403
        assert "closed" in phone.said
        assert not Received.objects.exists()

    def test_another_practices_opening_is_not_found(self, phone, opening, practice, coordinator):
        form = phone.forms()[f"feedback.{opening.address}"]
        opening.practice = a_practice(an_organisation("Far"), coordinator, title="Far away")
        opening.save()

        assert phone.send(phone.filled(form, today="good")) == 404

    def test_nothing_received_tells_of_order_or_time(self, phone, staff_form, practice):
        number = "uuid:0b1c"
        phone.send(phone.filled(phone.forms()["visit"], number, today="good"))

        row = Received.objects.values().get()
        assert set(row) == {"key", "body", "parts"}
        assert number not in str(row)
        assert str(Received.objects.get()) == row["key"]
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'offline_received'")
                assert "WITHOUT ROWID" in cursor.fetchone()[0]


class TestDoor:
    @pytest.mark.parametrize(
        "header",
        [None, "", "Basic", "Basic !!!", "Basic /w==", "Bearer field_x", "Basic cGhvbmU6ZmllbGRfd3Jvbmc="],
    )
    def test_without_a_token_nothing_opens(self, practice, staff_form, header):
        headers = {"authorization": header} if header is not None else {}
        for path in ("formList", "submission", "forms/visit/1.xml", "manifest/visit/1"):
            answer = Client().get(f"/openrosa/{practice.pk}/{path}", headers=headers)
            assert answer.status_code == 401
            assert answer["WWW-Authenticate"].startswith("Basic ")
            assert answer["X-OpenRosa-Version"] == "1.0"

    def test_a_token_opens_one_practice_only(self, secret, practice):
        assert Phone("/openrosa/987654", secret).ask("get", "/openrosa/987654/formList").status_code == 401

    def test_one_that_was_revoked_or_is_over_opens_nothing(self, phone, secret, coordinator, today):
        token = FieldToken.objects.get()
        address = f"{phone.server}/formList"
        FieldToken.objects.update(expires_on=today - timedelta(days=1))
        assert phone.ask("get", address).status_code == 401
        FieldToken.objects.update(expires_on=today)
        assert phone.ask("get", address).status_code == 200

        tokens.revoke(token=token, by=coordinator)
        tokens.revoke(token=token, by=coordinator)

        assert phone.ask("get", address).status_code == 401
        assert Entry.objects.filter(thing=f"field token:{token.pk}").count() == 2

    def test_neither_token_nor_device_is_kept_or_logged(self, phone, staff_form, opening, secret, caplog):
        caplog.set_level("DEBUG")
        for form in phone.forms().values():
            phone.send(phone.filled(form, today="good"))
        phone.send(b"<")

        assert secret not in caplog.text
        assert "qWerTy123" not in caplog.text
        assert phone.headers["authorization"] not in caplog.text
        assert secret not in str(
            [*FieldToken.objects.values(), *Submission.objects.values(), *Received.objects.values()]
        )
        for table in connection.introspection.table_names():
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # the database's own names
                assert "qWerTy123" not in str(cursor.fetchall())

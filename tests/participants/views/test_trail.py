"""The trail, read."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from cairn.participants import actions
from cairn.participants.codes import new_code
from cairn.participants.ending import erasing
from cairn.participants.opening import opened
from cairn.participants.trail import views as view
from cairn.trail import facts as trail
from cairn.trail.models import Entry
from tests.participants.factories import a_participant
from tests.participants.views.conftest import at, questions, words
from tests.trail.tampering import without_guard

pytestmark = pytest.mark.django_db


def read(client, practice, **asked):
    return words(client.get(at("trail", practice.pk), asked))


def test_before_anything_was_done_it_says_what_will_stand_there(heading, practice):
    assert "Nothing was done with records yet" in read(heading, practice)


def test_says_who_did_what_with_whom_and_that_nobody_changed_it(heading, practice, participant, worker):
    opened(by=worker, pk=participant.pk)

    page = read(heading, practice)

    assert "every entry of this Cairn is as it was written" in page
    assert f"<bdi>{worker.name}</bdi>" in page
    assert participant.code in page
    assert ">read</option>" in page


def test_a_change_to_the_trail_is_told(heading, practice, participant):
    with without_guard(connection):
        Entry.objects.filter(number=2).update(reason="another")

    page = read(heading, practice)

    assert "Somebody changed this trail, at entry 2." in page
    assert "This entry was changed" in page


def test_a_long_trail_is_checked_from_the_newest_and_as_a_whole_on_request(
    heading, practice, participant, worker, monkeypatch
):
    monkeypatch.setattr(view, "LOOKED_AT", 2)
    for _ in range(3):
        opened(by=worker, pk=participant.pk)

    assert "the newest 2 entries" in read(heading, practice)
    assert "every entry of this Cairn" in read(heading, practice, whole="yes")


def test_emergencies_stand_out(heading, practice, coordinator, worker):
    person = a_participant(practice, coordinator)
    actions.break_glass(participant=person, reason="She called from the street.", by=worker)

    page = read(heading, practice)

    assert "1 record opened in an emergency in the last 90 days" in page
    assert '<span class="tag bad">opened in an emergency</span>' in page
    assert "She called from the street." in page


def test_whose_records_were_erased_has_no_code_there(heading, practice, participant, coordinator):
    actions.refer(practice=practice, by=coordinator, received_on=participant.enrolled_on, referrer="self")
    erasing.erase(participant=participant, by=None)

    page = read(heading, practice)

    assert participant.code not in page
    assert "somebody whose records were erased" in page
    assert "Cairn itself" in page
    assert "a referral" in page


class TestNarrowingDown:
    @pytest.fixture
    def _read(self, practice, participant, worker, coordinator):
        a_participant(practice, coordinator)
        opened(by=worker, pk=participant.pk)

    @pytest.mark.usefixtures("_read")
    def test_by_person_deed_code_and_days(self, heading, practice, participant, worker):
        def rows(**asked):
            return read(heading, practice, **asked).count('<th scope="row"')

        today = timezone.localdate()
        assert rows() == 4
        assert rows(by=worker.pk) == 1
        assert rows(deed="created") == 2
        assert rows(code=participant.code) == 3
        assert rows(since=str(today)) == rows(until=str(today)) == 4
        assert rows(since=str(today + timedelta(days=1))) == 0
        assert rows(until=str(today - timedelta(days=1))) == 0

    @pytest.mark.usefixtures("_read")
    def test_what_fits_nothing_or_is_not_understood_is_told(self, heading, practice):
        assert "Nothing fits these wishes" in read(heading, practice, deed="erased")
        assert "There is a slip in this code" in read(heading, practice, code="K7Q2-9FXM-Z")
        assert "Nothing fits these wishes" in read(heading, practice, code=new_code())

    def test_asks_the_database_as_often_for_three_as_for_one(self, heading, practice, coordinator):
        def ask():
            return questions(lambda: heading.get(at("trail", practice.pk)))

        a_participant(practice, coordinator)
        ask()  # a session begins
        for_one = ask()
        a_participant(practice, coordinator)
        a_participant(practice, coordinator)

        assert ask() == for_one


def test_leaves_as_a_sheet_with_a_purpose_and_that_is_in_it_next_time(
    heading, practice, participant, coordinator
):
    address = at("trail_export", practice.pk, "csv") + "?deed=assigned"
    assert "What you need it for" in words(heading.get(address))

    sheet = heading.post(address, {"purpose": "the yearly review"}).content.decode()

    assert participant.code in sheet
    assert sheet.count("\n") == 2
    assert trail.of("list:trail").get().reason == "the yearly review"

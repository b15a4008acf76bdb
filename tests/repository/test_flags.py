"""Readers say what no longer holds; coordinators answer; the page speaks only when they agree."""

import io

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from cairn.notices.models import Notice
from cairn.publications import actions as publications
from cairn.repository import actions
from cairn.repository.enums import Verdict
from cairn.repository.models import Flag
from tests.publications.factories import a_publication

PAGE = "/practices/bread-and-words/"
WAY = f"{PAGE}flag/"
NOTE = "flagged as possibly outdated"


@pytest.fixture
def edition(organisation, coordinator):
    return a_publication(organisation, coordinator)


def text(response):
    return response.content.decode()


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def test_a_visitor_flags_without_an_account_and_coordinators_are_told(client, edition, coordinator, assessor):
    assert WAY in text(client.get(PAGE))

    answer = client.post(WAY, {"text": "The course has ended.", "home_page": ""}, follow=True)

    assert "Those who keep this page were told" in text(answer)
    flag = Flag.objects.get()
    assert (flag.text, flag.edition, flag.verdict) == ("The course has ended.", 1, Verdict.WAITING)
    assert [notice.person for notice in Notice.objects.all()] == [coordinator]
    assert str(Notice.objects.get()) == "A reader flagged “Bread and Words” as outdated."
    assert Notice.objects.get().address == reverse("flag", args=[flag.pk])
    assert str(flag).startswith("Bread and Words: ")


def test_nothing_about_the_sender_is_kept():
    assert {field.name for field in Flag._meta.get_fields()} == {
        "id", "practice", "edition", "text", "flagged_on", "verdict", "answer", "settled_by", "settled_at",
    }  # fmt: skip


def test_the_page_says_so_only_once_a_coordinator_agrees(client, edition, coordinator):
    flag = actions.flag(publication=edition, text="The course has ended.")
    before = client.get(PAGE)
    assert NOTE not in text(before)

    way = reverse("flag", args=[flag.pk])
    assert "The course has ended." in text(signed_in(coordinator).get(way))
    signed_in(coordinator).post(way, {"verdict": "agreed", "answer": "It runs again in spring."})

    after = client.get(PAGE, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert NOTE in text(after)
    assert "It runs again in spring." in text(after)
    assert "The course has ended." not in text(after)
    assert "Settled by Cora" in text(signed_in(coordinator).get(way))


def test_a_flag_can_be_agreed_with_in_silence_and_settled_anew(client, edition, coordinator):
    flag = actions.flag(publication=edition, text="Gone.")

    actions.settle(flag=flag, verdict=Verdict.AGREED, answer="", by=coordinator)
    assert NOTE in text(client.get(PAGE))

    actions.settle(flag=flag, verdict=Verdict.DISAGREED, answer="It still runs.", by=coordinator)
    assert NOTE not in text(client.get(PAGE))
    assert "It still runs." not in text(client.get(PAGE))


def test_a_new_edition_answers_the_flag(client, edition, organisation, coordinator):
    flag = actions.flag(publication=edition, text="Gone.")
    actions.settle(flag=flag, verdict=Verdict.AGREED, answer="", by=coordinator)

    a_publication(organisation, coordinator, practice=edition.practice, summary="New.")

    assert NOTE not in text(client.get(PAGE))
    assert NOTE in text(client.get(f"{PAGE}editions/1/"))


def test_a_program_that_fills_every_field_is_thanked_and_ignored(client, edition):
    answer = client.post(WAY, {"text": "Buy this", "home_page": "https://spam.example"})

    assert answer.status_code == 302
    assert not Flag.objects.exists()


@pytest.mark.parametrize("said", ["", "   ", "nul\0here", "x" * 2_001])
def test_what_cannot_be_kept_is_refused_with_a_word(client, edition, said):
    answer = client.post(WAY, {"text": said})

    assert "error-summary" in text(answer)
    assert not Flag.objects.exists()


def test_a_verb_refuses_what_the_form_would(edition, coordinator):
    with pytest.raises(ValidationError, match="Say in a sentence"):
        actions.flag(publication=edition, text=" ")
    flag = actions.flag(publication=edition, text="Gone.")
    with pytest.raises(ValidationError, match="whether you agree"):
        actions.settle(flag=flag, verdict=Verdict.WAITING, answer="", by=coordinator)


def test_the_database_wants_to_know_who_settled(edition):
    flag = actions.flag(publication=edition, text="Gone.")

    with pytest.raises(IntegrityError), transaction.atomic():
        Flag.objects.filter(pk=flag.pk).update(verdict=Verdict.AGREED)


def test_a_day_has_room_for_so_many_flags_and_then_says_so(client, edition, monkeypatch):
    for _ in range(actions.A_DAY_ON_ONE_PRACTICE):
        actions.flag(publication=edition, text="Gone.")

    assert "no more is taken" in text(client.post(WAY, {"text": "Gone."}))
    assert Flag.objects.count() == actions.A_DAY_ON_ONE_PRACTICE

    monkeypatch.setattr(actions, "A_DAY_ON_ALL", 1)
    monkeypatch.setattr(actions, "A_DAY_ON_ONE_PRACTICE", 50)
    assert "no more is taken" in text(client.post(WAY, {"text": "Gone."}))


def test_what_was_withdrawn_or_never_public_cannot_be_flagged(client, edition, coordinator):
    assert client.get("/practices/nowhere/flag/").status_code == 404
    publications.withdraw(publication=edition, by=coordinator, reason="A name was in it.")
    edition.refresh_from_db()

    assert client.get(WAY).status_code == 404
    with pytest.raises(ValidationError, match="withdrawn"):
        actions.flag(publication=edition, text="Gone.")


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_costs_the_same_at_any_length(edition, coordinator, many, django_assert_num_queries):
    for _ in range(many):
        actions.flag(publication=edition, text="Gone.")
    client = signed_in(coordinator)

    with django_assert_num_queries(5):
        page = text(client.get(reverse("flags")))

    assert page.count("Gone.") == many


def test_others_see_none_of_it_and_an_empty_list_says_what_will_come(edition, assessor, stranger):
    flag = actions.flag(publication=edition, text="Gone.")

    for person in (assessor, stranger):
        client = signed_in(person)
        assert "Nothing was flagged" in text(client.get(reverse("flags")))
        assert client.post(reverse("flag", args=[flag.pk]), {"verdict": "agreed"}).status_code == 404


def test_settling_needs_a_verdict(edition, coordinator):
    flag = actions.flag(publication=edition, text="Gone.")

    answer = signed_in(coordinator).post(reverse("flag", args=[flag.pk]), {"answer": "Hm."})

    assert "error-summary" in text(answer)


def test_the_list_is_taken_away_as_a_table_that_runs_nothing(edition, coordinator):
    actions.flag(publication=edition, text="=HYPERLINK(1)")
    client = signed_in(coordinator)

    assert "'=HYPERLINK(1)" in text(client.get(reverse("flags_export", args=["csv"])))
    book = openpyxl.load_workbook(io.BytesIO(client.get(reverse("flags_export", args=["xlsx"])).content))
    assert book.active["D2"].data_type == "s"

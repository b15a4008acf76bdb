"""Nobody reads another's judgements too early, whichever way they try."""

import pytest
from django.test import Client
from django.urls import reverse

from cairn.rounds import comparing, facts
from cairn.rounds.actions import agreeing, judging
from tests.factories import Assessor, a_person
from tests.rounds.factories import a_round, a_seat, judge

pytestmark = pytest.mark.django_db
SECRET = "zebra-crossing-at-noon"
READING = ("round_differences", "round_agreement", "round_take_over")


@pytest.fixture
def round_(organisation, coordinator):
    """Ada has handed in, Bo has judged and not handed in; both wrote the secret. Bo works in the organisation."""
    round_ = a_round(organisation, coordinator)
    ada = a_seat(round_, coordinator, "Ada")
    judge(ada, reason=SECRET, A1_1="met", A1_2="partly")
    judging.hand_in(seat=ada)
    bo = a_seat(round_, coordinator, person=a_person("Bo", organisation, Assessor))
    judge(bo, reason=SECRET, A1_1="met")
    return round_


def entering(person):
    client = Client()
    client.force_login(person)
    return client


def ways_in(round_, others_seat):
    """Every address that could tell, with query strings that ask for more."""
    pages = [reverse(name, args=[round_.pk]) for name in (*READING, "round", "round_agreeing", "round_close")]
    pages += [reverse("round_item", args=[round_.pk, "A1.1"])]
    pages += [
        reverse("round_export", args=[round_.pk, what, kind])
        for what in ("judgements", "agreement")
        for kind in ("csv", "xlsx")
    ]
    pages += [reverse("seat", args=[others_seat.pk]), reverse("seat_question", args=[others_seat.pk, "A1"])]
    pages += [reverse("seat_outcome", args=[others_seat.pk]), reverse("judging"), reverse("notices")]
    pages += [
        reverse("rounds", args=[round_.assessment_id]),
        reverse("assessment", args=[round_.assessment_id]),
    ]
    pages += [reverse("assessment_history", args=[round_.assessment_id])]
    asked = f"?state=agreeing&reader=1&all=1&readable=1&seat={others_seat.pk}"
    return [*pages, *(address + asked for address in pages)]


def test_the_moderator_reads_nothing_before_all_have_handed_in(round_, coordinator):
    client = entering(coordinator)

    for address in ways_in(round_, round_.seats.first()):
        answer = client.get(address)
        assert SECRET not in answer.content.decode("utf-8", "replace"), address
        assert b"Partly met" not in answer.content or "/assessments/" in address, address


@pytest.mark.parametrize("name", READING)
def test_pages_that_would_tell_are_not_there_yet(round_, coordinator, name):
    client = entering(coordinator)
    address = reverse(name, args=[round_.pk])

    assert client.get(address).status_code == 404
    assert client.post(address, {"base:A1.1": "0", "level": "met"}).status_code == 404


def test_nothing_is_taken_away_or_agreed_too_early(round_, coordinator):
    client = entering(coordinator)

    for kind in ("csv", "xlsx"):
        for what in ("judgements", "agreement"):
            assert client.get(reverse("round_export", args=[round_.pk, what, kind])).status_code == 404
    address = reverse("round_item", args=[round_.pk, "A1.1"])
    assert client.get(address).status_code == 404
    assert client.post(address, {"level": "met", "reason": "I guess"}).status_code == 404
    assert not round_.agreed.exists()


def test_another_assessor_reads_nothing_before_and_after_handing_in(round_):
    ada, bo = round_.seats.all()

    for reader, other in ((bo, ada), (ada, bo)):
        client = entering(reader.person)
        for address in ways_in(round_, other):
            assert SECRET not in client.get(address).content.decode("utf-8", "replace"), address


def test_notices_tell_nothing_of_what_was_judged(round_, coordinator):
    told = [str(notice) + str(notice.parameters) for notice in coordinator.notices.all()]

    assert told
    assert not any(SECRET in words or "met" in words.lower() for words in told)


def test_the_facts_themselves_refuse(round_, coordinator):
    framework = facts.framework_of(round_)

    with pytest.raises(facts.Blind):
        comparing.beside(round_, framework, reader=coordinator)
    judging.hand_in(seat=round_.seats.last())
    assert comparing.beside(round_, framework, reader=coordinator)
    with pytest.raises(facts.Blind):
        comparing.beside(round_, framework, reader=round_.seats.first().person)


def test_once_all_have_handed_in_the_moderator_reads(round_, coordinator):
    judging.hand_in(seat=round_.seats.last())

    answer = entering(coordinator).get(reverse("round_differences", args=[round_.pk]))

    assert SECRET in answer.content.decode()


def test_opened_again_means_hidden_again(round_, coordinator):
    judging.hand_in(seat=round_.seats.last())
    judging.reopen(seat=round_.seats.last(), reason="A page was missing.", by=coordinator)

    assert entering(coordinator).get(reverse("round_differences", args=[round_.pk])).status_code == 404


def test_once_judging_was_ended_only_what_was_handed_in_is_read(round_, coordinator):
    agreeing.begin_agreeing(round_=round_, by=coordinator)

    answer = entering(coordinator).get(reverse("round_differences", args=[round_.pk]))
    export = entering(coordinator).get(reverse("round_export", args=[round_.pk, "judgements", "csv"]))

    assert [voice.seat.person.name for row in answer.context["rows"] for voice in row.voices] == ["Ada"] * 5
    assert "1 assessor has not handed in" in " ".join(answer.content.decode().split())
    assert "Bo" not in export.content.decode()


def test_a_coordinator_of_another_organisation_finds_nothing(round_, stranger):
    agreeing.begin_agreeing(round_=round_, by=round_.opened_by)
    client = entering(stranger)

    for name in (*READING, "round", "round_revise", "round_invite", "round_close"):
        assert client.get(reverse(name, args=[round_.pk])).status_code == 404

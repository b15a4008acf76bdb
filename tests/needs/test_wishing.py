"""Wishes for work: in an order, replaced, and never overwritten."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cairn.needs import facts
from cairn.needs.actions import wishing
from cairn.needs.enums import Wish
from cairn.needs.occupations import esco, loading
from tests.needs.factories import a_wish
from tests.needs.occupations.esco import BASE, sheet
from tests.participants.factories import a_participant

pytestmark = pytest.mark.django_db


def standing(participant):
    return [(told.name, told.wish.rank) for told in facts.told(facts.wishes_of(participant.pk))]


def test_wishes_stand_in_the_order_in_which_they_were_said(participant, worker):
    a_wish(participant, worker, "F")
    a_wish(participant, worker, "I")
    a_wish(participant, worker, "A", wanted=False)
    a_wish(participant, worker, "71")

    assert standing(participant) == [
        ("Building trades", 1), ("Construction", 1), ("Hotels, restaurants and catering", 2),
        ("Farming, forestry and fishing", 1),
    ]  # fmt: skip


def test_what_is_said_anew_takes_the_place_of_what_was_said_before(participant, worker):
    before = a_wish(participant, worker, "F", note="With wood.")
    a_wish(participant, worker, "I")

    a_wish(participant, worker, "F", date(2025, 6, 1), wanted=False, note="My back.")

    assert standing(participant) == [("Hotels, restaurants and catering", 1), ("Construction", 1)]
    past = facts.past_wishes_of(participant.pk).get()
    assert (past.pk, past.until, past.note) == (before.pk, date(2025, 6, 1), "With wood.")


def test_what_is_said_again_keeps_its_place(participant, worker):
    a_wish(participant, worker, "F")
    a_wish(participant, worker, "I")

    a_wish(participant, worker, "F", date(2025, 6, 1))

    assert standing(participant)[0] == ("Construction", 1)


def test_one_is_put_first_and_the_order_of_before_stays_readable(participant, worker):
    a_wish(participant, worker, "F")
    a_wish(participant, worker, "G")
    third = a_wish(participant, worker, "I", note="I like people.")
    a_wish(participant, worker, "A")

    wishing.put_first(preference=third, by=worker)

    assert [name.partition(",")[0] for name, _rank in standing(participant)] == [
        "Hotels", "Construction", "Shops and wholesale", "Farming",
    ]  # fmt: skip
    assert facts.wishes_of(participant.pk).first().note == "I like people."
    assert [(one.code, one.rank) for one in facts.past_wishes_of(participant.pk).order_by("rank")] == [
        ("F", 1), ("G", 2), ("I", 3),
    ]  # fmt: skip


def test_what_stands_no_more_is_not_put_first(participant, worker):
    gone = a_wish(participant, worker, "F")
    a_wish(participant, worker, "G")
    wishing.take_back(preference=gone, by=worker)

    wishing.put_first(preference=gone, by=worker)

    assert standing(participant) == [("Shops and wholesale", 1)]


def test_what_is_taken_back_leaves_its_place_to_the_next(participant, worker):
    first = a_wish(participant, worker, "F")
    a_wish(participant, worker, "G")

    wishing.take_back(preference=first, by=worker)
    wishing.take_back(preference=first, by=worker)

    assert standing(participant) == [("Shops and wholesale", 1)]
    assert facts.past_wishes_of(participant.pk).get().until == timezone.localdate()


@pytest.mark.parametrize(("kind", "key"), [("sector", "71"), ("profession", "F"), ("profession", "")])
def test_only_what_is_on_the_list_can_be_wished(participant, worker, kind, key):
    with pytest.raises(ValidationError, match="Choose one from the list"):
        wishing.wish(
            participant=participant,
            kind=Wish(kind),
            key=key,
            wanted=True,
            said_on=date(2025, 4, 1),
            by=worker,
        )


@pytest.mark.parametrize(("day", "words"), [
    (date(2024, 1, 1), "had not begun"),
    (date(2999, 1, 1), "still to come"),
    (date(2025, 3, 31), "on a later day"),
])  # fmt: skip
def test_days_that_cannot_be_are_refused(participant, worker, day, words):
    a_wish(participant, worker, "F")

    with pytest.raises(ValidationError, match=words):
        a_wish(participant, worker, "F", day)


def test_an_occupation_of_esco_is_told_by_its_name(participant, worker, tmp_path):
    loading.load(rows=esco.read(sheet(tmp_path)).rows, language="en")
    wishing.wish(
        participant=participant,
        kind=Wish.PROFESSION,
        key=f"7115 {BASE}1",
        wanted=True,
        said_on=date(2025, 4, 1),
        by=worker,
    )

    assert standing(participant) == [("carpenter", 1)]


def test_who_was_asked_is_counted(participant, worker, practice, coordinator):
    a_participant(practice, coordinator, worker=worker)
    assert not facts.has_wishes(participant.pk)
    a_wish(participant, worker, "F")
    a_wish(participant, worker, "G")

    assert facts.has_wishes(participant.pk)
    assert facts.with_wishes(practice.pk) == facts.Share(1, 2)


def test_a_wish_is_called_by_its_code():
    assert str(facts.Preference(kind="sector", code="F")) == "sector F"

"""What is opened, for how many and until when."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from cairn.activities.actions import planning
from cairn.people.enums import Permission
from cairn.trail.models import Entry
from cairn.voices import actions, facts
from cairn.voices.enums import OpeningKind
from cairn.voices.models import Opening
from tests.activities.factories import ABSENT, PRESENT, a_session, people_in, record
from tests.voices.factories import a_form, say

pytestmark = pytest.mark.django_db


def test_a_session_is_opened_from_its_day_until_seven_days_after(opening, session, today):
    session.refresh_from_db()

    assert (opening.opens_on, opening.closes_on, opening.expected) == (today, today + timedelta(days=7), 10)
    assert facts.is_open(opening)
    assert not facts.is_open(opening, today + timedelta(days=8))
    assert session.feedback_opened_at
    assert str(opening) == f"How was it?: {session}"
    assert Entry.objects.filter(thing=f"opening:{opening.pk}").count() == 1


def test_its_address_has_eight_signs_that_cannot_be_mixed_up(
    opening, monkeypatch, activity, coordinator, form, today
):
    assert len(opening.address) == 8
    assert not set(opening.address) & set("il1o0")

    drawn = iter([*opening.address, *"zzzzzzzz"])
    monkeypatch.setattr(actions.secrets, "choice", lambda _signs: next(drawn))
    other = a_session(activity, coordinator, planned_on=today)
    assert actions.open_session(session=other, form=form, expected=3, by=coordinator).address == "zzzzzzzz"


def test_it_is_found_by_its_address_and_by_who_may_see_it(opening, coordinator, stranger):
    assert facts.at(opening.address) == opening
    assert facts.at("nowhere2") is None
    assert list(facts.visible_to(coordinator)) == [opening]
    assert list(facts.visible_to(stranger, Permission.SEE_RECORDS)) == []


def test_as_many_may_answer_as_take_part_else_as_there_are_places(activity, coordinator, form, today):
    people_in(activity, coordinator, 3)
    taking_part = actions.open_session(
        session=a_session(activity, coordinator, planned_on=today), form=form, by=coordinator
    )

    assert taking_part.expected == 3


def test_places_count_where_nobody_takes_part_yet(activity, coordinator, form, today):
    session = a_session(activity, coordinator, planned_on=today, capacity=12)

    assert actions.open_session(session=session, form=form, by=coordinator).expected == 12


def test_somebody_says_how_many_where_nobody_knows(session, coordinator, form):
    with pytest.raises(ValidationError, match="how many people may answer"):
        actions.open_session(session=session, form=form, by=coordinator)


def test_the_sheet_counts_once_there_is_one(activity, coordinator, form, today):
    people = people_in(activity, coordinator, 3)
    session = a_session(activity, coordinator, planned_on=today)
    opening = actions.open_session(session=session, form=form, by=coordinator)
    for _ in range(3):
        say(opening)

    record(session, coordinator, PRESENT, PRESENT, ABSENT, people=people)

    counted = facts.counted([opening])[opening.pk]
    assert (counted.answers, counted.expected, counted.left, counted.too_many) == (3, 2, 0, True)
    assert (counted.share.part, counted.share.whole) == (3, 3)
    with pytest.raises(ValidationError, match="As many people as took part"):
        say(opening)


def test_a_form_is_opened_once_for_a_session(opening, session, form, coordinator):
    with pytest.raises(ValidationError, match="opened for this session already"):
        actions.open_session(session=session, form=form, expected=2, by=coordinator)


def test_nothing_is_asked_about_a_session_that_was_cancelled(session, form, coordinator):
    cancelled = planning.cancel(session=session, reason="staff", by=coordinator)

    with pytest.raises(ValidationError, match="cancelled"):
        actions.open_session(session=cancelled, form=form, expected=2, by=coordinator)


@pytest.mark.parametrize("more", [{"anonymous": False}, {"number": 0}])
def test_only_a_form_that_asks_nobody_who_they_are_is_opened(session, coordinator, more):
    with pytest.raises(ValidationError, match="asks nobody who they are"):
        actions.open_session(session=session, form=a_form("other", **more), expected=2, by=coordinator)


def test_partners_are_asked_without_a_session(practice, form, coordinator, today):
    opening = actions.open_for(
        practice=practice, kind=OpeningKind.PARTNERS, form=form, by=coordinator, expected=6,
        opens_on=today - timedelta(days=3), closes_on=today,
    )  # fmt: skip

    assert facts.day_of(opening) == today - timedelta(days=3)
    assert list(facts.openings_between(practice.pk, today - timedelta(days=3), today)) == [opening]
    assert list(facts.openings_between(practice.pk, today, today)) == []
    assert list(facts.of_practice(practice.pk)) == [opening]


def test_it_cannot_close_before_it_opens(practice, form, coordinator, today):
    with pytest.raises(ValidationError, match="close before it opens"):
        actions.open_for(
            practice=practice, kind=OpeningKind.PARTNERS, form=form, by=coordinator, expected=6,
            opens_on=today, closes_on=today - timedelta(days=1),
        )  # fmt: skip


class TestClosing:
    def test_nobody_answers_after_it(self, opening, coordinator, today):
        closed = actions.close(opening=opening, by=coordinator)

        assert closed.closed_on == today
        with pytest.raises(ValidationError, match="closed"):
            say(opening)

    def test_it_is_noted_once(self, opening, coordinator):
        actions.close(opening=opening, by=coordinator)
        actions.close(opening=opening, by=coordinator)

        assert Entry.objects.filter(thing=f"opening:{opening.pk}").count() == 2

    def test_one_that_is_closed_can_be_opened_again(self, opening, coordinator, today):
        actions.close(opening=opening, by=coordinator)

        again = actions.revise(
            opening=opening, closes_on=today + timedelta(days=2), expected=12, by=coordinator
        )

        assert (again.closed_on, again.expected) == (None, 12)
        assert say(again) == "now"

    def test_but_not_until_a_day_that_has_passed(self, opening, coordinator, today):
        with pytest.raises(ValidationError, match="later day"):
            actions.revise(opening=opening, closes_on=today - timedelta(days=1), expected=12, by=coordinator)

    def test_nor_when_its_answers_are_read(self, opening, coordinator, today):
        for _ in range(5):
            say(opening)
        actions.close(opening=opening, by=coordinator)

        with pytest.raises(ValidationError, match="being read"):
            actions.revise(opening=opening, closes_on=today, expected=12, by=coordinator)

    def test_it_closes_by_itself(self, opening, practice, today):
        Opening.objects.filter(pk=opening.pk).update(
            opens_on=today - timedelta(days=9), closes_on=today - timedelta(days=2)
        )

        actions.pool_up(practice=practice)

        opening.refresh_from_db()
        assert opening.closed_on == today - timedelta(days=2)

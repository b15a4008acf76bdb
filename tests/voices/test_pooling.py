"""Answers are read five at least at a time."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from cairn.activities.enums import StaffRole
from cairn.participants.counting import Share
from cairn.voices import actions, facts
from cairn.voices.enums import OpeningKind, Way
from cairn.voices.models import Remark
from tests.activities.factories import a_session, an_activity
from tests.voices.factories import a_form, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(coordinator, form, today):
    """Opens and closes a session with so many answers."""

    def answered(activity, *counts, form=form, **more):
        for number, count in enumerate(counts):
            session = a_session(activity, coordinator, planned_on=today - timedelta(days=number))
            opening = actions.open_session(session=session, form=form, expected=10, by=coordinator)
            for _ in range(count):
                say(opening, **more)
            actions.close(opening=opening, by=coordinator)

    return answered


def test_three_answers_show_nothing_until_two_more_are_beside_them(answered, activity, practice):
    answered(activity, 3)
    assert list(facts.pools(practice)) == []
    assert facts.waiting(practice.pk) == 3

    answered(activity, 2)

    pool = facts.pools(practice).get()
    assert len(facts.answers_in(pool)) == 5
    assert facts.response_rate(pool) == Share(5, 20)
    assert facts.waiting(practice.pk) == 0


def test_what_was_left_over_is_put_to_the_next(answered, activity, practice):
    answered(activity, 1, 5, 0, 4, 3)

    assert [len(facts.answers_in(pool)) for pool in facts.pools(practice)] == [5, 5]
    assert facts.waiting(practice.pk) == 3


def test_what_is_closed_at_once_is_put_together_in_order(activity, practice, coordinator, form, today):
    for number, count in enumerate((3, 1, 2, 4, 1, 2)):
        session = a_session(activity, coordinator, planned_on=today - timedelta(days=20 - number))
        opening = actions.open_session(
            session=session, form=form, expected=10, by=coordinator, closes_on=today
        )
        for _ in range(count):
            say(opening)
        opening.closes_on = today - timedelta(days=1)
        opening.save()

    pools = actions.pool_up(practice=practice)

    assert [len(facts.answers_in(pool)) for pool in pools] == [6, 5]
    assert [(today - pool.first_on).days for pool in pools] == [20, 17]
    assert [(today - pool.last_on).days for pool in pools] == [18, 16]
    assert str(pools[0]).startswith("feedback, ")
    assert facts.waiting(practice.pk) == 2
    assert actions.pool_up(practice=practice) == []


def test_other_activities_and_other_forms_stay_apart(answered, activity, practice, coordinator):
    answered(activity, 3)
    answered(an_activity(practice, coordinator, title="Sewing"), 3)
    other = a_form("other")
    answered(activity, 3, form=other)

    assert list(facts.pools(practice)) == []

    answered(activity, 2, form=other)
    assert facts.pools(practice, other).count() == 1
    assert facts.pools(practice, other).get().activity == activity


def test_a_pool_is_found_by_its_days_and_tells_its_form(answered, activity, practice, form, today):
    answered(activity, 5)

    pool = facts.pools(practice, form, today, today).get()
    assert facts.version_of(pool) == form.versions.get()
    assert not facts.pools(practice, form, today + timedelta(days=1)).exists()


def test_it_tells_how_answers_came(practice, form, coordinator, today):
    opening = actions.open_for(
        practice=practice, kind=OpeningKind.PARTNERS, form=form, by=coordinator, expected=6, opens_on=today,
        closes_on=today,
    )  # fmt: skip
    for way in (Way.PHONE, Way.PHONE, Way.KIOSK, Way.PAPER, Way.CALL):
        say(opening, way=way, language="ar", today="bad")
    actions.close(opening=opening, by=coordinator)

    pool = facts.pools(practice).get()

    assert facts.channels(pool) == {"phone": 2, "kiosk": 1, "paper": 1, "call": 1}
    assert {(given.language, given.said["today"]) for given in facts.answers_in(pool)} == {("ar", "bad")}


class TestFreeWords:
    @pytest.fixture
    def opening(self, activity, coordinator, form, mediator, today):
        session = a_session(activity, coordinator, planned_on=today)
        session.staff.create(person=mediator, role=StaffRole.MEDIATOR)
        return actions.open_session(session=session, form=form, expected=10, by=coordinator)

    def test_they_wait_for_somebody_who_was_not_there(self, opening, practice, coordinator, mediator):
        for number in range(5):
            say(opening, words=f"Word {number}" if number % 2 else "  ")
        assert not facts.held_for(coordinator, practice.pk).exists()
        actions.close(opening=opening, by=coordinator)

        held = facts.held_for(coordinator, practice.pk)

        assert sorted(remark.text for remark in held) == ["Word 1", "Word 3"]
        assert not facts.held_for(mediator, practice.pk).exists()
        assert str(held[0]) == str(held[0].key)

    def test_they_are_passed_on_or_kept_back(self, opening, practice, coordinator):
        for number in range(5):
            say(opening, words=f"Word {number}")
        actions.close(opening=opening, by=coordinator)
        pool = facts.pools(practice).get()
        first, second, *_others = facts.held_for(coordinator, practice.pk)

        actions.pass_on(remark=first, by=coordinator)
        actions.pass_on(remark=first, by=coordinator)
        actions.keep_back(remark=second, by=coordinator)

        assert list(facts.remarks_in(pool)) == [first]
        assert facts.held_for(coordinator, practice.pk).count() == 3

    def test_whoever_was_there_decides_nothing(self, opening, practice, coordinator, mediator):
        for _ in range(5):
            say(opening, words="It was cold.")
        actions.close(opening=opening, by=coordinator)

        with pytest.raises(ValidationError, match="You were at this session"):
            actions.pass_on(remark=Remark.objects.first(), by=mediator)

    def test_nor_does_anybody_before_enough_have_answered(self, opening, coordinator):
        say(opening, words="It was cold.")

        with pytest.raises(ValidationError, match="before enough people"):
            actions.keep_back(remark=Remark.objects.get(), by=coordinator)

"""What participants of the demo say after sessions: enough to be read, as the form asks it, and read by the right ones."""

import pytest

from cairn.activities.enums import State
from cairn.activities.models import Session
from cairn.demo.size import Size
from cairn.demo.stories.saying import FORM, TELLING
from cairn.people.models import Person
from cairn.surveys.answering import answered
from cairn.surveys.facts import survey_of
from cairn.voices import facts
from cairn.voices.enums import RemarkState
from cairn.voices.models import Opening, Remark
from tests.demo.conftest import living

MANY = Size(people=40, months=4, seed=12)
"""Enough people at once that several answer after a session."""


@pytest.fixture(scope="module")
def lived(django_db_setup, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock(), living(MANY, tmp_path_factory.mktemp("many")) as lived:
        yield lived


def test_after_most_sessions_people_are_asked_and_nearly_half_answer(practice):
    held = Session.objects.filter(activity__practice=practice, state=State.HELD)
    openings = list(facts.of_practice(practice.pk))
    response = facts.response(openings)

    assert 0.8 * held.count() < len(openings) <= held.count()
    assert all(one.feedback_opened_at.date() == one.planned_on for one in held.exclude(openings=None))
    assert {opening.version.form.key for opening in openings} == {FORM}
    assert 0.3 < response.part / response.whole < 0.6


def test_what_is_over_is_closed_and_read_in_pools(practice):
    openings = Opening.objects.filter(practice=practice)
    pools = list(facts.pools(practice))

    assert not openings.filter(closed_on=None, closes_on__lt=max(pool.made_on for pool in pools)).exists()
    assert len(pools) > 3
    assert all(facts.response_rate(pool).part >= facts.FEW_ANSWERS for pool in pools)
    assert len({pool.made_on for pool in pools}) > 1


def test_answers_are_such_as_the_form_takes(practice):
    pools = list(facts.pools(practice))
    survey = survey_of(facts.version_of(pools[0]))

    for given in facts.answers_in(*pools):
        said = {name: value if isinstance(value, list) else [value] for name, value in given.said.items()}
        result = answered(survey, said, "en")
        assert not result.faults
        assert result.answers == given.said


def test_words_are_read_by_somebody_who_led_no_session(practice):
    remarks = list(Remark.objects.filter(opening__practice=practice).select_related("opening"))
    reader = Person.objects.get(email="mira@harbour-lane.example")
    states = {remark.state for remark in remarks}

    assert RemarkState.PASSED in states
    assert not any(facts.ran(remark.opening, reader) for remark in remarks)
    assert not any(remark.text == TELLING for remark in remarks if remark.state == RemarkState.PASSED)
    assert not any(remark.state != RemarkState.HELD for remark in remarks if remark.opening.pool_id is None)

"""The one command for a daily timer."""

import fcntl
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from cairn.activities.enums import State
from cairn.home.management.commands import daily
from cairn.voices import actions, facts
from cairn.voices.models import Opening
from tests.activities.factories import a_session, an_activity
from tests.assessments.factories import a_practice
from tests.voices.factories import say, the_feedback_form

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _apart(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def run():
    told, wrong = StringIO(), StringIO()
    try:
        call_command("daily", stdout=told, stderr=wrong)
    except CommandError as refusal:
        wrong.write(str(refusal))
    return told.getvalue(), wrong.getvalue()


@pytest.fixture
def expired(organisation, coordinator):
    """A form that was open until yesterday, with five answers; nobody closed it."""
    practice = a_practice(organisation, coordinator)
    session = a_session(an_activity(practice, coordinator), coordinator, planned_on=timezone.localdate())
    assert session.state == State.PLANNED
    opening = actions.open_session(session=session, form=the_feedback_form(), expected=9, by=coordinator)
    for _ in range(5):
        say(opening)
    yesterday = timezone.localdate() - timedelta(days=1)
    Opening.objects.update(opens_on=yesterday, closes_on=yesterday)
    return opening


def test_every_duty_is_done_and_what_is_over_can_be_read(expired):
    told, wrong = run()

    assert wrong == ""
    assert all(f"{duty}:" in told for duty in daily.DUTIES)
    assert "Pools that can be read now: 1" in told
    expired.refresh_from_db()
    assert expired.closed_on == expired.closes_on
    assert len(facts.answers_in(expired.pool)) == 5


def test_a_second_time_nothing_happens(expired):
    run()
    told, wrong = run()

    assert wrong == ""
    assert "Pools that can be read now: 0" in told


@pytest.mark.parametrize(("fault", "said"), [(CommandError("No key"), "No key"), (ValueError("odd"), "odd")])
def test_one_that_fails_hinders_no_other_and_is_named(monkeypatch, fault, said):
    done = []

    def duty(name, **_streams):
        done.append(name)
        if name == "retention":
            raise fault

    monkeypatch.setattr(daily, "call_command", duty)
    _told, wrong = run()

    assert done == list(daily.DUTIES)
    assert said in wrong
    assert wrong.endswith("Not done: retention")


def test_twice_at_once_the_second_goes_home(settings):
    with (settings.DATA_DIR / "daily.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        told, wrong = run()

    assert (told, wrong) == ("It is being done already.\n", "")

"""Once a week: what got stronger or weaker, and what is too old within the next week."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cairn.evidence import actions, facts
from cairn.evidence.enums import Outcome, Strength
from cairn.evidence.outlook import weekly
from cairn.evidence.shape import Judged, Standing
from cairn.frameworks import actions as frameworks
from cairn.frameworks.facts import shipped_framework
from cairn.notices.facts import notices_of
from cairn.notices.models import Notice
from tests.evidence.states import stood

TODAY = date(2025, 6, 30)


@pytest.fixture
def says(monkeypatch):
    """What the records say today, by item."""
    found = {}
    monkeypatch.setattr(facts, "standing", lambda *_asked: Standing(found, TODAY, timezone.now()))
    return found


def supported(strength=Strength.COUNTED, **more):
    return Judged(Outcome.SUPPORTED, strength, **more)


def tell(practice, *frameworks):
    return actions.tell_week(practice=practice, frameworks=frameworks, today=TODAY)


def told(person):
    return [str(notice) for notice in notices_of(person)]


def test_what_changed_is_told_by_item(practice, coordinator, says):
    stood(practice, TODAY - timedelta(days=20), P21="partly", E13="supported", I11="supported")
    says |= {
        "P2.1": supported(),
        "E1.3": Judged(Outcome.NO_DATA, Strength.NOTHING),
        "I1.1": supported(stale_on=TODAY + timedelta(days=5)),
        "R1.1": supported(),
    }

    assert tell(practice) == 1
    assert told(coordinator) == [
        "Evidence of Steady Steps in the last week. Stronger: P2.1. Weaker: E1.3. Too old within a week: I1.1."
    ]


def test_nothing_is_told_where_nothing_changed(practice, coordinator, says):
    stood(practice, TODAY - timedelta(days=20), P21="supported")
    says["P2.1"] = supported(stale_on=TODAY + timedelta(days=20))

    assert tell(practice) == 0
    assert told(coordinator) == []


def test_nobody_is_told_twice_in_a_week(practice, coordinator, says):
    stood(practice, TODAY - timedelta(days=20), P21="partly")
    says["P2.1"] = supported()

    assert [tell(practice) for _ in range(2)] == [1, 0]

    Notice.objects.update(at=timezone.now() - timedelta(days=7))

    assert tell(practice) == 1


def test_who_does_not_want_it_is_not_told(practice, coordinator, says, mailoutbox):
    stood(practice, TODAY - timedelta(days=20), P21="partly")
    says["P2.1"] = supported()
    coordinator.wants_weekly = False
    coordinator.save()

    assert tell(practice) == 0
    assert mailoutbox == []


def test_what_got_stronger_this_week_is_compared_with_the_week_before(practice, says):
    stood(practice, TODAY - timedelta(days=3), P21="supported")
    says["P2.1"] = supported(Strength.CONFIRMED)

    assert not weekly.week_of(practice, "good-practice-criteria", TODAY)


def test_a_practice_assessed_by_several_frameworks_is_told_of_each_in_one_notice(practice, coordinator, says):
    frameworks.load(framework=shipped_framework("core-humanitarian-standard"))
    day = TODAY - timedelta(days=20)
    stood(practice, day, P21="partly")
    stood(practice, day, framework="core-humanitarian-standard", CHS1_1="partly")
    says |= {"P2.1": supported(), "CHS1.1": supported()}

    assert tell(practice, "core-humanitarian-standard", "good-practice-criteria", "tea") == 1
    assert tell(practice, "core-humanitarian-standard", "good-practice-criteria") == 0
    (words,) = told(coordinator)
    assert words.endswith(
        "Stronger: good-practice-criteria: P2.1; Core Humanitarian Standard 2024: CHS1.1. "
        "Weaker: –. Too old within a week: –."
    )


def test_one_framework_leads_to_its_own_page(practice, coordinator, says):
    stood(practice, TODAY - timedelta(days=20), framework="core-humanitarian-standard", CHS1_1="partly")
    says["CHS1.1"] = supported()

    assert tell(practice, "core-humanitarian-standard") == 1
    assert told(coordinator) == [
        "Evidence of Steady Steps in the last week. Stronger: CHS1.1. Weaker: –. Too old within a week: –."
    ]
    assert coordinator.notices.get().address.endswith("/evidence/core-humanitarian-standard/")

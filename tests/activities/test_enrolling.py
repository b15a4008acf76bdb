from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cairn.activities.actions import enrolling
from cairn.activities.enums import LeavingReason
from cairn.trail import facts as trail
from cairn.trail.enums import Deed
from tests.activities.factories import an_activity
from tests.assessments.factories import a_practice
from tests.participants.factories import a_participant

pytestmark = pytest.mark.django_db
MAY = date(2025, 5, 1)


def test_several_at_once_and_who_takes_part_already_is_left_as_they_are(activity, people, coordinator):
    new = a_participant(activity.practice, coordinator)

    made = enrolling.enrol(activity=activity, people=[people[0].pk, new.pk], since=MAY, by=coordinator)

    assert [str(one) for one in made] == [f"{new.code} in Bread course"]
    assert activity.enrolments.count() == 4
    assert trail.of(new.thing).count() == 2


def test_all_or_nobody(activity, organisation, coordinator):
    ours = a_participant(activity.practice, coordinator)
    elsewhere = a_participant(a_practice(organisation, coordinator, title="Elsewhere"), coordinator)

    with pytest.raises(ValidationError, match="Check the codes"):
        enrolling.enrol(activity=activity, people=[ours.pk, elsewhere.pk], since=MAY, by=coordinator)

    assert not activity.enrolments.exists()


def test_nobody_before_they_came_to_the_practice(activity, coordinator):
    late = a_participant(activity.practice, coordinator, enrolled_on=date(2025, 5, 2))

    with pytest.raises(ValidationError, match="takes part in the practice only since 2025-05-02"):
        enrolling.enrol(activity=activity, people=[late.pk], since=MAY, by=coordinator)


def test_nobody_once_it_is_over(practice, coordinator):
    over = an_activity(practice, coordinator, ends_on=date(2025, 4, 1))
    one = a_participant(practice, coordinator)

    with pytest.raises(ValidationError, match="over by that day"):
        enrolling.enrol(activity=over, people=[one.pk], since=MAY, by=coordinator)


def test_an_end_has_a_last_day_and_a_reason_and_one_may_come_again(activity, people, worker):
    enrolment = activity.enrolments.get(participant=people[0])
    with pytest.raises(ValidationError, match="Say why"):
        enrolling.leave(enrolment=enrolment, until=MAY, reason="", by=worker)
    with pytest.raises(ValidationError, match="before it began, on 2025-05-01"):
        enrolling.leave(enrolment=enrolment, until=date(2025, 4, 30), reason="lost", by=worker)

    enrolling.leave(enrolment=enrolment, until=MAY, reason="lost", by=worker)

    assert trail.of(people[0].thing).first().deed == Deed.CHANGED
    with pytest.raises(ValidationError, match="ended already"):
        enrolling.leave(enrolment=enrolment, until=MAY, reason="moved", by=worker)
    assert enrolling.enrol(activity=activity, people=[people[0].pk], since=MAY, by=worker)


def test_work_is_what_it_was_for_and_no_drop_out():
    assert [reason for reason in LeavingReason if not reason.drop_out] == ["completed", "work"]

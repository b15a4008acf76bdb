from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils import timezone

from cairn.participants import actions, facts
from cairn.participants.codes import ALPHABET, new_code, read_code
from cairn.participants.opening import opened
from cairn.practices import actions as practices
from cairn.trail import facts as trail
from cairn.trail.enums import Deed
from tests.participants.factories import a_participant, a_worker

pytestmark = pytest.mark.django_db


def test_a_code_is_read_however_it_is_typed():
    code = new_code()

    assert read_code(code.lower().replace("-", " ")) == code
    assert read_code("") is None
    assert len({new_code() for _ in range(200)}) == 200


def test_every_single_wrong_sign_and_every_swap_of_neighbours_is_noticed():
    code = new_code().replace("-", "")
    for place in range(8):
        for sign in set(ALPHABET) - {code[place]}:
            assert read_code(code[:place] + sign + code[place + 1 :]) is None
    for place in range(7):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert swapped == code or read_code(swapped) is None


def test_who_takes_part_is_known_by_a_code_only(practice, coordinator):
    participant = a_participant(practice, coordinator, sex="woman", age_band="25-30")

    assert str(participant) == participant.code == read_code(participant.code)
    assert trail.of(participant.thing).get().deed == Deed.CREATED


def test_nobody_takes_part_before_the_practice_began(organisation, coordinator):
    practice = practices.create(
        organisation=organisation, by=coordinator, title="Late", starts_on=date(2025, 1, 1)
    )
    with pytest.raises(ValidationError, match="had not begun"):
        a_participant(practice, coordinator, enrolled_on=date(2024, 12, 31))


def test_only_who_is_assigned_opens_a_record_and_each_time_it_is_noted(
    practice, participant, worker, coordinator
):
    other = a_worker(practice, "Otto")

    assert opened(by=worker, pk=participant.pk) == participant
    assert [entry.deed for entry in trail.of(participant.thing)] == [Deed.READ, Deed.ASSIGNED, Deed.CREATED]
    for person in (other, coordinator):
        with pytest.raises(Http404):
            opened(by=person, pk=participant.pk)
    with pytest.raises(Http404):
        opened(by=worker, pk=uuid4())
    assert trail.of(participant.thing).count() == 3


def test_an_assignment_ends_at_once(participant, worker, coordinator):
    assignment = participant.assignments.get()
    assert str(assignment) == f"Wilma with {participant.code}"

    actions.end(assignment=assignment, by=coordinator)

    assert not facts.assigned_to(worker).exists()
    assert trail.of(participant.thing).first().deed == Deed.UNASSIGNED
    actions.assign(participant=participant, worker=worker, by=coordinator)
    assert facts.assigned_to(worker).get() == participant


def test_assigning_twice_changes_nothing(participant, worker, coordinator):
    again = actions.assign(participant=participant, worker=worker, by=coordinator)

    assert participant.assignments.get() == again


def test_who_has_no_such_role_is_not_assigned(participant, coordinator, reader):
    with pytest.raises(ValidationError, match="Rosa has no role"):
        actions.assign(participant=participant, worker=reader, by=coordinator)


class TestEmergency:
    def test_a_record_is_open_for_four_hours_and_coordinators_are_told(
        self, practice, participant, worker, coordinator
    ):
        other = a_worker(practice, "Otto")

        assignment = actions.break_glass(participant=participant, reason=" She waits. ", by=other)

        assert facts.assigned_to(other).get() == participant
        assert assignment.until - assignment.since <= actions.EMERGENCY
        entry = trail.of(participant.thing).first()
        assert (entry.deed, entry.by, entry.reason) == (Deed.BROKE_GLASS, other, "She waits.")
        said = str(coordinator.notices.get())
        assert "Otto opened a record in an emergency" in said
        assert participant.code not in said
        assignment.until = timezone.now() - timedelta(seconds=1)
        assignment.save()
        assert not facts.assigned_to(other).exists()

    def test_not_without_a_reason(self, participant, worker):
        with pytest.raises(ValidationError, match="Say why"):
            actions.break_glass(participant=participant, reason=" ", by=worker)


def test_figures_count_everyone(practice, participant):
    assert facts.of_practice(practice.pk).get() == participant

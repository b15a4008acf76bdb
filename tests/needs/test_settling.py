"""Where a need stands."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cairn.common.conflict import Conflict
from cairn.needs import facts
from cairn.needs.actions.settling import settle
from tests.needs.factories import a_talk

pytestmark = pytest.mark.django_db


@pytest.fixture
def need(participant, worker):
    a_talk(participant, worker, housing="high")
    return facts.needs_of(participant.pk).get()


def test_a_need_is_referred_then_met(need, worker):
    settle(need=need, revision=1, status="referred", on=date(2025, 4, 2), by=worker)
    met = settle(need=need, revision=2, status="met", on=date(2025, 6, 1), by=worker, reason=" A flat. ")

    assert (met.status, met.status_on, met.revision) == ("met", date(2025, 6, 1), 3)
    assert [(one.status, one.reason) for one in need.changes.all()] == [("met", "A flat."), ("referred", "")]


def test_what_stays_unmet_says_why(need, worker):
    with pytest.raises(ValidationError, match="Say why it stays unmet"):
        settle(need=need, revision=1, status="unmet", on=date(2025, 4, 2), by=worker)

    unmet = settle(need=need, revision=1, status="unmet", on=date(2025, 4, 2), by=worker, because="waiting")

    assert unmet.because == "waiting"
    assert list(facts.unmet_in(need.participant.practice_id)) == [unmet]


def test_only_what_is_unmet_has_such_a_reason(need, worker):
    met = settle(need=need, revision=1, status="met", on=date(2025, 4, 2), by=worker, because="waiting")

    assert met.because == ""


def test_two_people_at_once(need, worker):
    settle(need=need, revision=1, status="met", on=date(2025, 4, 2), by=worker)

    with pytest.raises(Conflict) as conflict:
        settle(need=need, revision=1, status="unmet", on=date(2025, 4, 2), because="waiting", by=worker)

    assert conflict.value.theirs.status == "met"


@pytest.mark.parametrize(
    ("day", "words"), [(date(2025, 3, 31), "only since"), (date(2999, 1, 1), "still to come")]
)
def test_a_day_that_cannot_be(need, worker, day, words):
    with pytest.raises(ValidationError, match=words):
        settle(need=need, revision=1, status="met", on=day, by=worker)

"""How somebody sees themselves, the first time and later."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cairn.participants.counting import Share
from cairn.participants.ending import erasing
from cairn.plans import actions, facts
from cairn.plans.models import SelfRating
from tests.participants.factories import a_participant

pytestmark = pytest.mark.django_db
FIRST, LATER = date(2025, 4, 1), date(2025, 8, 1)


@pytest.fixture
def rated(worker):
    def rated(person, on=FIRST, **said):
        return actions.rate(participant=person, on=on, by=worker, **said)

    return rated


@pytest.mark.parametrize(
    ("first", "last", "kept_up"),
    [
        ({"trying": 2}, {"trying": 3}, True),
        ({"trying": 3}, {"trying": 2}, False),
        ({"trying": 3}, {"trying": 3}, False),
        ({"trying": 5}, {"trying": 4}, True),
        ({"trying": 2, "deciding": 5}, {"trying": 3}, True),
        ({"trying": 2}, {"deciding": 3}, None),
    ],
)
def test_it_counts_as_kept_up_where_it_rose_or_stayed_high(
    participant, practice, rated, first, last, kept_up
):
    rated(participant, **first)
    rated(participant, LATER, **last)

    assert facts.pair_of(participant.pk).kept_up is kept_up
    whole = 0 if kept_up is None else 1
    assert facts.kept_up(facts.pairs(practice.pk, LATER).values()) == Share(int(bool(kept_up)), whole)


def test_once_is_no_pair(participant, practice, rated):
    assert facts.pair_of(participant.pk) is None

    assert str(rated(participant, trying=2)) == "2025-04-01"

    assert facts.pair_of(participant.pk).kept_up is None
    assert facts.pairs(practice.pk, LATER) == {}


def test_what_was_said_after_the_day_does_not_count(participant, practice, rated):
    rated(participant, trying=2)
    rated(participant, LATER, trying=5)

    assert facts.pairs(practice.pk, LATER - timedelta(days=1)) == {}


def test_the_middle_ones_do_not_matter(participant, rated, practice):
    for day, answer in ((FIRST, 2), (date(2025, 6, 1), 1), (LATER, 3)):
        rated(participant, day, trying=answer)

    pair = facts.pairs(practice.pk, LATER)[participant.pk]
    assert (pair.first.trying, pair.last.trying) == (2, 3)


def test_nothing_twice_a_day_nothing_empty_nothing_off_the_scale(participant, rated, today):
    rated(participant, trying=2)

    for wrong in (
        {"on": FIRST, "trying": 3},
        {"on": LATER},
        {"on": LATER, "trying": 6},
        {"on": today + timedelta(days=1), "trying": 3},
    ):
        with pytest.raises(ValidationError):
            rated(participant, **wrong)

    assert SelfRating.objects.count() == 1


def test_nothing_of_it_is_left_of_who_is_erased(participant, rated, practice):
    rated(participant, trying=2)
    rated(a_participant(practice, participant.practice.organisation.memberships.first().person), trying=4)

    erasing.erase(participant=participant, by=None)

    assert [one.trying for one in SelfRating.objects.all()] == [4]


def test_it_is_asked_on_a_page_and_stands_on_the_plan(client, worker, participant, plan):
    client.force_login(worker)
    address = reverse("self_rating", args=[participant.pk])

    assert "Ask at the beginning" in client.get(reverse("plan", args=[participant.pk])).content.decode()
    assert client.get(address).status_code == 200
    assert client.post(address, {"on": "2025-04-01"}).status_code == 422
    client.post(address, {"on": "2025-04-01", "trying": "2", "speaking": "5"})
    client.post(address, {"on": "2025-08-01", "trying": "4"})

    page = client.get(reverse("plan", args=[participant.pk])).content.decode()
    assert "I trust myself to try something new" in page
    assert "a little" in page
    assert "mostly" in page

"""Needs of a practice in counts."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.needs.factories import a_talk
from tests.participants.factories import a_participant

pytestmark = pytest.mark.django_db


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def as_coordinator(coordinator):
    client = Client()
    client.force_login(coordinator)
    return client


def test_an_empty_table_says_what_to_do(as_coordinator, practice):
    assert "No need is recorded yet" in words(
        as_coordinator.get(reverse("needs_figures", args=[practice.pk]))
    )


def test_small_counts_are_for_those_who_work_with_people(
    as_coordinator, entered, participant, worker, practice
):
    a_talk(participant, worker, timezone.localdate(), housing="high")
    address = reverse("needs_figures", args=[practice.pk])

    assert "fewer than 5" in words(as_coordinator.get(address))
    assert participant.code not in words(as_coordinator.get(address))
    assert "Said by the person: 1." in words(entered.get(address))


def test_who_is_due_is_shown_to_who_is_assigned(entered, participant, practice):
    assert participant.code in words(entered.get(reverse("needs_figures", args=[practice.pk])))


def test_the_table_is_taken_away(as_coordinator, practice, coordinator, worker):
    for _one in range(5):
        a_talk(a_participant(practice, coordinator, worker=worker), worker, money="low")

    answer = as_coordinator.get(reverse("needs_figures_export", args=[practice.pk, "csv"]))

    assert "Money,5,0,5,0,0,0" in answer.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_often_whatever_it_holds(
    count, entered, practice, coordinator, worker, django_assert_num_queries
):
    for _one in range(count):
        a_talk(a_participant(practice, coordinator, worker=worker), worker, money="low")
    address = reverse("needs_figures", args=[practice.pk])
    entered.get(address)

    with django_assert_num_queries(14):
        entered.get(address)

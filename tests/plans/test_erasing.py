"""When somebody's records are erased, their plan keeps no day, word or choice by which they could be recognised."""

from datetime import date

import pytest
from django.apps import apps
from django.db import models

from cairn.participants.ending import erasing
from cairn.plans import actions, facts
from cairn.plans.models import FollowUp, WorkPlan
from cairn.vault.fields import SealedText
from tests.participants.factories import a_participant
from tests.plans.conftest import a_goal

pytestmark = pytest.mark.django_db
DAY = date(2025, 4, 17)
TABLES = list(apps.get_app_config("plans").get_models())


@pytest.fixture
def known(participant, worker):
    """Somebody with something in every table, who left."""
    plan = actions.begin(participant=participant, begun_on=DAY, by=worker)
    goal = a_goal(plan, worker, due_on=DAY)
    step = actions.add_step(goal=goal, words="Ask.", due_on=DAY, by=worker)
    actions.do_step(step=step, support="alone", on=DAY, by=worker)
    said = {"on": DAY, "strength": "Patient.", "words": "Go on.", "mediator": True, "review_on": None}
    actions.review(plan=plan, by=worker, progress={goal.pk: 5}, **said)
    actions.rate(participant=participant, on=DAY, by=worker, trying=3)
    actions.leave(participant=participant, on=DAY, reason="other", result="none", words="Far.", by=worker)
    due = facts.follow_ups_of(participant.pk).first()
    actions.follow_up(due=due, on=DAY, contact="reached", holds="yes", work="better", by=worker)
    return participant


def told(person, kind):
    """What a kind of column still says of somebody, table by table."""
    return [
        (model.__name__, field.name, getattr(row, field.name))
        for model in TABLES
        for row in model._default_manager.filter(participant=person)
        for field in model._meta.concrete_fields
        if isinstance(field, kind) and getattr(row, field.name)
    ]


def test_days_become_months_and_words_go(known):
    assert {name for name, _field, _said in told(known, models.DateField)} == {one.__name__ for one in TABLES}

    erasing.erase(participant=known, by=None)

    assert [one for one in told(known, models.DateField) if one[2].day != 1] == []
    assert told(known, SealedText) == []
    assert FollowUp.objects.filter(participant=known).exclude(work="").count() == 0


def test_what_figures_count_is_still_counted(known, practice):
    def figures():
        return facts.figures(practice.pk, date(2025, 1, 1), date(2026, 12, 31))

    before = figures()

    erasing.erase(participant=known, by=None)

    assert figures() == before


def test_others_keep_theirs(known, practice, coordinator, worker):
    other = a_participant(practice, coordinator, worker=worker)
    actions.begin(participant=other, begun_on=DAY, by=worker)

    erasing.erase(participant=known, by=None)

    assert WorkPlan.objects.get(participant=other).begun_on == DAY

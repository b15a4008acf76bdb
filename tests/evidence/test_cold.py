"""What it costs to ask all rules, and that every item knows what it rests on, whoever asked first."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cairn.evidence import computing
from cairn.evidence.asking import Asking, Records
from cairn.evidence.measured import figures_of, objectives_of
from cairn.evidence.rules import limits_of
from tests.evidence.more import an_aim
from tests.evidence.people import a_session, an_activity, left, people
from tests.listening.factories import a_form, pooled
from tests.needs.factories import a_talk

pytestmark = pytest.mark.django_db
CRITERIA, OWN = "good-practice-criteria", "cairn-sustainability"
MOST = {CRITERIA: 70, OWN: 10}


def lived(world, number, form):
    """So many people, asked, taught and heard; one of them left."""
    found = people(world, number, languages=[{"tag": "ti", "reads": "some"}])
    for one in found:
        a_talk(one, world.by, world.ago(190), housing="high")
    for activity in [an_activity(world.practice, world.by) for _one in found]:
        a_session(world, activity, present=found)
        pooled(activity, form, world.by, good=4, bad=2)
        an_aim(world, (200, 20), (20, 30))
    world.record("consultation", world.ago(30), day="held_on")
    left(world, found[0], 20)


def queries_of(practice, framework):
    with CaptureQueriesContext(connection) as asked:
        computing.computed(practice, framework, timezone.localdate())
    return len(asked)


def test_a_larger_house_costs_no_more_queries(world):
    form = a_form()
    lived(world, 2, form)
    small = {framework: queries_of(world.practice, framework) for framework in MOST}
    lived(world, 4, form)

    assert {framework: queries_of(world.practice, framework) for framework in MOST} == small
    assert all(small[framework] <= most for framework, most in MOST.items())


def test_an_item_asked_alone_reads_what_it_reads_among_all(world):
    """Shared answers belong to each item that asks them, not to the first."""
    lived(world, 2, a_form())
    today = timezone.localdate()
    for framework in MOST:
        for item, among in computing.computed(world.practice, framework, today).items():
            alone = computing.computed(world.practice, framework, today, items={item})[item]
            assert (alone.judged, alone.sources) == (among.judged, among.sources), item


def test_an_answer_that_rests_on_another_rests_on_its_tables_too(world):
    records = Records(world.practice, timezone.localdate())
    asking = Asking(records, CRITERIA, "E1.1", limits_of(CRITERIA)["E1.1"])
    read = []
    with connection.execute_wrapper(records.hear):
        for ask in (figures_of, figures_of, objectives_of):
            records.begin()
            ask(asking)
            read.append(records.read())

    assert read[0] == read[1] == read[2] >= {"results_objective"}
    assert "results_objective" not in records.loose
